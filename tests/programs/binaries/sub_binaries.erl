%% Parts of binaries share their bytes and survive the whole, whatever the offset.
-module(sub_binaries).
-export([start/0]).

start() ->
    Whole = list_to_binary([N rem 251 || N <- lists:seq(1, 2000)]),
    Parts = parts(Whole),
    erlang:display(length(Parts)),
    erlang:garbage_collect(),
    erlang:display(lists:sum([lists:sum(binary_to_list(P)) || P <- Parts])),
    erlang:display(lists:nth(3, Parts)),
    {Head, Tail} = split_binary(Whole, 1990),
    erlang:display({byte_size(Head), Tail}),
    <<_:5, Shifted:64/bits, _/bits>> = Whole,
    erlang:display(Shifted),
    <<_:3, Odd:21/bits, _/bits>> = Shifted,
    erlang:display(Odd),
    erlang:display(<<Odd/bits, 1:3>>),
    <<First:10/binary, _/binary>> = Whole,
    <<_:2/binary, Inner:5/binary, _/binary>> = First,
    <<_, Innermost:2/binary, _/binary>> = Inner,
    erlang:display({First, Inner, Innermost}),
    erlang:display(binary:part(Inner, 1, 2) =:= Innermost),
    erlang:display(binary:copy(Innermost, 3)),
    erlang:display(binary:at(Inner, 4)),
    erlang:display(Inner =:= <<3, 4, 5, 6, 7>>),
    ok.

parts(<<Part:37/binary, Rest/binary>>) -> [Part | parts(Rest)];
parts(Rest) -> [Rest].

%% Binaries and bitstrings compared, hashed into maps, and used as keys.
-module(binary_order).
-export([start/0, id/1]).

start() ->
    Binaries = [<<>>, <<0>>, <<1>>, <<0, 0>>, <<255>>, <<1:1>>, <<0:1>>, <<127:7>>, <<"abc">>, <<"abd">>, <<"ab">>],
    erlang:display(lists:sort(Binaries)),
    <<_:3, Shifted:24/bits, _/bits>> = id(<<0:3, "abc", 0:5>>),
    erlang:display(Shifted =:= <<"abc">>),
    erlang:display(Shifted < <<"abd">>),
    Map = #{<<"abc">> => 1, <<1:1>> => 2, <<>> => 3},
    erlang:display(maps:get(Shifted, Map)),
    <<Bit:1/bits, _/bits>> = id(<<255>>),
    erlang:display(maps:get(Bit, Map)),
    erlang:display(case Shifted of <<"abc">> -> yes; _ -> no end),
    erlang:display([max(A, B) || {A, B} <- [{<<1>>, <<1, 0>>}, {<<2>>, <<1, 9>>}, {<<1:2>>, <<1:3>>}]]),
    erlang:display(lists:usort([Shifted, <<"abc">>, <<$a, $b, $c>>])),
    Large = maps:from_list([{<<N:16>>, N} || N <- lists:seq(1, 100)]),
    <<_:5, Key:16/bits, _/bits>> = <<0:5, 77:16, 1:3>>,
    erlang:display(maps:get(Key, Large)),
    ok.

id(X) -> X.

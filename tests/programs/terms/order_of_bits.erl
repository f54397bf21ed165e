%% Bitstrings bit by bit, the shorter first
-module(order_of_bits).
-export([start/0]).

start() ->
    Values = [<<>>, <<0>>, <<0:1>>, <<1:1>>, <<1>>, <<0, 0>>, <<255>>, <<127:7>>, <<1:2>>, <<0:9>>, <<"ab">>, <<"abc">>],
    show(lists:sort(Values)),
    <<_:3, Unaligned/bits>> = <<5:3, "ab">>,
    show(lists:sort([<<"ab">>, Unaligned, <<"aa">>])),
    show([Unaligned =:= <<"ab">>, Unaligned == <<"ab">>, Unaligned < <<"ac">>]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% A field says how long another is
-module(sizes_from_fields).
-export([start/0]).

start() ->
    [show(packets(B)) || B <- [<<>>, <<1, "a", 3, "bcd">>, <<2, "xy", 0, 1>>, <<9, "short">>]],
    [show(nibbles(B)) || B <- [<<4:4, 9:4, 2:4, 3:2, 0:2>>, <<15:4, 1:4>>]],
    ok.

packets(<<Size, Packet:Size/binary, Rest/binary>>) -> [Packet | packets(Rest)];
packets(Rest) -> [{left, Rest}].

nibbles(<<Size:4, Value:Size, Rest/bits>>) -> [{Size, Value} | nibbles(Rest)];
nibbles(Rest) -> [{left, Rest}].

show(Term) -> io:format("~0p~n", [Term]).

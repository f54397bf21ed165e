%% Nested io lists become one binary
-module(io_list_shapes).
-export([start/0]).

start() ->
    Lists = [[], [[]], [1, 2], ["ab", [<<"cd">>, $e | <<"f">>]], [<<>>, [[], [[<<"x">>]]]], <<"just">>, [[[[[97]]]] | <<"b">>]],
    [show({iolist_to_binary(L), iolist_size(L)}) || L <- Lists],
    show(list_to_bitstring([<<1:3>>, 5, [<<2:5>>], "a"])),
    show(erlang:iolist_to_iovec(["a", <<"b">>, $c])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

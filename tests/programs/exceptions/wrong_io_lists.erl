%% What is no io list
-module(wrong_io_lists).
-export([start/0]).

start() ->
    Values = [[], <<"a">>, "ab", [1, [2, <<"x">>]], [256], [-1], [a], [1.0], [<<1:3>>], [1 | 2], ["a" | <<"b">>], a, {}],
    each(fun iolist_to_binary/1, Values),
    each(fun iolist_size/1, Values),
    each(fun list_to_binary/1, Values),
    each(fun list_to_bitstring/1, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

%% Size functions refuse what has no such size
-module(badarg_of_sizes).
-export([start/0]).

start() ->
    Values = [a, 1, "ab", [1 | 2], <<"x">>, {1, 2}, #{a => 1}, [], <<1:3>>],
    each(fun length/1, Values),
    each(fun byte_size/1, Values),
    each(fun bit_size/1, Values),
    each(fun tuple_size/1, Values),
    each(fun map_size/1, Values),
    each(fun size/1, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

%% Elements and parts that are not there
-module(badarg_of_places).
-export([start/0]).

start() ->
    T = {a, b, c},
    each(fun(N) -> element(N, T) end, [0, 1, 3, 4, -1, a, 1.0, 1 bsl 70]),
    each(fun(N) -> setelement(N, T, x) end, [0, 1, 3, 4, a]),
    each(fun(N) -> erlang:delete_element(N, T) end, [0, 1, 3, 4]),
    each(fun(N) -> erlang:insert_element(N, T, x) end, [0, 1, 4, 5]),
    each(fun(P) -> binary_part(<<"abcdef">>, P) end, [{0, 3}, {6, -2}, {5, 2}, {7, 0}, {0, -1}, {a, 1}, x]),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

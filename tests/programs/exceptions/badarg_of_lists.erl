%% hd and tl of what has none
-module(badarg_of_lists).
-export([start/0]).

start() ->
    Values = [[], [1], [1 | 2], a, {}, "ab", <<>>],
    each(fun hd/1, Values),
    each(fun tl/1, Values),
    each(fun(L) -> L ++ [z] end, Values),
    each(fun(L) -> [z] ++ L end, Values),
    each(fun(L) -> [1, 2, 1] -- L end, Values),
    each(fun(L) -> L -- [1] end, Values),
    ok.

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

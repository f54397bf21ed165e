%% try in try in try: of, catch, after, each leaving by value, throw.
-module(try_nestings).
-export([start/0]).

start() ->
    Ways = [value, throw, error, exit],
    [io:format("~w ~w ~w: ~0p~n", [A, B, C, run(A, B, C)]) || A <- Ways, B <- Ways, C <- [value, throw]],
    io:format("~0p~n", [[of_part(W) || W <- Ways]]),
    io:format("~0p~n", [[classes(W) || W <- Ways]]),
    io:format("~0p~n", [loop(5, [])]),
    io:format("~0p~n", [try try throw(a) catch throw:a -> throw(b) end catch throw:b -> c end]),
    io:format("~0p~n", [try try exit(a) of _ -> 1 after put(ran, true) end catch exit:R -> {R, erase(ran)} end]),
    io:format("~0p~n", [try (try 1 after throw(over) end) catch throw:over -> overridden end]),
    ok.

run(Body, Handler, Finally) ->
    put(log, []),
    Result = try
        try
            leave(Body, body)
        of
            V -> note({'of', V}), {of_value, V}
        catch
            Class:Reason -> note({caught, Class, Reason}), leave(Handler, handler)
        after
            note('after'), leave(Finally, 'after')
        end
    catch
        Class2:Reason2 -> {outer, Class2, Reason2}
    end,
    {Result, lists:reverse(erase(log))}.

leave(value, Where) -> Where;
leave(throw, Where) -> throw(Where);
leave(error, Where) -> error(Where);
leave(exit, Where) -> exit(Where).

note(What) -> put(log, [What | get(log)]).

of_part(W) ->
    try try ok of ok -> leave(W, in_of) catch _:_ -> not_mine end catch C:R -> {escaped, C, R} end.

classes(W) ->
    try leave(W, w) of X -> {value, X} catch throw:T -> {t, T}; error:E when E =:= w -> {e, E}; exit:_ -> {x} end.

loop(0, Acc) -> Acc;
loop(N, Acc) -> try throw(N) catch M when M > 3 -> loop(N - 1, [{big, M} | Acc]); M -> loop(N - 1, [M | Acc]) end.

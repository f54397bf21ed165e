%% erlang:raise with every class and odd stack traces; error/2,3 with args.
-module(raise_in_detail).
-export([start/0]).

start() ->
    Stacks = [[], [{m, f, 1, []}], [{m, f, [a, b], [{file, "x.erl"}, {line, 5}]}], [{m, f, 1}], [{m, f, 1, [{line, 3}, {extra, x}]}], [{fun lists:map/2, [a], []}], [x], [{m, f, x, []}], [{m, f, 1, x}], x, [{m, f, 1, []} | x], [{"m", f, 1, []}]],
    [io:format("~0p: ~0p~n", [S, raised(error, bad, S)]) || S <- Stacks],
    [io:format("~0p ~0p~n", [C, raised(C, reason, [{m, f, 2, []}])]) || C <- [error, exit, throw, other, 5]],
    [io:format("~0p~n", [E]) || E <- [outcome(fun() -> error(r, [1, 2]) end), outcome(fun() -> error(r, none) end), outcome(fun() -> error(r, [a], [{error_info, #{cause => c}}]) end),
                                       outcome(fun() -> error(r, x) end), outcome(fun() -> error(r, [a], x) end), outcome(fun() -> error(r, [a], [x]) end), outcome(fun() -> error(r, [a], [{error_info, x}]) end)]],
    try
        try error(first) catch error:first:S1 -> erlang:raise(error, second, S1) end
    catch
        error:second:S2 -> io:format("~0p~n", [[{F, A} || {?MODULE, F, A, _} <- S2]])
    end,
    try try throw(t) catch throw:t -> erlang:error(in_handler) end catch error:in_handler -> io:format("in handler~n") end,
    io:format("~0p~n", [catch erlang:raise(throw, thrown, [])]),
    {'EXIT', {Reason, Trace}} = (catch erlang:raise(error, e, [{a, b, 0, []}])),
    io:format("~0p ~0p~n", [Reason, Trace]),
    io:format("~0p~n", [catch erlang:raise(exit, x, [])]),
    ok.

raised(Class, Reason, Stack) ->
    try erlang:raise(Class, Reason, Stack) of Value -> {value, Value} catch C:R:S -> {C, R, if S =:= Stack -> same; true -> [E || E <- S, element(1, E) =/= ?MODULE, element(1, E) =/= observe] end} end.

outcome(F) ->
    try F() catch C:R:S ->
        [{_, _, A, Info} | _] = S,
        {C, R, if is_list(A) -> A; true -> arity end, proplists:get_value(error_info, Info)}
    end.

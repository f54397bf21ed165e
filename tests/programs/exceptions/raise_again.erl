%% Exceptions raised again keep class, reason and trace.
-module(raise_again).
-export([start/0, id/1]).

start() ->
    [erlang:display(again(F)) || F <- [fun() -> throw(t) end, fun() -> error(e) end, fun() -> exit(x) end]],
    erlang:display(changed(fun() -> error(first) end)),
    erlang:display(catch through(5, fun() -> throw(deep) end)),
    erlang:display(raised(throw, ball, [])),
    erlang:display(raised(error, {bad, thing}, [])),
    erlang:display(raised(exit, normal, [])),
    erlang:display(raised(error, traced, [{some, function, 2, [{file, "f.erl"}, {line, 7}]}])),
    erlang:display(catch erlang:raise(id(nonsense), reason, [])),
    erlang:display(catch erlang:raise(throw, value, [])),
    {'EXIT', {why, Trace}} = (catch erlang:raise(error, why, [{m, f, [a], []}])),
    erlang:display(Trace),
    erlang:display(catch erlang:raise(exit, why, [])),
    ok.

again(Fun) ->
    try
        try Fun() catch Class:Reason:Trace -> erlang:raise(Class, {again, Reason}, Trace) end
    catch
        OtherClass:OtherReason:OtherTrace -> {OtherClass, OtherReason, length(OtherTrace) > 0}
    end.

changed(Fun) ->
    try
        try Fun() catch error:First -> exit({second, First}) end
    catch
        Class:Reason -> {Class, Reason}
    end.

through(0, Fun) -> Fun();
through(N, Fun) ->
    try
        through(N - 1, Fun)
    catch
        throw:Value -> throw({N, Value});
        error:Reason -> error(Reason)
    after
        ok
    end.

raised(Class, Reason, Trace) ->
    try
        try erlang:raise(Class, Reason, Trace) after ok end
    catch
        C:R:T -> {C, R, T}
    end.

id(X) -> X.

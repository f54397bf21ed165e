%% throw, error and exit seen by try and by catch.
-module(catch_classes).
-export([start/0, id/1]).

start() ->
    Funs = [fun() -> throw(ball) end, fun() -> error(wrong) end, fun() -> exit(gone) end,
            fun() -> value end, fun() -> id(1) + id(a) end, fun() -> 1 div id(0) end],
    [erlang:display(classify(F)) || F <- Funs],
    [erlang:display(only_throw(F)) || F <- Funs],
    [erlang:display(old_catch(F)) || F <- Funs],
    ok.

classify(Fun) ->
    try Fun() of
        Value -> {value, Value}
    catch
        throw:Term -> {throw, Term};
        error:Reason -> {error, Reason};
        exit:Reason -> {exit, Reason}
    end.

only_throw(Fun) ->
    try
        try Fun() catch Ball -> {ball, Ball} end
    catch
        Class:Reason -> {passed, Class, Reason}
    end.

old_catch(Fun) ->
    case catch Fun() of
        {'EXIT', {Reason, Trace}} when is_list(Trace) -> {exit_with_trace, Reason};
        {'EXIT', Reason} -> {exit_alone, Reason};
        Value -> {value, Value}
    end.

id(X) -> X.

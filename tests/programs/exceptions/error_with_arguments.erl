%% error/2 puts arguments into the trace
-module(error_with_arguments).
-export([start/0]).

start() ->
    show(trace(fun() -> error(reason, [one, two]) end)),
    show(trace(fun() -> error({reason, 1}, none) end)),
    show(trace(fun() -> failing(1, b) end)),
    ok.

failing(A, B) -> error(failed, [A, B]).

trace(Fun) ->
    try
        Fun()
    catch
        error:Reason:Trace ->
            {_, Function, Arguments, _} = hd(Trace),
            case is_list(Arguments) of
                true -> {Reason, Function, Arguments};
                false -> {Reason, arity}
            end
    end.

show(Term) -> io:format("~0p~n", [Term]).

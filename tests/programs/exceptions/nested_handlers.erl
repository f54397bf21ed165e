%% Handlers in handlers, and what passes them
-module(nested_handlers).
-export([start/0]).

start() ->
    show(outer(throw, a)),
    show(outer(error, b)),
    show(outer(exit, c)),
    show(outer(none, d)),
    ok.

outer(Class, Reason) ->
    try
        inner(Class, Reason)
    catch
        throw:R -> {outer_throw, R};
        error:R -> {outer_error, R};
        exit:R -> {outer_exit, R}
    end.

inner(Class, Reason) ->
    try
        act(Class, Reason)
    catch
        throw:a -> throw(again);
        error:b -> exit(changed)
    after
        show({after_inner, Class})
    end.

act(throw, R) -> throw(R);
act(error, R) -> error(R);
act(exit, R) -> exit(R);
act(none, R) -> {fine, R}.

show(Term) -> io:format("~0p~n", [Term]).

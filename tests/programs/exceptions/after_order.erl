%% after runs once, whatever happens, from the inner block to the outer.
-module(after_order).
-export([start/0]).

start() ->
    erlang:display(run(fun() -> value end)),
    erlang:display(run(fun() -> throw(ball) end)),
    erlang:display(run(fun() -> error(wrong) end)),
    erlang:display(run(fun() -> exit(gone) end)),
    erlang:display(nested()),
    erlang:display(after_throws()),
    ok.

run(Fun) ->
    try Fun() of
        value -> {got, value}
    catch
        throw:ball -> caught;
        error:Reason -> {error, Reason};
        exit:Reason -> {exit, Reason}
    after
        erlang:display(cleaned)
    end.

nested() ->
    try
        try
            try throw(deep) after erlang:display(inner) end
        after
            erlang:display(middle)
        end
    catch
        throw:Term -> {outer, Term}
    after
        erlang:display(outer)
    end.

after_throws() ->
    try
        try throw(first) after throw(second) end
    catch
        throw:Term -> Term
    end.

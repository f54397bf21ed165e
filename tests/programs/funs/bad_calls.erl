%% Calls of what is no fun, of the wrong arity, of functions that do not exist.
-module(bad_calls).
-export([start/0, id/1]).

start() ->
    One = fun(X) -> X end,
    erlang:display(catch_error(fun() -> (id(not_a_fun))() end)),
    erlang:display(catch_error(fun() -> (id(1))(2) end)),
    erlang:display(catch_error(fun() -> (id({a, b}))(2) end)),
    erlang:display(catch_error(fun() -> (id([]))(1, 2) end)),
    erlang:display(arity_error(fun() -> (id(One))() end)),
    erlang:display(arity_error(fun() -> (id(One))(1, 2) end)),
    erlang:display(arity_error(fun() -> apply(id(One), [1, 2, 3]) end)),
    erlang:display(arity_error(fun() -> (id(fun lists:reverse/1))(a, b) end)),
    erlang:display(catch_error(fun() -> (id(fun no_module:f/0))() end)),
    erlang:display(catch_error(fun() -> no_module:f(1) end)),
    erlang:display(catch_error(fun() -> lists:no_function(1, 2) end)),
    erlang:display(catch_error(fun() -> (id(?MODULE)):private(1) end)),
    erlang:display(catch_error(fun() -> apply(id(1), f, []) end)),
    erlang:display(catch_error(fun() -> apply(lists, id(2), []) end)),
    erlang:display(catch_error(fun() -> apply(lists, reverse, id(improper)) end)),
    erlang:display(catch_error(fun() -> apply(lists, reverse, id([1 | 2])) end)),
    erlang:display(catch_error(fun() -> apply(id(One), id(nope)) end)),
    erlang:display(catch_error(fun() -> lists:map(id(x), [1]) end)),
    erlang:display(private(2)),
    ok.

private(X) -> {private, X}.

arity_error(Fun) ->
    try Fun() catch error:{badarity, {F, Arguments}} -> {badarity, is_function(F), Arguments} end.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

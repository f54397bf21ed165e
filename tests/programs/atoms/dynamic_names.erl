%% Modules, functions and names chosen by atoms made at run time.
-module(dynamic_names).
-export([start/0, handle_open/1, handle_close/1]).

start() ->
    erlang:display([dispatch(T) || T <- ["open", "close"]]),
    erlang:display(catch_error(fun() -> dispatch("explode") end)),
    Module = list_to_atom("lists"),
    erlang:display(Module:reverse([1, 2])),
    erlang:display(apply(list_to_atom("er" ++ "lang"), list_to_atom("abs"), [-5])),
    Name = list_to_atom("worker_" ++ integer_to_list(7)),
    register(Name, self()),
    worker_7 ! hello,
    erlang:display(receive M -> M end),
    unregister(worker_7),
    Key = list_to_atom("ke" ++ "y"),
    #{key := Value} = #{Key => found},
    erlang:display(Value),
    Record = list_to_tuple([list_to_atom("point"), 1, 2]),
    erlang:display(case Record of {point, X, Y} -> X + Y; _ -> none end),
    erlang:display(list_to_atom("true") andalso list_to_atom("done")),
    erlang:display(erlang:function_exported(?MODULE, list_to_atom("handle_" ++ "open"), 1)),
    ok.

dispatch(Text) -> (?MODULE):(list_to_atom("handle_" ++ Text))(Text).

handle_open(T) -> {opening, T}.

handle_close(T) -> {closing, T}.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

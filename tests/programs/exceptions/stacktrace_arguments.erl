%% function_clause, undef and failing built-in functions carry their arguments.
-module(stacktrace_arguments).
-export([start/0, id/1]).

-record(r, {a}).

start() ->
    show(fun() -> only_one(id(2), "two") end),
    show(fun() -> (id(?MODULE)):missing(1, {2}) end),
    show(fun() -> no_module:missing() end),
    show(fun() -> atom_to_list(id("not an atom")) end),
    show(fun() -> element(id(3), id({1, 2})) end),
    show(fun() -> hd(id([])) end),
    show(fun() -> lists:map(fun only_ones/1, [1, 1, 2]) end),
    show(fun() -> id(7) + id(x) end),
    show(fun() -> maps:get(k, id(#{})) end),
    show(fun() -> list_to_integer(id("x1")) end),
    show(fun() -> (id(#{}))#r.a end),
    ok.

only_one(1, _) -> ok.

only_ones(1) -> ok.

show(Fun) ->
    try
        Fun(),
        none
    catch
        Class:Reason:Trace ->
            [{M, F, A, _} | _] = Trace,
            erlang:display({Class, Reason, M, plain(F), A})
    end.

plain(Name) ->
    case atom_to_list(Name) of
        "-" ++ _ -> 'fun';
        _ -> Name
    end.

id(X) -> X.

%% The frames of a stack trace: module, function, arity, file and line.
-module(stacktrace_frames).
-export([start/0, id/1]).

start() ->
    show(fun() -> outer(1) end),
    show(fun() -> matched(2) end),
    show(fun() -> 1 + thrower(3) end),
    show(fun() -> [helper(X) || X <- id([1, zero])] end),
    show(fun() -> exiting(id(x)) end),
    ok.

outer(X) ->
    Y = middle(X),
    {Y}.

middle(X) ->
    Y = inner(X, extra),
    [Y].

inner(X, extra) ->
    Y = case id(X) of
        1 -> error({inner, X});
        _ -> X
    end,
    [Y].

matched(X) ->
    {ok, Y} = id(X),
    Y.

thrower(X) ->
    Y = id(X),
    Y < 3 orelse throw({ball, X}),
    Y.

helper(X) ->
    10 / id(X).

exiting(X) ->
    Y = exit(X),
    {Y}.

show(Fun) ->
    try
        Fun(),
        none
    catch
        Class:Reason:Trace ->
            erlang:display({Class, Reason}),
            [erlang:display(frame(F)) || F <- Trace, element(1, F) =:= ?MODULE]
    end.

frame({M, F, A, Location}) ->
    {M, plain(F), A, proplists:get_value(file, Location), proplists:get_value(line, Location)}.

plain(Name) ->
    case atom_to_list(Name) of
        "-" ++ _ -> 'fun';
        _ -> Name
    end.

id(X) -> X.

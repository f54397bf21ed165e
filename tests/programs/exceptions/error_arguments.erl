%% error/1,2,3 and the arguments they leave in the trace.
-module(error_arguments).
-export([start/0, id/1]).

start() ->
    show(fun() -> plain(1, 2) end),
    show(fun() -> with_arguments(1, 2) end),
    show(fun() -> with_none(1, 2) end),
    show(fun() -> with_options(1, 2) end),
    show(fun() -> exit({tuple, id(reason)}) end),
    show(fun() -> throw([]) end),
    show(fun() -> error(id(badarg)) end),
    show(fun() -> error(id(undef)) end),
    ok.

plain(A, B) -> id(error({sum, A + B})).

with_arguments(A, B) -> id(error(wrong, [A, B])).

with_none(_, _) -> id(error(wrong, none)).

with_options(A, B) -> id(error(wrong, [A, B], [{error_info, #{cause => x}}])).

show(Fun) ->
    try Fun() of
        Value -> erlang:display({value, Value})
    catch
        Class:Reason:Trace ->
            [{M, F, A, _} | _] = Trace,
            Name = case atom_to_list(F) of "-" ++ _ -> 'fun'; _ -> F end,
            erlang:display({Class, Reason, M, Name, A})
    end.

id(X) -> X.

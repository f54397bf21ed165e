%% Compiled match specifications, continuations that are repaired, test_ms/2.
-module(compiled_specs).
-export([start/0]).

start() ->
    Compiled = ets:match_spec_compile([{{'$1', '$2'}, [{'>', '$2', 1}], ['$1']}, {'$1', [{is_atom, '$1'}], [{{atom, '$1'}}]}]),
    show(ets:match_spec_run([{a, 1}, {b, 2}, {c, 3, 4}, {d, 9}, e, 5, "f", {[g], 7}], Compiled)),
    show(ets:match_spec_run([], Compiled)),
    show(length(ets:match_spec_run([{N, N} || N <- lists:seq(1, 10000)], Compiled))),
    show([ets:is_compiled_ms(X) || X <- [Compiled, make_ref(), 1, <<>>, [], {}]]),
    [show(try ets:match_spec_compile(S) catch error:R -> R end) || S <- [[], a, [a], [{'_', [], []}], [{'_', [], [{x, 1}]}]]],
    [show(try ets:match_spec_run(L, C) catch error:R -> R end) || {L, C} <- [{[{a, 2} | x], Compiled}, {a, Compiled}, {[a], b}]],
    Same = ets:match_spec_compile([{'_', [], ['$_']}]),
    show(ets:match_spec_run([1, a], Same)),
    show(ets:test_ms({a, 1}, [{{'$1', '$2'}, [], [{{'$2', '$1'}}]}])),
    show(ets:test_ms({a, 1}, [{{'$1'}, [], ['$1']}])),
    show(element(1, ets:test_ms({a, 1}, [{{'$1'}, [], ['$2']}]))),
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{N} || N <- lists:seq(1, 10)]),
    Spec = [{{'$1'}, [], ['$1']}],
    {_, C1} = ets:select(T, Spec, 4),
    show(element(1, ets:select(ets:repair_continuation(C1, Spec)))),
    Stored = setelement(5, C1, make_ref()),
    show(try ets:select(Stored) catch error:R -> R end),
    show(element(1, ets:select(ets:repair_continuation(Stored, Spec)))),
    show(ets:repair_continuation('$end_of_table', Spec)),
    H = ets:new(h, []),
    ets:insert(H, [{N} || N <- lists:seq(1, 10)]),
    {L1, C2} = ets:select(H, Spec, 4),
    {L2, C3} = ets:select(ets:repair_continuation(setelement(4, C2, make_ref()), Spec)),
    {L3, _} = ets:select(C3),
    show(lists:sort(L1 ++ L2 ++ L3)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Continuations: every object once, whatever the limit, while some are deleted.
-module(some_at_once).
-export([start/0]).

start() -> [kind(K) || K <- [set, bag, duplicate_bag, ordered_set]], ok.

kind(Kind) ->
    T = ets:new(t, [Kind]),
    ets:insert(T, [{N, V} || N <- lists:seq(1, 200), V <- values(Kind)]),
    All = lists:sort(ets:tab2list(T)),
    Limits = [1, 2, 3, 7, 64, 199, 200, 201, 1000],
    show([lists:sort(lists:append(parts(ets:select(T, [{'_', [], ['$_']}], L), select))) =:= All || L <- Limits]),
    show([lists:sort(lists:append(parts(ets:match_object(T, '_', L), match_object))) =:= All || L <- Limits]),
    show([lists:sort(lists:append(parts(ets:match(T, '$1', L), match))) =:= [[O] || O <- All] || L <- Limits]),
    show([lists:all(fun(P) -> length(P) =< L end, parts(ets:select(T, [{'_', [], ['$_']}], L), select)) || L <- Limits]),
    ets:safe_fixtable(T, true),
    show(lists:sort(emptied(T, ets:select(T, [{'_', [], ['$_']}], 10))) =:= All),
    ets:safe_fixtable(T, false),
    show(ets:info(T, size)),
    show(ets:select(T, [{'_', [], ['$_']}], 10)),
    show(ets:match(T, '$1', 10)),
    ok.

values(Kind) when Kind =:= set; Kind =:= ordered_set -> [1];
values(bag) -> [1, 2, 3];
values(duplicate_bag) -> [1, 1, 2].

parts('$end_of_table', _) -> [];
parts({Found, Continuation}, F) -> [Found | parts(ets:F(Continuation), F)].

emptied(_, '$end_of_table') -> [];
emptied(T, {Found, Continuation}) ->
    [ets:delete_object(T, O) || O <- Found],
    Found ++ emptied(T, ets:select(Continuation)).

show(Term) -> io:format("~0p~n", [Term]).

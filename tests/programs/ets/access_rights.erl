%% What another process may do with a private, protected and public table.
-module(access_rights).
-export([start/0]).

start() -> [kind(P) || P <- [private, protected, public]], ok.

kind(Protection) ->
    T = ets:new(t, [Protection]),
    ets:insert(T, {k, 1}),
    [show({Protection, Name, asked(fun() -> F(T) end)}) || {Name, F} <- acts()],
    show(lists:sort(ets:tab2list(T))),
    ok.

acts() ->
    All = [{'_', [], [true]}],
    [{lookup, fun(T) -> ets:lookup(T, k) end}, {member, fun(T) -> ets:member(T, k) end},
     {lookup_element, fun(T) -> ets:lookup_element(T, k, 2) end}, {first, fun ets:first/1}, {next, fun(T) -> ets:next(T, k) end},
     {select, fun(T) -> ets:select(T, All) end}, {select_count, fun(T) -> ets:select_count(T, All) end},
     {match, fun(T) -> ets:match(T, '$1') end}, {tab2list, fun ets:tab2list/1}, {slot, fun(T) -> ets:slot(T, 1000000) end},
     {fix, fun(T) -> ets:safe_fixtable(T, true) end}, {info, fun(T) -> ets:info(T, size) end},
     {foldl, fun(T) -> ets:foldl(fun(_, N) -> N + 1 end, 0, T) end},
     {insert, fun(T) -> ets:insert(T, {j, 1}) end}, {insert_new, fun(T) -> ets:insert_new(T, {k, 1}) end},
     {update_counter, fun(T) -> ets:update_counter(T, k, 1) end}, {update_element, fun(T) -> ets:update_element(T, k, {2, 5}) end},
     {delete_object, fun(T) -> ets:delete_object(T, {z, z}) end}, {delete_key, fun(T) -> ets:delete(T, z) end},
     {take, fun(T) -> ets:take(T, z) end}, {select_delete, fun(T) -> ets:select_delete(T, [{z, [], [true]}]) end},
     {rename, fun(T) -> ets:rename(T, u) =:= T end}, {setopts, fun(T) -> ets:setopts(T, {heir, none}) end},
     {give_away, fun(T) -> ets:give_away(T, self(), x) end}, {delete_all, fun ets:delete_all_objects/1}].

asked(F) ->
    Self = self(),
    {P, M} = spawn_monitor(fun() -> Self ! {self(), try F() catch error:R -> R end} end),
    receive {P, Answer} -> erlang:demonitor(M, [flush]), Answer; {'DOWN', M, _, _, R} -> {died, R} end.

show(Term) -> io:format("~0p~n", [Term]).

%% What an error says of itself: who explains it, and why it was.
-module(why_it_failed).
-export([start/0]).

start() ->
    T = ets:new(t, []),
    B = ets:new(b, [bag]),
    N = ets:new(n, [named_table]),
    ets:insert(T, {k, 1, x}),
    D = ets:new(d, []),
    ets:delete(D),
    Other = other(),
    Calls =
        [{lookup, [none, 1]}, {lookup, [D, 1]}, {lookup, [make_ref(), 1]}, {lookup, ["t", 1]}, {lookup, [Other, 1]},
         {insert, [Other, {1}]}, {insert, [T, {}]}, {insert, [T, x]}, {insert, [none, x]}, {delete, [none]}, {delete, [none, 1]},
         {new, [n, [named_table]]}, {new, [1, []]}, {new, [x, [y]]}, {lookup_element, [T, z, 1]}, {lookup_element, [T, k, 4]},
         {update_counter, [T, z, 1]}, {update_counter, [T, k, {1, 1}]}, {update_counter, [T, k, {9, 1}]},
         {update_counter, [T, k, {3, 1}]}, {update_counter, [T, k, a]}, {update_counter, [B, k, 1]},
         {update_element, [T, k, {1, 1}]}, {update_element, [T, k, a]}, {update_element, [B, k, {2, 1}]}, {rename, [T, 1]}, {rename, [N, 1]},
         {give_away, [T, self(), 1]}, {give_away, [Other, self(), 1]}, {give_away, [T, a, 1]}, {safe_fixtable, [T, x]},
         {select, [T, x]}, {select, [x, x]}, {select, [x]}, {select, [T, [{'_', [], [true]}], 0]}, {match, [T, x, 0]},
         {next, [T, z]}, {slot, [T, -1]}, {info, [T, x]}, {info, [1]}, {whereis, [1]}, {setopts, [T, x]}, {select_replace, [B, []]},
         {match_spec_compile, [x]}, {delete_object, [T, {}]}, {first, [none]}, {take, [none, 1]}, {select_count, [T, x]}],
    [show({F, length(A), why(F, A)}) || {F, A} <- Calls],
    ok.

why(F, A) ->
    try apply(ets, F, A) of
        Value -> {value, Value}
    catch
        Class:Reason:Trace ->
            {Module, F, A, Location} = hd(Trace),
            {Class, Reason, Module, proplists:get_value(error_info, Location)}
    end.

%% A private table of a process that lives.
other() ->
    Self = self(),
    spawn_link(fun() -> Self ! {table, ets:new(other, [private])}, receive stop -> ok end end),
    receive {table, T} -> T end.

show(Term) -> io:format("~0p~n", [Term]).

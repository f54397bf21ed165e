%% Named tables: names that are used again, renamed, and found.
-module(names_of_tables).
-export([start/0]).

start() ->
    show(ets:new(one, [named_table])),
    Id = ets:whereis(one),
    ets:insert(one, {k, v}),
    show(ets:lookup(Id, k)),
    show(ets:rename(one, two)),
    show([ets:whereis(one), ets:whereis(two) =:= Id, ets:info(two, name), ets:info(Id, name)]),
    show(ets:new(one, [named_table])),
    show(try ets:rename(one, two) catch error:R1 -> R1 end),
    show(try ets:rename(one, "two") catch error:R2 -> R2 end),
    show(try ets:rename(none, three) catch error:R3 -> R3 end),
    show(ets:delete(two)),
    show([ets:whereis(two), ets:info(Id)]),
    show(ets:rename(one, two)),
    T = ets:new(plain, []),
    show(ets:rename(T, other) =:= T),
    show([ets:info(T, name), ets:whereis(other), ets:whereis(plain)]),
    [show(try ets:whereis(X) catch error:R4 -> R4 end) || X <- [T, 1, "two"]],
    show([lists:member(X, ets:all()) || X <- [two, T, one]]),
    show(ets:delete(two)),
    show(lists:member(two, ets:all())),
    {P, M} = spawn_monitor(fun() -> ets:new(short, [named_table]), receive stop -> ok end end),
    wait_for(fun() -> ets:whereis(short) =/= undefined end),
    show(try ets:new(short, [named_table]) catch error:R5 -> R5 end),
    P ! stop,
    receive {'DOWN', M, _, _, _} -> ok end,
    show(ets:new(short, [named_table])),
    ok.

wait_for(F) -> case F() of true -> ok; false -> erlang:yield(), wait_for(F) end.

show(Term) -> io:format("~0p~n", [Term]).

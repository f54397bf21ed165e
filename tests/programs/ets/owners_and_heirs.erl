%% Tables end with their owner, unless somebody inherits them or is given them.
-module(owners_and_heirs).
-export([start/0]).

start() ->
    Self = self(),
    T1 = owned(fun() -> ets:new(plain, []) end),
    show(ets:info(T1)),
    T2 = owned(fun() -> T = ets:new(named, [named_table, {heir, Self, #{some => [data]}}]), ets:insert(T, {1, one}), T end),
    receive {'ETS-TRANSFER', T2, From, Data} -> show({T2, is_pid(From), is_process_alive(From), Data}) after 1000 -> show(nothing) end,
    show({ets:lookup(named, 1), ets:info(named, owner) =:= self(), ets:info(named, heir) =:= self()}),
    ets:insert(named, {2, two}),
    show(ets:tab2list(named) =/= []),
    ets:delete(named),
    Dead = spawn(fun() -> ok end),
    M = monitor(process, Dead),
    receive {'DOWN', M, _, _, _} -> ok end,
    T3 = owned(fun() -> ets:new(t, [{heir, Dead, x}]) end),
    show(ets:info(T3)),
    T4 = owned(fun() -> ets:new(t, [{heir, self(), x}]) end),
    show(ets:info(T4)),
    T5 = owned(fun() -> T = ets:new(t, []), ets:setopts(T, {heir, Self, later}), T end),
    receive {'ETS-TRANSFER', T5, _, later} -> show(inherited) after 1000 -> show(nothing) end,
    T6 = owned(fun() -> T = ets:new(t, [{heir, Self, x}]), ets:setopts(T, [{heir, none}]), T end),
    show(ets:info(T6)),
    given(),
    wrong(),
    ok.

%% What a process makes that ends at once.
owned(F) ->
    Self = self(),
    {P, M} = spawn_monitor(fun() -> Self ! {self(), F()} end),
    Made = receive {P, T} -> T end,
    receive {'DOWN', M, _, _, _} -> Made end.

given() ->
    Self = self(),
    T = ets:new(gift, [private]),
    ets:insert(T, {1}),
    P = spawn_link(fun() ->
        receive
            {'ETS-TRANSFER', G, Self, hello} ->
                Self ! {self(), ets:tab2list(G), ets:info(G, owner) =:= self()},
                receive back -> ets:give_away(G, Self, thanks) end,
                receive stop -> ok end
        end
    end),
    show(ets:give_away(T, P, hello)),
    receive {P, List, Owner} -> show({List, Owner}) end,
    show(try ets:lookup(T, 1) catch error:R -> R end),
    show(try ets:give_away(T, P, again) catch error:R2 -> R2 end),
    P ! back,
    receive {'ETS-TRANSFER', T, P, thanks} -> show(ets:lookup(T, 1)) end,
    P ! stop,
    show(ets:info(T, owner) =:= self()).

wrong() ->
    T = ets:new(t, []),
    Dead = spawn(fun() -> ok end),
    M = monitor(process, Dead),
    receive {'DOWN', M, _, _, _} -> ok end,
    [show(try ets:give_away(X, P, x) catch error:R -> R end) || {X, P} <- [{T, self()}, {T, a}, {T, Dead}, {none, self()}]],
    [show(try ets:setopts(T, O) catch error:R -> R end)
     || O <- [{heir, none}, [{heir, none}], [], [{heir, none}, {heir, none}], {heir, a, 1}, {protection, public}, [{protection, x}],
              a, {unknown, 1}, [{protection, private}, {heir, self(), 1}], [{heir, none} | x]]],
    show(ets:info(T, protection)).

show(Term) -> io:format("~0p~n", [Term]).

%% What a monitor hears of each way a process can end, with the first frame.
-module(ends_in_every_way).

-export([start/0, clause/1]).

start() ->
    Ways = [fun() -> normal_end end, fun() -> exit(normal) end, fun() -> exit({a, b}) end, fun() -> throw(ball) end, fun() -> error(bad) end,
            fun() -> error(bad, [x, y]) end, fun() -> 1 div id(0) end, fun() -> clause(2) end, fun() -> ?MODULE:missing(1, 2) end,
            fun() -> {a, b} = id({c}) end, fun() -> case id(1) of 2 -> ok end end, fun() -> (id(x))() end, fun() -> (fun(_) -> ok end)() end,
            fun() -> #{a := 1} = id(#{}) end, fun() -> (id(#{}))#{k := v} end, fun() -> binary_to_atom(id(<<255>>)) end,
            fun() -> exit(self(), kill), receive never -> ok end end, fun() -> exit(self(), reason), receive never -> ok end end,
            fun() -> erlang:raise(exit, raised, []) end, fun() -> erlang:raise(throw, raised, []) end, fun() -> link(spawn(fun() -> exit(linked) end)), receive never -> ok end end,
            fun() -> apply(id(not_a_module), f, [1]) end, fun() -> try exit(first) after error(second) end end, fun() -> catch exit(caught) end,
            fun() -> spawn_link(fun() -> throw(x) end), receive never -> ok end end, fun() -> lists:map(id(nofun), [1]) end],
    lists:foldl(fun(Way, N) -> io:format("~w ~0p~n", [N, ending(Way)]), N + 1 end, 1, Ways),
    ok.

ending(Fun) ->
    {Pid, Monitor} = spawn_monitor(Fun),
    receive {'DOWN', Monitor, process, Pid, Reason} -> short(Reason) end.

short({Reason, [{M, F, A, _} | _]}) -> {short(Reason), M, F, if is_list(A), M =:= ?MODULE -> length(A); true -> A end};
short({badfun, F}) when is_function(F) -> {badfun, a_fun};
short({badarity, {F, A}}) when is_function(F) -> {badarity, A};
short(Reason) -> Reason.

clause(1) -> ok.

id(X) -> X.

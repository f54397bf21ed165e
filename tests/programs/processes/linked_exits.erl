%% Exits run along links
-module(linked_exits).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    [show(linked(End)) || End <- [fun() -> ok end, fun() -> exit(bad) end, fun() -> exit(normal) end, fun() -> exit({a, [b]}) end]],
    Middle = spawn_link(fun() -> spawn_link(fun() -> exit(deep) end), receive never -> ok end end),
    show(receive {'EXIT', Middle, Reason} -> Reason end),
    ok.

linked(End) ->
    Pid = spawn_link(End),
    receive {'EXIT', Pid, Reason} -> Reason end.

show(Term) -> io:format("~0p~n", [Term]).

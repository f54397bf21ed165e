%% Links carry exit reasons; a process that traps exits sees them as messages.
-module(links_and_exits).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    [erlang:display(reason_of(F)) ||
        F <- [fun() -> ok end, fun() -> exit(normal) end, fun() -> exit(shutdown) end,
              fun() -> exit({my, "reason"}) end, fun() -> receive never -> ok after 1 -> exit(late) end end,
              fun() -> exit(self(), kill) end, fun() -> exit(self(), stop) end,
              fun() -> spawn_link(fun() -> exit(child) end), receive never -> ok end end]],
    Pid = spawn_link(fun() -> receive never -> ok end end),
    exit(Pid, kill),
    receive {'EXIT', Pid, Why} -> erlang:display({killed, Why}) end,
    Unlinked = spawn_link(fun() -> receive stop -> exit(unseen) end end),
    unlink(Unlinked),
    Unlinked ! stop,
    receive {'EXIT', Unlinked, Seen} -> erlang:display({seen, Seen}) after 20 -> erlang:display(quiet) end,
    exit(self(), message),
    receive {'EXIT', From, Reason} -> erlang:display({From =:= self(), Reason}) end,
    link(spawn(fun() -> ok end)),
    receive {'EXIT', _, Last} when Last =:= normal; Last =:= noproc -> erlang:display(linked) end,
    ok.

reason_of(Fun) ->
    Pid = spawn_link(Fun),
    receive {'EXIT', Pid, Reason} -> Reason end.

%% What a machine does between the calls of its host: wait, end, crash, take turns.
-module(machine).
-export([start/0, main/1, wait/0, halt/0, exits/1, crash/0, caller/0, killed/0, turns/0, forever/0, names/0, busy/0]).

start() -> ok.

main(Arguments) -> Arguments.

wait() ->
    receive never -> never after 1500 -> late end.

halt() -> erlang:halt(7).

exits(Reason) -> exit(Reason).

crash() ->
    {Pid, Reference} = spawn_monitor(fun() -> error({wrong, "text"}) end),
    receive {'DOWN', Reference, process, Pid, {{wrong, _}, [_ | _]}} -> ok end.

caller() -> loaded:answer().

killed() ->
    exit(self(), kill),
    receive never -> ok end.

forever() -> receive never -> ok end.

busy() -> busy().

%% The priorities in the order in which processes of them end that begin together and count as long.
turns() ->
    Self = self(),
    process_flag(priority, max),
    [spawn_opt(fun() -> count(20000), Self ! Priority end, [{priority, Priority}]) ||
        Priority <- [low, normal, high, max]],
    process_flag(priority, low),
    [receive Priority -> Priority end || _ <- [1, 2, 3, 4]].

count(0) -> ok;
count(N) -> count(N - 1).

names() ->
    register(main, self()),
    Pid = spawn(fun() -> receive stop -> ok end end),
    register(helper, Pid),
    helper ! other,
    receive after 10 -> ok end.

%% What a monitor hears of each way to end
-module(exits_of_processes).
-export([start/0]).

start() ->
    Ends = [
        fun() -> ok end,
        fun() -> exit(normal) end,
        fun() -> exit(shutdown) end,
        fun() -> exit({shutdown, why}) end,
        fun() -> throw(ball) end,
        fun() -> error(bad) end,
        fun() -> 1 + atom() end,
        fun() -> exit(self(), kill), receive never -> ok end end
    ],
    [show(ending(End)) || End <- Ends],
    ok.

atom() -> list_to_atom("a").

ending(Fun) ->
    {Pid, Monitor} = spawn_monitor(Fun),
    receive
        {'DOWN', Monitor, process, Pid, {Reason, [{_, _, _, _} | _]}} -> {with_trace, Reason};
        {'DOWN', Monitor, process, Pid, Reason} -> Reason
    end.

show(Term) -> io:format("~0p~n", [Term]).

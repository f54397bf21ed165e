%% A lift as a state machine of processes, told of calls, printing what it does.
-module(elevator_simulation).
-export([start/0]).

start() ->
    Self = self(),
    Lift = spawn_link(fun() -> idle(1, Self) end),
    [Lift ! {call, Floor} || Floor <- [3, 5, 2]],
    trips(3),
    Lift ! {call, 1},
    trips(1),
    Lift ! {call, 1},
    trips(1),
    Lift ! stop,
    receive {log, Log} -> [io:format("~w~n", [E]) || E <- Log] end,
    ok.

trips(0) -> ok;
trips(N) -> receive {arrived, Floor} -> io:format("arrived ~w~n", [Floor]), trips(N - 1) end.

idle(At, Owner) -> idle(At, Owner, []).

idle(At, Owner, Log) ->
    receive
        {call, At} -> Owner ! {arrived, At}, idle(At, Owner, [{open, At} | Log]);
        {call, To} -> moving(At, To, Owner, [{start, At, To} | Log]);
        stop -> Owner ! {log, lists:reverse(Log)}
    end.

moving(At, At, Owner, Log) -> Owner ! {arrived, At}, idle(At, Owner, [{open, At} | Log]);
moving(At, To, Owner, Log) ->
    Next = if To > At -> At + 1; true -> At - 1 end,
    receive after 1 -> moving(Next, To, Owner, [{pass, Next} | Log]) end.

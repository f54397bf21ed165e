%% A receive that waits for a reference passes over thousands of older messages.
-module(selective_with_references).
-export([start/0]).

start() ->
    [self() ! {noise, N} || N <- lists:seq(1, 3000)],
    Server = spawn(fun() -> server() end),
    show([call(Server, {double, N}) || N <- [1, 2, 3]]),
    show(lists:sum([call(Server, {double, N}) || N <- lists:seq(1, 200)])),
    show(process_info(self(), message_queue_len)),
    show(receive {noise, 1500} -> found after 0 -> missing end),
    show(receive {noise, N1} -> N1 after 0 -> missing end),
    show(count(0)),
    R1 = make_ref(),
    self() ! {R1, early},
    R2 = make_ref(),
    self() ! {R2, late},
    show(receive {R2, V2} -> V2 end),
    show(receive {R1, V1} -> V1 end),
    show([receive {N2, X} when N2 > 1 -> X after 0 -> none end || _ <- [begin self() ! {1, a}, self() ! {2, b} end]]),
    show(receive {1, Y} -> Y end),
    ok.

server() -> receive {call, From, R, {double, N}} -> From ! {R, N * 2}, server() end.

call(Server, Request) ->
    R = make_ref(),
    Server ! {call, self(), R, Request},
    receive {R, Answer} -> Answer end.

count(N) -> receive {noise, _} -> count(N + 1) after 0 -> N end.

show(Term) -> io:format("~0p~n", [Term]).

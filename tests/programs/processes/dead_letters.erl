%% What was sent to processes that ended, to names that moved,.
-module(dead_letters).
-export([start/0]).

start() ->
    P = spawn(fun() -> receive one -> exit(after_one) end end),
    M = monitor(process, P),
    [P ! X || X <- [one, two, three]],
    show(receive {'DOWN', M, _, _, R} -> R end),
    show(P ! four),
    show([erlang:send(P, five), erlang:send(P, six, [noconnect])]),
    show(process_info(P, messages)),
    A = spawn(fun() -> receive X1 -> exit({a_got, X1}) end end),
    register(moving, A),
    moving ! to_a,
    timer:sleep(1),
    B = spawn(fun() -> receive X2 -> exit({b_got, X2}) end end),
    register(moving, B),
    MB = monitor(process, B),
    moving ! to_b,
    show(receive {'DOWN', MB, _, _, RB} -> RB end),
    show(try moving ! to_nobody catch error:E -> E end),
    Alias = alias([reply]),
    [spawn(fun() -> Alias ! {reply, N} end) || N <- [1, 2, 3]],
    show(length([receive {reply, _} -> x after 10 -> none end || _ <- [1]])),
    show(receive {reply, N} -> {second, N} after 10 -> only_one end),
    show([is_process_alive(X3) || X3 <- [P, A, B]]),
    show(exit(P, kill)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Processes spawned from funs of funs, comprehensions, tries.
-module(spawned_in_funs).
-export([start/0]).

start() ->
    Self = self(),
    [spawn(fun() -> Self ! {N, [spawn(fun() -> Self ! {N, M} end) || M <- [a, b]] =/= []} end) || N <- [1, 2]],
    show(lists:sort([receive X -> X end || _ <- lists:seq(1, 6)])),
    P = spawn(fun() -> (fun() -> (fun() -> receive {go, F} -> Self ! {ran, F()} end end)() end)() end),
    P ! {go, fun() -> {in, self() =:= P} end},
    show(receive {ran, R} -> R end),
    try throw(spawn(fun() -> Self ! from_thrown end)) catch throw:T -> show(is_pid(T)) end,
    show(receive from_thrown -> heard end),
    Tree = fun Tree(0) -> 1; Tree(D) -> Me = self(), [spawn(fun() -> Me ! {sum, Tree(D - 1)} end) || _ <- [1, 2]], lists:sum([receive {sum, S} -> S end || _ <- [1, 2]]) end,
    show(Tree(6)),
    Chain = fun Chain(0) -> Self ! {chain, 0}; Chain(N) -> spawn(fun() -> Chain(N - 1) end) end,
    Chain(200),
    show(receive {chain, C} -> C after 1000 -> lost end),
    Factory = spawn(fun() -> factory(0) end),
    show([begin Factory ! {make, Self}, receive {made, Pid, N} -> {is_process_alive(Pid), N} end end || _ <- [1, 2, 3]]),
    show(catch spawn(fun() -> exit(ignored) end) =/= Self),
    ok.

factory(N) -> receive {make, To} -> To ! {made, spawn(fun() -> receive stop -> ok end end), N}, factory(N + 1) end.

show(Term) -> io:format("~0p~n", [Term]).

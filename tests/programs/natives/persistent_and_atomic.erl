%% persistent_term, atomics and counters in the hands of several processes.
-module(persistent_and_atomic).
-export([start/0]).

start() ->
    Ref = atomics:new(3, [{signed, true}]),
    Parent = self(),
    [spawn(fun() -> [atomics:add(Ref, 1, N) || _ <- lists:seq(1, 100)], Parent ! done end) || N <- [1, 2, -1]],
    [receive done -> ok end || _ <- [1, 2, 3]],
    show(atomics:get(Ref, 1)),
    show([atomics:add_get(Ref, 2, 5), atomics:sub_get(Ref, 2, 7), atomics:exchange(Ref, 2, 9), atomics:compare_exchange(Ref, 2, 9, 1), atomics:compare_exchange(Ref, 2, 9, 2), atomics:get(Ref, 2)]),
    Max = 16#7FFFFFFFFFFFFFFF,
    atomics:put(Ref, 3, Max),
    show(atomics:add_get(Ref, 3, 1)),
    Unsigned = atomics:new(1, [{signed, false}]),
    show([atomics:sub_get(Unsigned, 1, 1), atomics:add_get(Unsigned, 1, 2)]),
    show([maps:get(K, atomics:info(Ref)) || K <- [size, max, min]]),
    C = counters:new(2, [atomics]),
    W = counters:new(1, [write_concurrency]),
    counters:add(C, 1, 10), counters:sub(C, 1, 3), counters:put(C, 2, -5), counters:add(W, 1, 4),
    show([counters:get(C, 1), counters:get(C, 2), counters:get(W, 1), maps:get(size, counters:info(C))]),
    show([outcome(M, F, A) || {M, F, A} <- [{atomics, get, [Ref, 0]}, {atomics, get, [Ref, 4]}, {atomics, put, [Ref, 1, Max + 1]}, {atomics, put, [Ref, 1, a]}, {atomics, new, [0, []]}, {atomics, new, [1, [x]]}, {atomics, get, [make_ref(), 1]},
                                            {counters, get, [C, 3]}, {counters, new, [0, []]}, {counters, new, [1, [x]]}, {counters, add, [C, 1, x]}, {counters, get, [x, 1]}]]),
    persistent_term:put({?MODULE, k}, #{big => lists:seq(1, 10)}),
    spawn(fun() -> Parent ! {read, persistent_term:get({?MODULE, k})} end),
    show(receive {read, V} -> V =:= #{big => lists:seq(1, 10)} end),
    show([persistent_term:get({?MODULE, none}, default), persistent_term:erase({?MODULE, k}), persistent_term:erase({?MODULE, k})]),
    show(try persistent_term:get({?MODULE, k}) catch Cl:R -> {Cl, R} end),
    ok.

outcome(M, F, A) -> try apply(M, F, A) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

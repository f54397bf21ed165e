%% Tuples as states of loops: stacks, queues, vectors, matrices.
-module(tuples_in_loops).
-export([start/0]).

start() ->
    show(stack([push, push, pop, push, pop, pop, pop], {[], 1})),
    show(vector({1, 2, 3}, {4, 5, 6})),
    show(matrix({{1, 2}, {3, 4}}, 10)),
    show(swap({{a, b}, {c, d}})),
    show(lists:foldl(fun(N, T) -> setelement(N rem 3 + 1, T, N) end, {x, x, x}, lists:seq(1, 10))),
    show(walk({node, {node, leaf, 1, leaf}, 2, {node, leaf, 3, leaf}})),
    show(machine({0, 0, north}, "FFRFFLFRRF")),
    show(lists:foldl(fun(X, {Min, Max, Sum, N}) -> {min(Min, X), max(Max, X), Sum + X, N + 1} end, {99, -99, 0, 0}, [3, -1, 7])),
    show(element(2, element(1, {{a, b}, c}))),
    show(tuple_size(lists:foldl(fun(X, T) -> erlang:append_element(T, X) end, {}, lists:seq(1, 50)))),
    ok.

stack([], {S, _}) -> S;
stack([push | T], {S, N}) -> stack(T, {[N | S], N + 1});
stack([pop | T], {[], N}) -> [underflow | stack(T, {[], N})];
stack([pop | T], {[_ | S], N}) -> stack(T, {S, N}).

vector({A, B, C}, {D, E, F}) -> {{A + D, B + E, C + F}, A * D + B * E + C * F, {B * F - C * E, C * D - A * F, A * E - B * D}}.

matrix(_, 0) -> {{1, 0}, {0, 1}};
matrix(M, N) ->
    {{A, B}, {C, D}} = M,
    {{E, F}, {G, H}} = matrix(M, N - 1),
    {{A * E + B * G, A * F + B * H}, {C * E + D * G, C * F + D * H}}.

swap({{A, B}, {C, D}}) -> {{D, C}, {B, A}}.

walk(leaf) -> [];
walk({node, L, V, R}) -> walk(L) ++ [V] ++ walk(R).

machine(State, []) -> State;
machine({X, Y, D}, [$F | T]) -> {DX, DY} = step(D), machine({X + DX, Y + DY, D}, T);
machine({X, Y, D}, [$R | T]) -> machine({X, Y, right(D)}, T);
machine({X, Y, D}, [$L | T]) -> machine({X, Y, right(right(right(D)))}, T).

step(north) -> {0, 1}; step(east) -> {1, 0}; step(south) -> {0, -1}; step(west) -> {-1, 0}.

right(north) -> east; right(east) -> south; right(south) -> west; right(west) -> north.

show(Term) -> io:format("~0p~n", [Term]).

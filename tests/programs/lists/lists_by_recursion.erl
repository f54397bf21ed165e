%% Zips, chunks, rotations, windows, interleavings and runs of lists written out.
-module(lists_by_recursion).
-export([start/0]).

start() ->
    L = lists:seq(1, 10),
    show([chunks(N, L) || N <- [1, 3, 10, 20]]),
    show([rotate(N, L) || N <- [0, 1, 9, 10, 13, -2]]),
    show(windows(3, [a, b, c, d, e])),
    show(interleave([1, 3, 5, 7, 9], [2, 4])),
    show(runs([a, a, b, c, c, c, a])),
    show([range_text([1, 2, 3, 5, 7, 8, 9]), range_text([4]), range_text([])]),
    show(transpose([[1, 2, 3], [4, 5, 6]])),
    show(pairs([a, b, c, d])),
    show(combinations(2, [a, b, c, d])),
    show(permutations([1, 2, 3])),
    show(powerset([a, b, c])),
    show(partition_by(fun(X) -> X rem 3 end, L)),
    show(scan(fun erlang:'+'/2, 0, L)),
    show(unfold(fun(N) when N > 100 -> stop; (N) -> {N, N * 2} end, 1)),
    show(insert_sorted(5, [1, 3, 7])),
    show(cartesian([[1, 2], [a, b], [x]])),
    ok.

chunks(_, []) -> [];
chunks(N, L) when length(L) =< N -> [L];
chunks(N, L) -> {A, B} = lists:split(N, L), [A | chunks(N, B)].

rotate(_, []) -> [];
rotate(N, L) -> K = ((N rem length(L)) + length(L)) rem length(L), {A, B} = lists:split(K, L), B ++ A.

windows(N, L) when length(L) < N -> [];
windows(N, [_ | T] = L) -> [lists:sublist(L, N) | windows(N, T)].

interleave([], B) -> B;
interleave(A, []) -> A;
interleave([A | As], [B | Bs]) -> [A, B | interleave(As, Bs)].

runs([]) -> [];
runs([X | _] = L) -> {Same, Rest} = lists:splitwith(fun(Y) -> Y =:= X end, L), [{X, length(Same)} | runs(Rest)].

range_text(L) -> lists:flatten(lists:join(",", [if A =:= B -> integer_to_list(A); true -> io_lib:format("~w-~w", [A, B]) end || {A, B} <- ranges(L)])).

ranges([]) -> [];
ranges([H | T]) -> ranges(H, H, T).

ranges(A, B, [H | T]) when H =:= B + 1 -> ranges(A, H, T);
ranges(A, B, L) -> [{A, B} | ranges(L)].

transpose([[] | _]) -> [];
transpose(M) -> [[hd(R) || R <- M] | transpose([tl(R) || R <- M])].

pairs([A, B | T]) -> [{A, B} | pairs(T)];
pairs(_) -> [].

combinations(0, _) -> [[]];
combinations(_, []) -> [];
combinations(N, [H | T]) -> [[H | C] || C <- combinations(N - 1, T)] ++ combinations(N, T).

permutations([]) -> [[]];
permutations(L) -> [[X | P] || X <- L, P <- permutations(L -- [X])].

powerset([]) -> [[]];
powerset([H | T]) -> P = powerset(T), [[H | S] || S <- P] ++ P.

partition_by(F, L) -> [{K, [X || X <- L, F(X) =:= K]} || K <- lists:usort(lists:map(F, L))].

scan(_, Acc, []) -> [Acc];
scan(F, Acc, [H | T]) -> [Acc | scan(F, F(H, Acc), T)].

unfold(F, S) -> case F(S) of stop -> []; {V, Next} -> [V | unfold(F, Next)] end.

insert_sorted(X, [H | T]) when H < X -> [H | insert_sorted(X, T)];
insert_sorted(X, L) -> [X | L].

cartesian([]) -> [[]];
cartesian([L | Ls]) -> [[X | R] || X <- L, R <- cartesian(Ls)].

show(Term) -> io:format("~0p~n", [Term]).

%% Endless lists as funs: primes, Fibonacci, merged, zipped, filtered.
-module(streams_without_end).
-export([start/0]).

start() ->
    show(take(15, primes())),
    show(take(12, fibs())),
    show(take(15, hamming())),
    show(take(8, filter(fun(X) -> X rem 7 =:= 3 end, from(1)))),
    show(take(6, zip(from(1), map(fun(X) -> X * X end, from(1))))),
    show(take(10, cycle([a, b, c]))),
    show(take(5, drop(1000, from(0)))),
    show(take(7, scan(fun(A, B) -> A + B end, 0, from(1)))),
    show(take(20, take_while(fun(X) -> X < 50 end, map(fun(X) -> X * X end, from(1))))),
    show([P || P <- take(5, pythagoras())]),
    ok.

from(N) -> [N | fun() -> from(N + 1) end].

take(0, _) -> [];
take(_, []) -> [];
take(N, [H | T]) -> [H | take(N - 1, T())].

drop(0, S) -> S;
drop(N, [_ | T]) -> drop(N - 1, T()).

map(_, []) -> [];
map(F, [H | T]) -> [F(H) | fun() -> map(F, T()) end].

filter(F, [H | T]) -> case F(H) of true -> [H | fun() -> filter(F, T()) end]; false -> filter(F, T()) end.

zip([A | As], [B | Bs]) -> [{A, B} | fun() -> zip(As(), Bs()) end].

cycle(L) -> cycle(L, L).

cycle([], L) -> cycle(L, L);
cycle([H | T], L) -> [H | fun() -> cycle(T, L) end].

scan(F, A, [H | T]) -> [A | fun() -> scan(F, F(A, H), T()) end].

take_while(F, [H | T]) -> case F(H) of true -> [H | fun() -> take_while(F, T()) end]; false -> [] end.

primes() -> sieve(from(2)).

sieve([P | T]) -> [P | fun() -> sieve(filter(fun(X) -> X rem P =/= 0 end, T())) end].

fibs() -> fibs(0, 1).

fibs(A, B) -> [A | fun() -> fibs(B, A + B) end].

merge([A | As], [A | Bs]) -> [A | fun() -> merge(As(), Bs()) end];
merge([A | As], [B | _] = L) when A < B -> [A | fun() -> merge(As(), L) end];
merge(L, [B | Bs]) -> [B | fun() -> merge(L, Bs()) end].

hamming() -> [1 | fun() -> merge(map(fun(X) -> X * 2 end, hamming()), merge(map(fun(X) -> X * 3 end, hamming()), map(fun(X) -> X * 5 end, hamming()))) end].

pythagoras() -> triples(5).

triples(C) -> append([{A, B, C} || A <- lists:seq(1, C), B <- lists:seq(A, C), A * A + B * B =:= C * C], C).

append([], C) -> triples(C + 1);
append([H | T], C) -> [H | fun() -> append(T, C) end].

show(Term) -> io:format("~0p~n", [Term]).

%% Complex numbers: arithmetic, powers, roots, polar forms,.
-module(complex_numbers).
-export([start/0]).

start() ->
    A = {1, 2}, B = {3, -1},
    show([add(A, B), sub(A, B), mul(A, B), dv(A, B), conjugate(A), power(A, 5)]),
    show([r(abs_of(A)), r(arg(A)), [{r(X), r(Y)} || {X, Y} <- roots(4)]]),
    show([{r(X), r(Y)} || {X, Y} <- dft([{1, 0}, {2, 0}, {3, 0}, {4, 0}])]),
    show([{r(X), r(Y)} || {X, Y} <- fft([{N, 0} || N <- lists:seq(1, 8)])]),
    show(quadratic(1, 2, 5)),
    show([escapes(C, {0, 0}, 0) || C <- [{0, 0}, {1, 1}, {-1, 0}, {0.3, 0.5}]]),
    ok.

add({A, B}, {C, D}) -> {A + C, B + D}.
sub({A, B}, {C, D}) -> {A - C, B - D}.
mul({A, B}, {C, D}) -> {A * C - B * D, A * D + B * C}.
dv(X, {C, D}) -> {P, Q} = mul(X, {C, -D}), N = C * C + D * D, {P / N, Q / N}.
conjugate({A, B}) -> {A, -B}.
power(_, 0) -> {1, 0};
power(X, N) -> mul(X, power(X, N - 1)).
abs_of({A, B}) -> math:sqrt(A * A + B * B).
arg({A, B}) -> math:atan2(B, A).

unit(T) -> {math:cos(T), math:sin(T)}.

roots(N) -> [unit(2 * math:pi() * K / N) || K <- lists:seq(0, N - 1)].

dft(Xs) ->
    N = length(Xs),
    [lists:foldl(fun add/2, {0, 0}, [mul(X, unit(-2 * math:pi() * K * J / N)) || {J, X} <- lists:zip(lists:seq(0, N - 1), Xs)]) || K <- lists:seq(0, N - 1)].

fft([X]) -> [X];
fft(Xs) ->
    {Evens, Odds} = halves(Xs),
    N = length(Xs),
    T = [mul(unit(-2 * math:pi() * K / N), O) || {K, O} <- lists:zip(lists:seq(0, N div 2 - 1), fft(Odds))],
    E = fft(Evens),
    lists:zipwith(fun add/2, E, T) ++ lists:zipwith(fun sub/2, E, T).

halves([]) -> {[], []};
halves([A, B | T]) -> {E, O} = halves(T), {[A | E], [B | O]}.

quadratic(A, B, C) -> D = B * B - 4 * A * C, if D >= 0 -> {real, D}; true -> {-B / (2 * A), math:sqrt(-D) / (2 * A)} end.

escapes(_, _, 50) -> inside;
escapes(C, Z, N) -> case abs_of(Z) > 2 of true -> N; false -> escapes(C, add(mul(Z, Z), C), N + 1) end.

r(X) -> round(X * 1.0e6) / 1.0e6 + 0.0.

show(Term) -> io:format("~0p~n", [Term]).

%% Digits of pi and of e by unlimited integers.
-module(pi_digits).
-export([start/0]).

start() ->
    erlang:display(digits(60)),
    erlang:display(machin(50)),
    erlang:display(e(50)),
    erlang:display(root(2, 50)),
    ok.

digits(N) -> spigot(N, 1, 180, 60, 2).

spigot(0, _, _, _, _) -> [];
spigot(N, Q, R, T, I) ->
    U = 3 * (3 * I + 1) * (3 * I + 2),
    Y = (Q * (27 * I - 12) + 5 * R) div (5 * T),
    [$0 + Y | spigot(N - 1, 10 * Q * I * (2 * I - 1), 10 * U * (Q * (5 * I - 2) + R - Y * T), T * U, I + 1)].

machin(N) ->
    Unit = power(10, N + 10),
    (4 * (4 * arctan(5, Unit) - arctan(239, Unit))) div power(10, 10).

arctan(X, Unit) -> arctan(X * X, Unit div X, 1, 1).

arctan(_, 0, _, _) -> 0;
arctan(Square, Term, N, Sign) -> Sign * (Term div N) + arctan(Square, Term div Square, N + 2, -Sign).

e(N) -> e(power(10, N + 10), 1, 0) div power(10, 10).

e(0, _, Sum) -> Sum;
e(Term, N, Sum) -> e(Term div N, N + 1, Sum + Term).

root(X, N) ->
    Target = X * power(10, 2 * N),
    newton(Target, Target).

newton(Target, Guess) ->
    case (Guess + Target div Guess) div 2 of
        Next when Next >= Guess -> Guess;
        Next -> newton(Target, Next)
    end.

power(_, 0) -> 1;
power(B, N) -> B * power(B, N - 1).

%% Results that overwrite an operand, chains of operators and shared operands.
-module(register_operands).
-export([start/0, id/1]).

start() ->
    erlang:display(chain(id(3), id(4))),
    erlang:display(chain(id(1 bsl 58), id(1 bsl 58))),
    erlang:display(fibonacci(90, 0, 1)),
    erlang:display(powers(2, 70)),
    erlang:display(mixed(id(10), id(2.5), id(1 bsl 66))),
    erlang:display(xorshift(20, 88172645463325252)),
    erlang:display(congruential(10, 42)),
    ok.

chain(A, B) ->
    C = A + B,
    D = C * C - A,
    E = D + C,
    F = E * E,
    {C, D, E, F, F - E * E, (A - B) * (B - A), A * A * A * A}.

fibonacci(0, A, _) -> A;
fibonacci(N, A, B) -> fibonacci(N - 1, B, A + B).

powers(B, N) -> [X || {X, I} <- powers(B, N, 0, 1), I > N - 4].

powers(_, N, I, X) when I =:= N -> [{X, I}];
powers(B, N, I, X) -> [{X, I} | powers(B, N, I + 1, X * B)].

mixed(A, F, Big) ->
    [round(A * F), trunc((A + F) * 2), Big div A, A - Big, (Big bsr 60) + A, A * (Big - Big + 1), A rem 3 + A div 3].

xorshift(0, X) -> X;
xorshift(N, X0) ->
    X1 = X0 bxor ((X0 bsl 13) band 16#FFFFFFFFFFFFFFFF),
    X2 = X1 bxor (X1 bsr 7),
    X3 = X2 bxor ((X2 bsl 17) band 16#FFFFFFFFFFFFFFFF),
    xorshift(N - 1, X3).

congruential(0, _) -> [];
congruential(N, Seed) ->
    Next = (Seed * 6364136223846793005 + 1442695040888963407) band 16#FFFFFFFFFFFFFFFF,
    [Next bsr 48 | congruential(N - 1, Next)].

id(X) -> X.

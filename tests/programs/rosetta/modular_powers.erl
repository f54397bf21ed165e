%% Powers modulo a number
-module(modular_powers).
-export([start/0]).

start() ->
    show(power(2, 1000, 1000000007)),
    show(power(3, 1 bsl 100, (1 bsl 61) - 1)),
    show([P || P <- lists:seq(2, 60), prime(P)]),
    show([prime((1 bsl N) - 1) || N <- [13, 17, 19, 31, 61, 67, 89]]),
    ok.

power(_, 0, M) -> 1 rem M;
power(B, E, M) when E band 1 =:= 1 -> B * power(B, E - 1, M) rem M;
power(B, E, M) -> H = power(B, E bsr 1, M), H * H rem M.

prime(2) -> true;
prime(N) when N < 2; N rem 2 =:= 0 -> false;
prime(N) -> lists:all(fun(A) -> A rem N =:= 0 orelse witness(A, N) end, [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]).

witness(A, N) ->
    {S, D} = halved(N - 1, 0),
    X = power(A, D, N),
    X =:= 1 orelse squares(X, S, N).

halved(D, S) when D rem 2 =:= 0 -> halved(D div 2, S + 1);
halved(D, S) -> {S, D}.

squares(_, 0, _) -> false;
squares(X, _, N) when X =:= N - 1 -> true;
squares(X, S, N) -> squares(X * X rem N, S - 1, N).

show(Term) -> io:format("~0p~n", [Term]).

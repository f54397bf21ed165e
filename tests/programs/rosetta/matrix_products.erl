%% Matrices multiplied and turned
-module(matrix_products).
-export([start/0]).

start() ->
    A = [[1, 2], [3, 4], [5, 6]],
    B = [[7, 8, 9], [10, 11, 12]],
    show(product(A, B)),
    show(product(B, A)),
    show(transposed(A)),
    show(power([[1, 1], [1, 0]], 90)),
    ok.

product(A, B) -> T = transposed(B), [[lists:sum(lists:zipwith(fun erlang:'*'/2, R, C)) || C <- T] || R <- A].

transposed([[] | _]) -> [];
transposed(M) -> [[hd(R) || R <- M] | transposed([tl(R) || R <- M])].

power(M, 1) -> M;
power(M, N) when N rem 2 =:= 0 -> H = power(M, N div 2), product(H, H);
power(M, N) -> product(M, power(M, N - 1)).

show(Term) -> io:format("~0p~n", [Term]).

%% Functions of more than sixteen arguments, called in the body and in the tail.
-module(many_arguments).
-export([start/0, seventeen/17]).

start() ->
    erlang:display(seventeen(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)),
    erlang:display(apply(?MODULE, seventeen, lists:seq(101, 117))),
    erlang:display(rotate(3, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)),
    Fun = fun(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R) ->
        {A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R}
    end,
    erlang:display(apply(Fun, lists:seq(1, 18))),
    ok.

seventeen(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q) ->
    Half = add8(A, B, C, D, E, F, G, H),
    Other = add8(I, J, K, L, M, N, O, P),
    {Half, Other, Q, A, P}.

add8(A, B, C, D, E, F, G, H) -> A + B + C + D + E + F + G + H.

rotate(0, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T) ->
    [A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T];
rotate(X, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T) ->
    rotate(X - 1, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, A).

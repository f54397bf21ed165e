%% Forty variables alive over calls, catches, funs and receives.
-module(many_live_variables).
-export([start/0, id/1]).

start() ->
    erlang:display(calls(id(1))),
    erlang:display(mixed(id(2))),
    ok.

calls(N) ->
    A = id(N), B = id(A + 1), C = id(B + 1), D = id(C + 1), E = id(D + 1), F = id(E + 1), G = id(F + 1),
    H = id(G + 1), I = id(H + 1), J = id(I + 1), K = id(J + 1), L = id(K + 1), M = id(L + 1), O = id(M + 1),
    P = id(O + 1), Q = id(P + 1), R = id(Q + 1), S = id(R + 1), T = id(S + 1), U = id(T + 1), V = id(U + 1),
    W = id(V + 1), X = id(W + 1), Y = id(X + 1), Z = id(Y + 1), A1 = id(Z + 1), B1 = id(A1 + 1), C1 = id(B1 + 1),
    D1 = id(C1 + 1), E1 = id(D1 + 1), F1 = id(E1 + 1), G1 = id(F1 + 1), H1 = id(G1 + 1), I1 = id(H1 + 1),
    J1 = id(I1 + 1), K1 = id(J1 + 1), L1 = id(K1 + 1), M1 = id(L1 + 1), N1 = id(M1 + 1), O1 = id(N1 + 1),
    [O1, N1, M1, L1, K1, J1, I1, H1, G1, F1, E1, D1, C1, B1, A1, Z, Y, X, W, V, U, T, S, R, Q, P, O, M, L, K, J, I,
     H, G, F, E, D, C, B, A].

mixed(N) ->
    A = id({N}), B = id([N]), C = id(<<N>>), D = id(#{N => N}), E = id(N * 1.5), F = id(fun() -> {A, B} end),
    G = try throw(C) catch T -> {caught, T} after id(D) end,
    H = (catch error(B)),
    I = F(),
    self() ! {msg, I},
    J = receive {msg, Got} -> {Got, E > 1} after 100 -> none end,
    K = [{X, A} || X <- B],
    L = << <<(X + 1)>> || <<X>> <= C >>,
    M = case D of #{N := V} when V > 1 -> {big, V}; _ -> small end,
    erlang:garbage_collect(),
    {A, B, C, D, G, element(1, H), I, J, K, L, M, F()}.

id(X) -> X.

%% Funs that carry many values, live through collections and travel in messages.
-module(big_environments).
-export([start/0, run/1]).

start() ->
    Fun = make(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
    erlang:garbage_collect(),
    erlang:display(Fun(100)),
    Funs = [fun(X) -> {N, X, [N, N * N], <<N:16>>} end || N <- lists:seq(1, 200)],
    _ = [lists:seq(1, 100) || _ <- lists:seq(1, 50)],
    erlang:display([F(x) || F <- lists:sublist(Funs, 99, 2)]),
    Self = self(),
    Big = lists:seq(1, 1000),
    spawn(fun() -> Self ! {sum, lists:sum(Big)} end),
    receive {sum, Sum} -> erlang:display(Sum) end,
    Child = spawn(?MODULE, run, [Self]),
    Child ! {run, fun(A, B) -> {A, B, length(Big)} end},
    receive {ran, Result} -> erlang:display(Result) end,
    erlang:display(nest(50, fun() -> bottom end)),
    ok.

make(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T) ->
    fun(X) -> [X, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T] end.

run(Parent) ->
    receive {run, Fun} -> Parent ! {ran, Fun(one, "two")} end.

nest(0, Fun) -> Fun();
nest(N, Fun) -> nest(N - 1, fun() -> {Fun()} end).

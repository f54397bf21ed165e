%% Products, powers and determinants of matrices as lists and as tuples.
-module(matrices).
-export([start/0]).

start() ->
    A = [[1, 2], [3, 4]],
    B = [[0, 1], [1, 0]],
    erlang:display(product(A, B)),
    erlang:display(power([[1, 1], [1, 0]], 100)),
    erlang:display([determinant(M) || M <- [A, B, [[2]], [[2, 0, 1], [1, 3, 2], [1, 1, 1]], hilbert(5)]]),
    Big = [[(R * C) rem 7 - 3 || C <- lists:seq(1, 12)] || R <- lists:seq(1, 12)],
    erlang:display(trace(power(Big, 5))),
    T = list_to_tuple([list_to_tuple(Row) || Row <- Big]),
    erlang:display(lists:sum([element(I, element(I, T)) || I <- lists:seq(1, 12)])),
    erlang:display(trace(Big)),
    ok.

product(A, B) ->
    Columns = transpose(B),
    [[dot(Row, Column, 0) || Column <- Columns] || Row <- A].

dot([], [], Sum) -> Sum;
dot([X | Xs], [Y | Ys], Sum) -> dot(Xs, Ys, Sum + X * Y).

transpose([[] | _]) -> [];
transpose(Rows) -> [[hd(R) || R <- Rows] | transpose([tl(R) || R <- Rows])].

power(M, 1) -> M;
power(M, N) when N rem 2 =:= 0 -> power(product(M, M), N div 2);
power(M, N) -> product(M, power(M, N - 1)).

determinant([[X]]) -> X;
determinant([First | Rest]) ->
    element(1, lists:foldl(fun(X, {Sum, Sign, I}) ->
        Minor = [drop(Row, I) || Row <- Rest],
        {Sum + Sign * X * determinant(Minor), -Sign, I + 1}
    end, {0, 1, 1}, First)).

drop([_ | Rest], 1) -> Rest;
drop([X | Rest], I) -> [X | drop(Rest, I - 1)].

hilbert(N) -> [[27720 div (R + C - 1) || C <- lists:seq(1, N)] || R <- lists:seq(1, N)].

trace(M) -> trace(M, 1).

trace([], _) -> 0;
trace([Row | Rest], I) -> lists:nth(I, Row) + trace(Rest, I + 1).

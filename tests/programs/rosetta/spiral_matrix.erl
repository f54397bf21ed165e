%% Numbers in a spiral
-module(spiral_matrix).
-export([start/0]).

start() ->
    [io:format("~s~n", [[io_lib:format("~3b", [X]) || X <- Row]]) || Row <- spiral(5, 5, 0)],
    ok.

spiral(_, 0, _) -> [[]];
spiral(0, H, _) -> lists:duplicate(H, []);
spiral(W, H, S) -> [lists:seq(S, S + W - 1) | turned(spiral(H - 1, W, S + W))].

turned(Rows) -> transposed(lists:map(fun lists:reverse/1, Rows), Rows).
transposed(_, [[] | _]) -> [];
transposed(_, Rows) -> rotate(Rows).

rotate([[] | _]) -> [];
rotate(Rows) -> [lists:reverse([hd(R) || R <- Rows]) | rotate([tl(R) || R <- Rows])].

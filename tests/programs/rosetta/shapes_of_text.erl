%% Triangles, carpets, spirals, zigzags, diamonds.
-module(shapes_of_text).
-export([start/0]).

start() ->
    draw(sierpinski(3)),
    draw(carpet(2)),
    draw([string:centre(lists:duplicate(2 * N - 1, $*), 9) || N <- [1, 2, 3, 4, 5, 4, 3, 2, 1]]),
    draw([[io_lib:format("~3w", [zigzag(I, J, 5)]) || J <- lists:seq(0, 4)] || I <- lists:seq(0, 4)]),
    draw([string:join([integer_to_list(N) || N <- Row], " ") || Row <- floyd(5)]),
    draw([io_lib:format("~w ~s ~w", [N, lists:duplicate(N, $=), N * N]) || N <- [1, 3, 5, 2]]),
    draw([[case (X div 2 + Y) rem 2 of 0 -> $#; 1 -> $\s end || X <- lists:seq(0, 15)] || Y <- lists:seq(0, 3)]),
    draw(box(["framed", "text of", "three lines"])),
    draw([[case X * X + 4 * Y * Y =< 100 of true -> $o; false -> $. end || X <- lists:seq(-11, 11)] || Y <- lists:seq(-5, 5)]),
    draw(bars([3, 1, 4, 1, 5])),
    ok.

draw(Lines) -> [io:format("~s~n", [L]) || L <- Lines].

sierpinski(0) -> ["*"];
sierpinski(N) -> S = sierpinski(N - 1), Pad = lists:duplicate(1 bsl (N - 1), $\s), [Pad ++ L ++ Pad || L <- S] ++ [L ++ " " ++ L || L <- S].

carpet(0) -> ["#"];
carpet(N) -> C = carpet(N - 1), Full = [L ++ L ++ L || L <- C], Full ++ [L ++ lists:duplicate(length(L), $\s) ++ L || L <- C] ++ Full.

zigzag(I, J, N) when I + J >= N -> N * N - 1 - zigzag(N - 1 - I, N - 1 - J, N);
zigzag(I, J, _) -> S = I + J, S * (S + 1) div 2 + case S rem 2 of 0 -> J; 1 -> I end.

floyd(N) -> {Rows, _} = lists:mapfoldl(fun(K, Next) -> {lists:seq(Next, Next + K - 1), Next + K} end, 1, lists:seq(1, N)), Rows.

box(Lines) -> W = lists:max([length(L) || L <- Lines]), Edge = "+" ++ lists:duplicate(W + 2, $-) ++ "+", [Edge] ++ ["| " ++ string:left(L, W) ++ " |" || L <- Lines] ++ [Edge].

bars(Ns) -> [[case N >= H of true -> $|; false -> $\s end || N <- Ns] || H <- lists:seq(lists:max(Ns), 1, -1)].

%% The Mandelbrot set as text, with floats and with fixed-point integers.
-module(mandelbrot).
-export([start/0]).

start() ->
    [erlang:display([character(iterate(X / 16 - 2.2, Y / 8 - 1.2, 0.0, 0.0, 0)) || X <- lists:seq(0, 47)])
     || Y <- lists:seq(0, 18)],
    [erlang:display([character(fixed(X * 1024 - 36000, Y * 2048 - 19600, 0, 0, 0)) || X <- lists:seq(0, 47)])
     || Y <- lists:seq(0, 9)],
    ok.

iterate(_, _, _, _, 40) -> 40;
iterate(_, _, X, Y, N) when X * X + Y * Y > 4.0 -> N;
iterate(CX, CY, X, Y, N) -> iterate(CX, CY, X * X - Y * Y + CX, 2.0 * X * Y + CY, N + 1).

fixed(_, _, _, _, 40) -> 40;
fixed(_, _, X, Y, N) when X * X + Y * Y > 4 bsl 28 -> N;
fixed(CX, CY, X, Y, N) -> fixed(CX, CY, (X * X - Y * Y) div 16384 + CX, 2 * X * Y div 16384 + CY, N + 1).

character(40) -> $#;
character(N) when N > 12 -> $+;
character(N) when N > 5 -> $-;
character(N) when N > 3 -> $.;
character(_) -> $\s.

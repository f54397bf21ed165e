%% Terms and patterns nested many levels, in literals and in what is built.
-module(deep_nesting).
-export([start/0, id/1]).

start() ->
    Literal = {1, {2, {3, {4, {5, {6, {7, {8, {9, {10, [[[[[[[[bottom]]]]]]]]}}}}}}}}}},
    erlang:display(Literal),
    {A, {_, {B, {_, {C, {_, {_, {_, {_, {_, [[[[[[[[D]]]]]]]]}}}}}}}}}} = id(Literal),
    erlang:display({A, B, C, D}),
    N = id(5),
    Built = {N, [{N, [{N, [{N, [{N, #{N => {N, <<N, N>>, [N | N]}}}]}]}]}]},
    erlang:display(Built),
    {_, [{_, [{_, [{_, [{_, #{5 := {_, <<_, E>>, [_ | F]}}}]}]}]}]} = Built,
    erlang:display({E, F}),
    erlang:display(((((((((N + 1) * 2) - 3) * (N + 4)) - ((N * N) + (N - (N - (N - 1))))) bxor N) band 255) bor 1)),
    erlang:display(f(f(f(f(f(f(f(f(f(f(N))))))))))),
    erlang:display(depth(tower(500, id(x)))),
    erlang:display(tower(500, a) =:= tower(500, id(a))),
    erlang:display(tower(500, a) < tower(500, id(b))),
    ok.

f(X) when X rem 2 =:= 0 -> X div 2;
f(X) -> 3 * X + 1.

tower(0, X) -> X;
tower(N, X) when N rem 3 =:= 0 -> {tower(N - 1, X)};
tower(N, X) when N rem 3 =:= 1 -> [tower(N - 1, X)];
tower(N, X) -> #{k => tower(N - 1, X)}.

depth({X}) -> 1 + depth(X);
depth([X]) -> 1 + depth(X);
depth(#{k := X}) -> 1 + depth(X);
depth(_) -> 0.

id(X) -> X.

%% Body recursion a hundred thousand deep, in lists, tuples, tries.
-module(deep_recursion).
-export([start/0]).

start() ->
    N = 100000,
    io:format("~w~n", [sum(N)]),
    io:format("~w~n", [length(build(N))]),
    io:format("~w~n", [depth(nest(N, nil), 0)]),
    io:format("~w~n", [tries(2000)]),
    io:format("~w~n", [catches(2000)]),
    io:format("~w~n", [lists:foldr(fun(X, Acc) -> X - Acc end, 0, lists:seq(1, N))]),
    io:format("~w~n", [length(lists:map(fun(X) -> {X} end, lists:seq(1, N)))]),
    io:format("~w~n", [even(N)]),
    io:format("~w~n", [mutual(N, [])]),
    io:format("~w~n", [(fun F(0) -> 0; F(X) -> 1 + F(X - 1) end)(50000)]),
    io:format("~w~n", [length(lists:flatten(nest_list(5000, [])))]),
    io:format("~w~n", [nest(1000, x) =:= nest(1000, x)]),
    io:format("~w~n", [erlang:phash2(nest(1000, x)) =:= erlang:phash2(nest(1000, x))]),
    io:format("~w~n", [binary_to_term(term_to_binary(nest(10000, x))) =:= nest(10000, x)]),
    ok.

sum(0) -> 0;
sum(N) -> N + sum(N - 1).

build(0) -> [];
build(N) -> [N | build(N - 1)].

nest(0, X) -> X;
nest(N, X) -> nest(N - 1, {N, X}).

depth({_, X}, N) -> depth(X, N + 1);
depth(nil, N) -> N.

tries(0) -> 0;
tries(N) -> try 1 + tries(N - 1) catch _:_ -> never after ok end.

catches(0) -> throw(bottom);
catches(N) -> try catches(N - 1) catch throw:X when N rem 500 =:= 0 -> throw({N, X}); throw:X when N =:= 1999 -> X end.

even(0) -> true;
even(N) -> odd(N - 1).

odd(0) -> false;
odd(N) -> even(N - 1).

mutual(0, Acc) -> length(Acc);
mutual(N, Acc) -> apply(fun mutual/2, [N - 1, [N | Acc]]).

nest_list(0, L) -> L;
nest_list(N, L) -> nest_list(N - 1, [N, L]).

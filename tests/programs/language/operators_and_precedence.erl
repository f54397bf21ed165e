%% Every operator in expressions where the order of evaluation can be seen.
-module(operators_and_precedence).
-export([start/0]).

start() ->
    show([1 + 2 * 3, (1 + 2) * 3, 10 - 4 - 3, 2 * 7 div 2, 7 div 2 * 2, -3 rem 2, 7 rem -4, 1 bsl 2 + 1, (1 bsl 2) + 1, 5 band 3 bor 8, bnot 1 bxor 3]),
    show([not false andalso true, not (true andalso false), true orelse error(never), false andalso error(never)]),
    show([[1] ++ [2] ++ [3], [1, 2, 3] -- [1] -- [2], [1, 2] ++ [3] -- [3], ([1, 2, 3] -- [1]) -- [2]]),
    show([1 == 1.0, 1 =:= 1.0, 1 /= 1.0, 1 =/= 1.0, 1 < 2.0, 2 >= 2.0, a < b, [] < {}]),
    show(t(a) + t(b) * t(c)),
    show(t(x) - t(y) - t(z)),
    show({t(first), t(second), [t(third) | t(fourth)]}),
    show(plus(t(one), t(two))),
    show(#{t(k1) => t(v1), t(k2) => t(v2)} =:= #{1 => 1}),
    show(<<(t(byte)), (t(another)):16>>),
    show((fun(A, B) -> A + B end)(t(arg1), t(arg2))),
    show([t(e1), t(e2)] ++ [t(e3)]),
    show(catch t(1) + error_of(second)),
    show(- - 1 - -1),
    show([+ 1, - 1.5, bnot -1, not true]),
    show([1, 2, 3] =:= [1 | [2 | [3 | []]]]),
    show("ab" "cd" =:= "abcd"),
    show([A || A <- [1, 2, 3], A rem 2 =:= 1 orelse A =:= 2 andalso false]),
    ok.

t(Name) -> io:format("<~w>", [Name]), 1.

plus(A, B) -> A + B.

error_of(What) -> throw(What).

show(Term) -> io:format("~0p~n", [Term]).

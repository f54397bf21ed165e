%% Polynomials added, multiplied, divided, derived, evaluated,.
-module(polynomials).
-export([start/0]).

start() ->
    P = [-6, 11, -6, 1],
    Q = [-1, 1],
    show([text(P), text(Q), text([]), text([0, 0, 3]), text([5])]),
    show([text(add(P, Q)), text(multiply(P, Q)), text(derive(P))]),
    show([eval(P, X) || X <- [0, 1, 2, 3, 4, -1]]),
    {D, R} = divide(P, Q),
    show([text(D), text(R)]),
    {D2, R2} = divide([1, 0, 0, 0, 1], [1, 1]),
    show([text(D2), text(R2)]),
    show([X || X <- lists:seq(-10, 10), eval(P, X) =:= 0]),
    show([round(newton(P, Start, 50) * 1000) || Start <- [0.0, 2.1, 9.0]]),
    show(text(lists:foldl(fun(N, Acc) -> multiply(Acc, [-N, 1]) end, [1], lists:seq(1, 6)))),
    show(eval([1 bsl 70, 1 bsl 80], 1 bsl 10)),
    show(text(compose([1, 2, 1], [1, 1]))),
    ok.

add([A | As], [B | Bs]) -> [A + B | add(As, Bs)];
add(As, []) -> As;
add([], Bs) -> Bs.

multiply([], _) -> [];
multiply([A | As], B) -> add([A * X || X <- B], [0 | multiply(As, B)]).

derive([_ | As]) -> [N * A || {N, A} <- lists:zip(lists:seq(1, length(As)), As)].

eval(P, X) -> lists:foldr(fun(A, Acc) -> A + X * Acc end, 0, P).

divide(A, B) when length(A) < length(B) -> {[], A};
divide(A, B) ->
    Shift = length(A) - length(B),
    Factor = lists:last(A) div lists:last(B),
    Minus = lists:duplicate(Shift, 0) ++ [-Factor * X || X <- B],
    {D, R} = divide(lists:droplast(add(A, Minus)), B),
    {add(lists:duplicate(Shift, 0) ++ [Factor], D), R}.

newton(_, X, 0) -> X;
newton(P, X, N) -> newton(P, X - eval(P, X) / eval(derive(P), X), N - 1).

compose(P, Q) -> lists:foldr(fun(A, Acc) -> add([A], multiply(Acc, Q)) end, [], P).

text(P) ->
    case [{N, A} || {N, A} <- lists:zip(lists:seq(0, length(P) - 1), P), A =/= 0] of
        [] -> "0";
        Terms -> lists:flatten(lists:join(" + ", [term(T) || T <- lists:reverse(Terms)]))
    end.

term({0, A}) -> integer_to_list(A);
term({1, A}) -> io_lib:format("~wx", [A]);
term({N, A}) -> io_lib:format("~wx^~w", [A, N]).

show(Term) -> io:format("~0p~n", [Term]).

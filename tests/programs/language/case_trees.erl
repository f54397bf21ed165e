%% Large case and function heads: numbers, atoms, tuples, strings.
-module(case_trees).
-export([start/0]).

start() ->
    show([number(N) || N <- [-5, 0, 1, 2, 3, 10, 11, 100, 1000, 1000000, 1 bsl 62, 1 bsl 80, 1.0, a]]),
    show([atom(A) || A <- [monday, tuesday, wednesday, thursday, friday, saturday, sunday, 'MONDAY', "monday"]]),
    show([tuple(T) || T <- [{a}, {a, 1}, {a, 1, 2}, {b, 1}, {b, x}, {c, {d, e}}, {c, [1]}, {}, x]]),
    show([text(S) || S <- ["get", "put", "post", "patch", "delete", "", "getx", <<"get">>]]),
    show([bytes(S) || S <- [<<"get">>, <<"put">>, <<"post">>, <<"GET">>, <<>>, <<"putt">>]]),
    show([mixed(X) || X <- [1, 1.0, one, "one", {one}, [one], <<"one">>, #{one => 1}, 2.5, nil, []]]),
    show([range(N) || N <- [-1, 0, 5, 9, 10, 99, 100, 101]]),
    show([several(A, B) || A <- [x, y, z], B <- [1, 2, 3]]),
    ok.

number(0) -> zero;
number(1) -> one;
number(2) -> two;
number(3) -> three;
number(10) -> ten;
number(100) -> hundred;
number(1000) -> thousand;
number(1000000) -> million;
number(4611686018427387904) -> two_to_62;
number(1208925819614629174706176) -> two_to_80;
number(-5) -> minus_five;
number(1.0) -> float_one;
number(_) -> other.

atom(monday) -> 1; atom(tuesday) -> 2; atom(wednesday) -> 3; atom(thursday) -> 4; atom(friday) -> 5;
atom(D) when D =:= saturday; D =:= sunday -> weekend;
atom(_) -> none.

tuple({a}) -> 1; tuple({a, X}) -> {2, X}; tuple({a, _, _}) -> 3; tuple({b, X}) when is_integer(X) -> {4, X}; tuple({b, _}) -> 5;
tuple({c, {d, E}}) -> {6, E}; tuple({c, [X]}) -> {7, X}; tuple({}) -> 8; tuple(_) -> 9.

text("get") -> 1; text("put") -> 2; text("post") -> 3; text("p" ++ Rest) -> {p, Rest}; text("") -> empty; text([_ | _]) -> other; text(_) -> no_text.

bytes(<<"get">>) -> 1; bytes(<<"put">>) -> 2; bytes(<<"p", Rest/binary>>) -> {p, Rest}; bytes(<<>>) -> empty; bytes(_) -> other.

mixed(X) ->
    case X of
        1 -> integer; 1.0 -> float; one -> atom; "one" -> string; {one} -> tuple; [one] -> list; <<"one">> -> binary;
        #{one := 1} -> map; F when is_float(F) -> {float, F}; [] -> empty; _ -> other
    end.

range(N) when N < 0 -> negative; range(N) when N < 10 -> digit; range(N) when N < 100 -> two_digits; range(100) -> exactly; range(_) -> many.

several(x, 1) -> a; several(x, _) -> b; several(_, 1) -> c; several(y, 2) -> d; several(z, N) when N > 2 -> e; several(_, _) -> f.

show(Term) -> io:format("~0p~n", [Term]).

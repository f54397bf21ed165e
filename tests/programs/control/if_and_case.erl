%% if, case, nested patterns and variables that come out of the branches.
-module(if_and_case).
-export([start/0, id/1]).

start() ->
    erlang:display([sign(X) || X <- [-5, 0, 7, -1.5, atom]]),
    erlang:display([shape(X) || X <- shapes()]),
    Value = id(3),
    case Value of
        1 -> Name = one, Rest = 0;
        N when N > 2 -> Name = many, Rest = N - 2;
        _ -> Name = other, Rest = 0
    end,
    erlang:display({Name, Rest}),
    erlang:display(if Value > 2, Value < 4 -> three; true -> no end),
    erlang:display(if Value > 5; Value =:= 3 -> yes; true -> no end),
    erlang:display(case {Value, Value} of {X, X} -> same; _ -> differ end),
    erlang:display(case id({3, 4}) of {Value, Y} -> Y; _ -> none end),
    erlang:display(case id({4, 4}) of {Value, Z} -> Z; _ -> none end),
    erlang:display(begin Q = id(2), Q * Q end),
    ok.

sign(X) ->
    if
        X < 0 -> negative;
        X > 0, is_number(X) -> positive;
        X == 0 -> zero;
        true -> neither
    end.

shapes() ->
    [{circle, 2}, {square, 3}, {rectangle, 2, 3}, [], [1], [1, 2 | 3], "ab", <<"ab">>, 1, 1.0, {}, [[x]]].

shape(Shape) ->
    case Shape of
        {circle, R} when R > 0 -> {area, 3 * R * R};
        {square, S} -> {area, S * S};
        {rectangle, W, H} -> {area, W * H};
        [] -> empty;
        [[X]] -> {deep, X};
        [X] -> {single, X};
        [A, B | Tail] -> {two_and, A, B, Tail};
        <<A, _/binary>> -> {byte, A};
        1 -> integer_one;
        1.0 -> float_one;
        _ -> unknown
    end.

id(X) -> X.

%% Cases in cases, with variables that come out and others that stay inside.
-module(nested_cases).
-export([start/0, id/1]).

start() ->
    erlang:display([decide(A, B, C) || A <- [1, 2], B <- [x, y], C <- [[], [z], {q}]]),
    erlang:display([grade(N) || N <- [100, 90, 89, 75, 60, 59, 0, -1, abc]]),
    erlang:display([calendar_days(Y, M) || Y <- [1900, 2000, 2023, 2024], M <- [1, 2, 4]]),
    erlang:display([triangle(A, B, C) || {A, B, C} <- [{3, 3, 3}, {3, 3, 5}, {3, 4, 5}, {1, 2, 9}]]),
    erlang:display(chain(id(5))),
    ok.

decide(A, B, C) ->
    R = case A of
        1 ->
            case B of
                x -> case C of [] -> {1, x, nil}; [H] -> {1, x, H}; _ -> {1, x} end;
                _ -> if is_list(C) -> length(C); is_tuple(C) -> tuple_size(C) end
            end;
        2 when B =:= x -> two_x;
        2 ->
            case {B, C} of
                {y, [_ | T]} -> {tail, T};
                {y, {Q}} when Q =:= q -> q;
                _ -> none
            end
    end,
    {R}.

grade(N) when not is_integer(N) -> invalid;
grade(N) ->
    if
        N > 100; N < 0 -> out_of_range;
        N >= 90 -> a;
        N >= 75 -> b;
        N >= 60 -> c;
        true -> f
    end.

calendar_days(Year, Month) ->
    Leap = (Year rem 4 =:= 0 andalso Year rem 100 =/= 0) orelse Year rem 400 =:= 0,
    case Month of
        2 when Leap -> 29;
        2 -> 28;
        _ when Month =:= 4; Month =:= 6; Month =:= 9; Month =:= 11 -> 30;
        _ -> 31
    end.

triangle(A, B, C) when A + B =< C; A + C =< B; B + C =< A -> none;
triangle(A, A, A) -> equilateral;
triangle(A, B, C) when A =:= B; B =:= C; A =:= C -> isosceles;
triangle(A, B, C) when A * A + B * B =:= C * C -> right;
triangle(_, _, _) -> scalene.

chain(N) ->
    A = if N > 3 -> B = N * 2, C = big, B + 1; true -> B = N, C = small, 0 end,
    D = case C of big -> E = [A, B], E; small -> E = [], [x | E] end,
    {A, B, C, D, E}.

id(X) -> X.

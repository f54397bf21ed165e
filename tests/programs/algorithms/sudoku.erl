%% A 4x4 sudoku and a 9x9 one, solved by search over a map of candidates.
-module(sudoku).
-export([start/0]).

start() ->
    [erlang:display(Row) || Row <- solve(2, "1..." "..3." ".4.." "...2")],
    [erlang:display(Row) ||
        Row <- solve(3, "53..7...." "6..195..." ".98....6." "8...6...3" "4..8.3..1" "7...2...6" ".6....28."
                        "...419..5" "....8..79")],
    erlang:display(solve(2, "11.." "...." "...." "....")),
    ok.

solve(Box, Text) ->
    Size = Box * Box,
    Cells = [{R, C} || R <- lists:seq(0, Size - 1), C <- lists:seq(0, Size - 1)],
    Given = [{Cell, D - $0} || {Cell, D} <- lists:zip(Cells, Text), D =/= $.],
    case consistent(Box, Given, #{}) of
        false -> none;
        Board ->
            case fill(Box, [Cell || Cell <- Cells, not is_map_key(Cell, Board)], Board) of
                none -> none;
                Full -> [[maps:get({R, C}, Full) + $0 || C <- lists:seq(0, Size - 1)] || R <- lists:seq(0, Size - 1)]
            end
    end.

consistent(_, [], Board) -> Board;
consistent(Box, [{Cell, Digit} | Rest], Board) ->
    lists:member(Digit, candidates(Box, Cell, Board)) andalso consistent(Box, Rest, Board#{Cell => Digit}).

fill(_, [], Board) -> Board;
fill(Box, Empty, Board) ->
    [{_, Cell, Digits} | _] = lists:sort([begin Ds = candidates(Box, C, Board), {length(Ds), C, Ds} end || C <- Empty]),
    try_digits(Box, Cell, Digits, lists:delete(Cell, Empty), Board).

try_digits(_, _, [], _, _) -> none;
try_digits(Box, Cell, [Digit | Digits], Empty, Board) ->
    case fill(Box, Empty, Board#{Cell => Digit}) of
        none -> try_digits(Box, Cell, Digits, Empty, Board);
        Full -> Full
    end.

candidates(Box, {R, C}, Board) ->
    Size = Box * Box,
    R0 = R div Box * Box,
    C0 = C div Box * Box,
    Used = lists:foldl(fun(Cell, Mask) ->
        case Board of #{Cell := D} -> Mask bor (1 bsl D); _ -> Mask end
    end, 0, [{R, I} || I <- lists:seq(0, Size - 1)] ++ [{I, C} || I <- lists:seq(0, Size - 1)] ++
            [{R0 + I div Box, C0 + I rem Box} || I <- lists:seq(0, Size - 1)]),
    [D || D <- lists:seq(1, Size), Used band (1 bsl D) =:= 0].

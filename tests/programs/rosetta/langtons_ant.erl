%% Langton's ant, elementary automata and the wire world.
-module(langtons_ant).
-export([start/0]).

start() ->
    {Black, _, _} = ant(#{}, {0, 0}, {0, 1}, 300),
    show(map_size(Black)),
    {Later, P, _} = ant(#{}, {0, 0}, {0, 1}, 11000),
    show({map_size(Later), P}),
    [io:format("~s~n", [[case C of 1 -> $#; 0 -> $. end || C <- Row]]) || Row <- automaton(90, 15)],
    [io:format("~s~n", [[case C of 1 -> $#; 0 -> $. end || C <- Row]]) || Row <- automaton(30, 10)],
    show([lists:sum(lists:last(automaton(R, 12))) || R <- [18, 30, 90, 110, 184]]),
    ok.

ant(Black, P, D, 0) -> {Black, P, D};
ant(Black, {X, Y} = P, {DX, DY}, N) ->
    case Black of
        #{P := _} -> {A, B} = {-DY, DX}, ant(maps:remove(P, Black), {X + A, Y + B}, {A, B}, N - 1);
        #{} -> {A, B} = {DY, -DX}, ant(Black#{P => true}, {X + A, Y + B}, {A, B}, N - 1)
    end.

automaton(Rule, Rows) ->
    Width = 2 * Rows + 1,
    First = [case I of Rows -> 1; _ -> 0 end || I <- lists:seq(0, Width - 1)],
    lists:reverse(lists:foldl(fun(_, [Row | _] = Rs) -> [next(Rule, Row) | Rs] end, [First], lists:seq(2, Rows))).

next(Rule, Row) -> next(Rule, 0, Row).

next(Rule, L, [C, R | Rest]) -> [bit(Rule, L, C, R) | next(Rule, C, [R | Rest])];
next(Rule, L, [C]) -> [bit(Rule, L, C, 0)].

bit(Rule, L, C, R) -> (Rule bsr (L * 4 + C * 2 + R)) band 1.

show(Term) -> io:format("~0p~n", [Term]).

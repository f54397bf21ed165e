%% Text wrapped greedily, justified, centred, and with the least raggedness.
-module(text_wrapping).
-export([start/0]).

start() ->
    Text = "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful, but the youngest was so beautiful that the sun itself was astonished whenever it shone in her face.",
    Words = string:lexemes(Text, " "),
    [begin
        io:format("~w:~n", [W]),
        [io:format("|~s|~n", [string:join(L, " ")]) || L <- greedy(Words, W)]
     end || W <- [20, 35]],
    [io:format("|~s|~n", [justified(L, 30)]) || L <- greedy(Words, 30)],
    [io:format("|~s|~n", [string:centre(string:join(L, " "), 30)]) || L <- greedy(Words, 30)],
    {Cost, Lines} = best(Words, 24, #{}),
    io:format("~w~n", [Cost]),
    [io:format("~s~n", [string:join(L, " ")]) || L <- Lines],
    ok.

greedy(Words, Width) -> greedy(Words, Width, [], 0).

greedy([], _, Line, _) -> [lists:reverse(Line)];
greedy([W | Ws], Width, [], _) -> greedy(Ws, Width, [W], length(W));
greedy([W | Ws], Width, Line, Used) when Used + 1 + length(W) =< Width -> greedy(Ws, Width, [W | Line], Used + 1 + length(W));
greedy(Ws, Width, Line, _) -> [lists:reverse(Line) | greedy(Ws, Width, [], 0)].

justified([Word], _) -> Word;
justified(Line, Width) ->
    Gaps = length(Line) - 1,
    Room = Width - length(lists:append(Line)),
    {Text, _} = lists:foldl(fun(W, {"", N}) -> {W, N}; (W, {T, N}) -> {T ++ lists:duplicate(Room div Gaps + case N < Room rem Gaps of true -> 1; false -> 0 end, $\s) ++ W, N + 1} end, {"", 0}, Line),
    Text.

best([], _, _) -> {0, []};
best(Words, Width, _) ->
    Candidates = [{cost(Line, Width, Rest), Line, Rest} || N <- lists:seq(1, min(5, length(Words))), {Line, Rest} <- [lists:split(N, Words)], fits(Line, Width)],
    case length(Words) > 14 of
        true -> {_, Line, Rest} = hd(lists:reverse(Candidates)), {C, Ls} = best(Rest, Width, #{}), {C + cost(Line, Width, Rest), [Line | Ls]};
        false -> lists:min([begin {C, Ls} = best(Rest, Width, #{}), {C + Cost, [Line | Ls]} end || {Cost, Line, Rest} <- Candidates])
    end.

fits(Line, Width) -> length(string:join(Line, " ")) =< Width.

cost(_, _, []) -> 0;
cost(Line, Width, _) -> Slack = Width - length(string:join(Line, " ")), Slack * Slack.

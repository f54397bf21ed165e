%% Texts taken apart into words, lines and fields, counted, sorted, numbered.
-module(words_and_lines).
-export([start/0]).

start() ->
    Text = "the rain in spain\nfalls mainly\n\nin the plain\n",
    Lines = string:split(string:trim(Text), "\n", all),
    io:format("~0p~n", [Lines]),
    [io:format("~2w: ~s~n", [N, L]) || {N, L} <- lists:zip(lists:seq(1, length(Lines)), Lines)],
    Words = string:lexemes(Text, " \n"),
    Counts = lists:foldl(fun(W, M) -> maps:update_with(W, fun(N) -> N + 1 end, 1, M) end, #{}, Words),
    [io:format("~-8s ~s~n", [W, lists:duplicate(N, $*)]) || {W, N} <- lists:sort(fun({A, X}, {B, Y}) -> {-X, A} =< {-Y, B} end, maps:to_list(Counts))],
    io:format("~s~n", [string:join([string:titlecase(W) || W <- Words], " ")]),
    io:format("~s~n", [lists:reverse(string:join(lists:map(fun lists:reverse/1, Words), " "))]),
    io:format("~w~n", [[length(W) || W <- Words]]),
    io:format("~s~n", [[case C of $a -> $A; $\n -> $|; _ -> C end || C <- Text]]),
    io:format("~0p~n", [[{hd(W), length([X || X <- Words, hd(X) =:= hd(W)])} || W <- lists:ukeysort(1, [{[hd(X)]} || X <- Words]), is_list(W)] ++ lists:usort([hd(W) || W <- Words])]),
    io:format("~s~n", [string:replace("a.b.c", ".", "::", all)]),
    io:format("~0p~n", [string:split("key = value = more", " = ")]),
    io:format("~0p~n", [[string:pad(W, 6, leading, $.) || W <- ["a", "bcd"]]]),
    ok.

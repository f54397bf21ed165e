%% Texts indented, unindented, aligned, cut, quoted, numbered.
-module(edits_of_texts).
-export([start/0]).

start() ->
    T = "first line\n  second\n\nfourth one",
    L = string:split(T, "\n", all),
    [io:format("[~s]~n", [X]) || X <- [["> " ++ X1 || X1 <- L], [string:trim(X2, leading) || X2 <- L], [string:pad(X3, 12, leading) || X3 <- L], [string:slice(X4, 0, 5) || X4 <- L]], X <- [lists:join("|", X)]],
    io:format("~s~n", [quote("say \"hi\" \\ now")]),
    io:format("~w~n", [unquote(quote("a\"b\\c")) =:= "a\"b\\c"]),
    io:format("~0p~n", [diff(["a", "b", "c", "d"], ["a", "x", "c", "d", "e"])]),
    io:format("~s~n", [ellipsis("a long sentence to cut", 10)]),
    io:format("~0p~n", [[{N, length(X)} || {N, X} <- lists:zip(lists:seq(1, length(L)), L), X =/= ""]]),
    io:format("~s~n", [snake("someCamelCase")]),
    io:format("~s~n", [camel("some_snake_case")]),
    io:format("~s~n", [squeeze("a   b    c")]),
    io:format("~0p~n", [common(["interview", "internet", "interval"])]),
    ok.

quote(T) -> [$"] ++ lists:flatmap(fun(C) when C =:= $"; C =:= $\\ -> [$\\, C]; (C) -> [C] end, T) ++ [$"].

unquote([$" | T]) -> unquote(lists:droplast(T), []).

unquote([$\\, C | T], A) -> unquote(T, [C | A]);
unquote([C | T], A) -> unquote(T, [C | A]);
unquote([], A) -> lists:reverse(A).

diff([H | A], [H | B]) -> [{same, H} | diff(A, B)];
diff([H | A], [G | B]) -> [{minus, H}, {plus, G} | diff(A, B)];
diff(A, []) -> [{minus, H} || H <- A];
diff([], B) -> [{plus, H} || H <- B].

ellipsis(T, N) when length(T) =< N -> T;
ellipsis(T, N) -> lists:sublist(T, N - 3) ++ "...".

snake(T) -> lists:flatmap(fun(C) when C >= $A, C =< $Z -> [$_, C + 32]; (C) -> [C] end, T).

camel(T) -> [H | Rest] = string:lexemes(T, "_"), lists:append([H | [string:titlecase(W) || W <- Rest]]).

squeeze(T) -> string:join(string:lexemes(T, " "), " ").

common([H | T]) -> lists:foldl(fun(W, P) -> prefix(W, P) end, H, T).

prefix([C | A], [C | B]) -> [C | prefix(A, B)];
prefix(_, _) -> [].

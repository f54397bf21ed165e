%% string: split, lexemes, tokens, slices, prefixes, takes and joins of lists.
-module(string_pieces).
-export([start/0]).

start() ->
    [show([string:split(T, ","), string:split(T, ",", trailing), string:split(T, ",", all)]) || T <- ["a,b,c", <<"a,b,c">>, "abc", "", ",", <<",a,">>]],
    show([string:lexemes(T, ", ") || T <- ["a, b,c", <<" a,,b ">>, "", ",,,"]]),
    show([string:nth_lexeme("a-b-c", N, "-") || N <- [1, 2, 3]]),
    show([string:tokens("a, b,c", ", "), string:words("a b  c"), string:words("a,b", $,), string:sub_word("a b c", 2)]),
    show([string:slice(T, S, L) || T <- ["hello", <<"hello">>], {S, L} <- [{0, 2}, {3, 9}, {5, 1}, {1, 0}]]),
    show([string:slice(T, S) || T <- ["hello", <<"hello">>], S <- [0, 2, 5, 9]]),
    show([string:prefix(T, P) || {T, P} <- [{"hello", "he"}, {<<"hello">>, "he"}, {"hello", "x"}, {"a", ""}, {"", "a"}]]),
    show([string:take(T, "abc") || T <- ["abcd", <<"bax">>, "xyz", ""]]),
    show([string:take("abcd", "x", true), string:take("abcx", "x", false, trailing), string:take("xxab", "x", true, trailing)]),
    show([string:find(T, P) || {T, P} <- [{"hello", "l"}, {<<"hello">>, "l"}, {"hello", "z"}, {"hello", ""}]]),
    show([string:find("hello", "l", trailing), string:find(<<"a.b.c">>, ".", trailing)]),
    show([string:replace(T, "l", "L", W) || T <- ["hello", <<"hello">>], W <- [leading, trailing, all]]),
    show([string:join(["a", "b"], "--"), string:join([], "x"), string:concat("a", "b"), string:copies("ab", 2), string:chars($x, 3)]),
    show([string:substr("hello", 2, 3), string:sub_string("hello", 2, 4), string:sub_string("hello", 3)]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

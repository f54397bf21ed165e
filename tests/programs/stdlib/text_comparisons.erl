%% string: equality with and without cases, emptiness, lengths, reversals.
-module(text_comparisons).
-export([start/0]).

start() ->
    show([string:equal(A, B) || {A, B} <- [{"abc", "abc"}, {"abc", <<"abc">>}, {["a", "bc"], "abc"}, {"abc", "ABC"}, {"", <<>>}, {"a", ""}]]),
    show([string:equal(A, B, true) || {A, B} <- [{"abc", "ABC"}, {<<"ÄÖ"/utf8>>, "äö"}, {"a", "b"}, {"ABC", <<"abc">>}]]),
    show([string:is_empty(X) || X <- ["", <<>>, [[]], [<<>>, []], "a", <<"a">>]]),
    show([string:length(X) || X <- ["", "abc", <<"é€"/utf8>>, ["a", <<"b">>], "a\r\nb"]]),
    show([string:reverse(X) || X <- ["", "abc", <<"abc">>, ["a", <<"bc">>], "a\r\nb"]]),
    show([string:to_graphemes(X) || X <- ["abc", <<"abc">>, "a\r\n"]]),
    show([string:next_codepoint(X) || X <- ["", "ab", <<"ab">>, ["a" | <<"b">>]]]),
    show([string:uppercase(X) || X <- ["abc1", <<"abc">>, "äöü", ""]]),
    show([string:lowercase(X) || X <- ["ABC1", <<"ABC">>, "ÄÖÜ", ""]]),
    show([string:titlecase(X) || X <- ["abc def", <<"abc">>, "", "1a"]]),
    show([string:casefold(X) || X <- ["ABC", <<"Abc">>, "ÄÖ"]]),
    show([string:to_upper("abC1"), string:to_lower("ABc1"), string:to_upper($a), string:to_lower($Z)]),
    show([string:len("abc"), string:chr("abca", $a), string:rchr("abca", $a), string:str("abcabc", "bc"), string:rstr("abcabc", "bc"), string:span("aab", "a"), string:cspan("aab", "b")]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% string: the functions for lists of latin-1, one after another.
-module(string_lists).
-export([start/0]).

start() ->
    show([string:len("abc"), string:equal("abc", "abc"), string:equal("abc", "Abc"), string:concat("a", "b")]),
    show([string:chr("hello", $l), string:rchr("hello", $l), string:chr("hello", $z), string:str("hello", "lo"),
          string:rstr("hallelo", "l"), string:str("hello", ""), string:str("", "x")]),
    show([string:span("xxab", "x"), string:cspan("abx", "x"), string:span("abc", "x")]),
    show([string:substr("hello", 2), string:substr("hello", 2, 3), string:substr("hello", 6), string:substr("hello", 1, 0)]),
    show([string:tokens("a,b;;c", ",;"), string:tokens("", ","), string:tokens(",,", ",")]),
    show([string:chars($x, 3), string:chars($x, 2, "tail"), string:chars($x, 0)]),
    show([string:copies("ab", 3), string:copies("ab", 0)]),
    show([string:words("a b  c"), string:words("a,b", $,), string:sub_word("a b c", 2), string:sub_word("a,b,c", 3, $,)]),
    show([string:strip("  x  "), string:strip("  x  ", left), string:strip("..x..", right, $.), string:strip("..x..", both, $.)]),
    show([string:left("abc", 5), string:left("abc", 2), string:left("abc", 5, $.), string:right("abc", 5), string:right("abc", 2), string:right("abc", 5, $.)]),
    show([string:centre("abc", 7), string:centre("abc", 2), string:centre("ab", 5, $*)]),
    show([string:sub_string("hello", 3), string:sub_string("hello", 2, 4)]),
    show([string:to_float("1.5rest"), string:to_float("x"), string:to_float("1"), string:to_integer("42abc"), string:to_integer("-7"), string:to_integer("+5 "), string:to_integer(""), string:to_integer("x")]),
    show([string:to_upper("aBc1é"), string:to_lower("ÀBC"), string:to_upper($a), string:to_lower($A)]),
    show([string:join(["a", "b", "c"], ", "), string:join(["a"], ", "), string:join([], ", ")]),
    [show(try apply(string, F, A) catch C:R -> {F, C, R} end)
     || {F, A} <- [{substr, ["hello", 7]}, {substr, ["hello", 0]}, {len, [x]}, {copies, ["a", -1]}, {chars, [$x, -1]}, {tokens, [x, "a"]}, {join, [x, "a"]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

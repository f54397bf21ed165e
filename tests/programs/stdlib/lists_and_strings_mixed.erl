%% Functions of lists used on text, and of string on lists of numbers.
-module(lists_and_strings_mixed).
-export([start/0]).

start() ->
    show([lists:reverse("abc"), lists:nth(2, "abc"), lists:last("abc"), lists:member($b, "abc"), lists:sublist("abcdef", 2, 3), lists:usort("banana"), lists:duplicate(3, "ab")]),
    show([lists:flatten(["ab", ["cd", $e]]), lists:concat(["a", 1, b, 2.5]), lists:prefix("ab", "abc"), lists:suffix("bc", "abc"), lists:delete($b, "abcb"), "abcb" -- "b"]),
    show([lists:splitwith(fun(C) -> C =/= $= end, "key=value"), lists:dropwhile(fun(C) -> C =:= $\s end, "  x"), lists:takewhile(fun(C) -> C < $d end, "abcdef")]),
    show([lists:join($,, "abc"), lists:append(["ab", "", "c"]), lists:max("hello"), lists:min("hello"), lists:sum("ab")]),
    show([lists:zip("abc", [1, 2, 3]), lists:unzip([{$a, 1}, {$b, 2}]), lists:keyfind($b, 1, lists:zip("abc", [1, 2, 3]))]),
    show([lists:map(fun(C) -> C - 32 end, "abc"), lists:filter(fun(C) -> C > $a end, "banana"), lists:foldl(fun(C, N) -> N * 10 + C - $0 end, 0, "1234"), lists:partition(fun(C) -> C < $n end, "banana")]),
    show([string:reverse([1, 2, 3]), string:length([1, 2, 3]), string:slice([10, 20, 30], 1), string:split([1, 0, 2, 0, 3], [0], all), string:lexemes([1, 0, 2], [0])]),
    show([string:join([[1], [2]], [0]), string:tokens([1, 9, 2], [9]), string:str([1, 2, 3], [2, 3]), string:chr([5, 6], 6)]),
    show([lists:sort(["b", "a", "", "ab"]), lists:sort(fun(A, B) -> length(A) =< length(B) end, ["ccc", "a", "bb"]), lists:merge("ace", "bd"), lists:umerge("abc", "bcd")]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Text as lists: the basic functions of module string.
-module(strings).
-export([start/0]).

start() ->
    erlang:display(string:uppercase("hello")),
    erlang:display(string:to_upper("MiXed 1")),
    erlang:display(string:to_lower("MiXed 1")),
    erlang:display(string:trim("  both  ")),
    erlang:display(string:trim("xxabcxx", both, "x")),
    erlang:display(string:trim("  lead", leading)),
    erlang:display(string:split("a,b,c", ",")),
    erlang:display(string:split("a,b,c", ",", all)),
    erlang:display(string:tokens("one two  three", " ")),
    erlang:display(lists:join(", ", ["a", "b"])),
    erlang:display(string:join(["a", "b", "c"], "-")),
    erlang:display(string:length("abc")),
    erlang:display(string:reverse("abc")),
    erlang:display(string:str("hello", "lo")),
    erlang:display(string:substr("hello", 2, 3)),
    erlang:display(string:chr("hello", $l)),
    erlang:display(string:to_integer("42abc")),
    erlang:display(string:equal("a", "a")),
    erlang:display(string:find("haystack", "st")),
    erlang:display("con" "cat" ++ [$e, $d]),
    erlang:display([C + 1 || C <- "HAL"]),
    erlang:display("\t\"\\" ++ [$\n, $\x41, $\101]),
    ok.

%% Replacing what patterns match.
-module(re_replacing).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Replacement, Options}) ->
    Result = try re:replace(Subject, Pattern, Replacement, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p ~0p ~0p~n    ~0p~n", [Subject, Pattern, Replacement, Options, Result]).

cases() ->
    [{"abcd", "c", "[&]", []}, {"abcd", "c", "[&]", [{return, binary}]}, {"abcd", "x", "[&]", []},
     {<<"abcd">>, "x", "[&]", []}, {"abcd", "x", "[&]", [{return, list}]}, {"abcb", "b", "X", [global]},
     {"abcb", "b", <<"X">>, [global, {return, list}]}, {"abcb", "", "-", [global, {return, list}]},
     {"abcb", "b", "", [global]}, {"abcb", ".", "", [global]}, {"abcb", "b", "x", [{capture, all}]},
     {"abcb", "b", "x", [group]}, {[97, 945, 98], [945], [946], [unicode, {return, list}]},
     {"abcb", "b", "x", [{offset, 2}, {return, list}]}, {"abc", ".*", "x", [global, {return, list}]},
     {"abcb", "b", ["x", $y, <<"z">>], [{return, list}]}, {["a", "bc"], "b", "x", []},
     {"abc", "b", [3000], [unicode, {return, list}]}, {"a", "(a)", "\\1\\1", [{return, list}]},
     {"a", "(a)", "\\10", [{return, list}]}, {"a", "(a)", "\\01", [{return, list}]},
     {"a", "(a)", "\\g1", [{return, list}]}, {"a", "(a)", "\\g{1}0", [{return, list}]},
     {"a", "(a)", "\\&", [{return, list}]}, {"a", "(a)", "\\\\", [{return, list}]},
     {"abc", "(b)(x)?", "<\\1\\2>", [{return, list}]}, {"hello world", "(\\w+) (\\w+)", "\\2 \\1", [{return, list}]},
     {"a.b.c", "\\.", "/", [global, {return, binary}]}, {"abc", "b", [300], [{return, list}]},
     {foo, "b", "c", []}, {"abc", "(b", "x", []}, {"abc", "B", "x", [caseless, {return, list}]}].

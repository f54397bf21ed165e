%% Splitting by patterns.
-module(re_splitting).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:split(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p ~0p~n    ~0p~n", [Subject, Pattern, Options, Result]).

cases() ->
    [{"ab", "a|", []}, {"xaby", "a|b|", []}, {"abcb", "b", [{parts, 2}]}, {"abcb", "b", [{parts, 0}]},
     {"abcb", "b", [{parts, 1}]}, {"abcb", "b", [{parts, -1}]}, {"abcb", "b", [{parts, infinity}]},
     {"abcb", "b", [trim]}, {"bbab", "b", []}, {"bbab", "b", [trim]}, {"b", "b", [trim]}, {"abc", "", []},
     {"a,b;c", "([,;])", []}, {"a,b;c", "([,;])", [group]}, {"a,b;c", "(,)|(;)", [group]},
     {"a,b;c", "(,)|(;)", []}, {"a,b;", "(,)|(;)", [group, trim, {return, list}]},
     {"a,b;", "(,)(x)?", [{return, list}]}, {"abc", "b", [{return, foo}]}, {"abc", "b", [global]},
     {"abc", "b", [{capture, all}]}, {"abcbd", "b", [{offset, 2}]}, {"abc", "b", [report_errors]},
     {"abc", "B", [caseless]}, {"abc", "x", []}, {"abc", "x", [group]}, {"abc", "b", [{return, iodata}]},
     {["a", <<"b">>, $c], "b", [{return, binary}]}, {"aXbXc", "X", [{parts, 2}, group]},
     {"aXXX", "X", [trim]}, {"ab  cd", " *", []}, {"ab cd", "\\b", []}, {"a b  c", "\\s+", [{return, list}]},
     {[945, $,, 946], ",", [unicode, {return, list}]}, {[945, $,, 946], ",", [unicode]},
     {"Erlang", "[ln]", [{return, list}]}, {"Erlang", "([ln])", [{return, list}]},
     {"Erlang", "[ln]", [{return, list}, {parts, 2}]}, {"Erlang", "([ln])", [{return, list}, {parts, 2}]},
     {"Erlang", "([lg])", [{return, list}, trim]}, {"Erlang", "(l)|(g)", [{return, list}, group, trim]},
     {foo, "b", []}, {"abc", "(b", []}, {"abc", foo, []}].

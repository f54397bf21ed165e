%% Variables of the environment, and names and values that are none.
-module(environment).
-export([start/0]).

start() ->
    show(fun() -> os:getenv("NO_SUCH_VARIABLE") end),
    show(fun() -> os:getenv("NO_SUCH_VARIABLE", default) end),
    show(fun() -> os:putenv("SOME_VARIABLE", "some value=1") end),
    show(fun() -> os:getenv("SOME_VARIABLE") end),
    show(fun() -> os:getenv("SOME_VARIABLE", default) end),
    show(fun() -> lists:member("SOME_VARIABLE=some value=1", os:getenv()) end),
    show(fun() -> lists:member({"SOME_VARIABLE", "some value=1"}, os:env()) end),
    show(fun() -> os:putenv([233, 8364], [8364, 233]) end),
    show(fun() -> os:getenv([233, 8364]) end),
    show(fun() -> os:unsetenv([233, 8364]) end),
    show(fun() -> os:unsetenv("SOME_VARIABLE") end),
    show(fun() -> os:unsetenv("SOME_VARIABLE") end),
    show(fun() -> os:getenv("SOME_VARIABLE") end),
    [show(fun() -> os:getenv(Name) end) || Name <- [a, <<"A">>, "A=B", [0], [-1], [a], "", [55296]]],
    [show(fun() -> os:putenv(Name, "x") end) || Name <- [a, "A=B", [0]]],
    [show(fun() -> os:putenv("A", Value) end) || Value <- [a, <<"A">>, [0], [55296]]],
    show(fun() -> os:unsetenv("=") end),
    show(fun() -> {Family, Name} = os:type(), is_atom(Family) andalso is_atom(Name) end),
    show(fun() -> {A, B, C} = os:version(), lists:all(fun is_integer/1, [A, B, C]) end),
    show(fun() -> is_integer(list_to_integer(os:getpid())) end),
    show(fun() -> is_integer(os:perf_counter(millisecond)) end),
    show(fun() -> os:perf_counter(x) end),
    ok.

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).

%% Patterns in tuples: repeated variables, nesting, aliases, values already bound.
-module(tuple_matching).
-export([start/0, id/1]).

start() ->
    {A, {B, [C | D]}, E} = id({1, {2, [3, 4, 5]}, "six"}),
    erlang:display({A, B, C, D, E}),
    {X, X} = id({same, same}),
    erlang:display(X),
    {First, _} = Whole = id({p, q}),
    erlang:display({First, Whole}),
    erlang:display(catch_error(fun() -> {Y, Y} = id({1, 2}), Y end)),
    erlang:display(catch_error(fun() -> {Y, Y} = id({1, 1.0}), Y end)),
    erlang:display(catch_error(fun() -> {1, _} = id({2, x}) end)),
    erlang:display(catch_error(fun() -> {A, Z} = id({1, z}), Z end)),
    erlang:display(catch_error(fun() -> {B, Z} = id({1, z}), Z end)),
    erlang:display(catch_error(fun() -> {} = id({1}) end)),
    erlang:display(alias({ok, {point, 3, 4}})),
    erlang:display(swap({1, 2})),
    erlang:display(rotate({1, 2, 3, 4}, 3)),
    {_, _, {_, {_, {Deep}}}} = id({0, 0, {0, {0, {deep}}}}),
    erlang:display(Deep),
    ok.

alias({ok, {point, X, Y} = Point} = All) -> {All, Point, X + Y}.

swap({A, B}) -> {B, A}.

rotate(Tuple, 0) -> Tuple;
rotate({A, B, C, D}, N) -> rotate({B, C, D, A}, N - 1).

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

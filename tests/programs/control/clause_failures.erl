%% No clause fits: in case, if, function, fun, match and try of.
-module(clause_failures).
-export([start/0, id/1]).

start() ->
    erlang:display(catch_error(fun() -> case id(3) of 1 -> a; 2 -> b end end)),
    erlang:display(catch_error(fun() -> X = id(3), if X > 5 -> a; X < 2 -> b end end)),
    erlang:display(catch_error(fun() -> only_one(id(2)) end)),
    erlang:display(catch_error(fun() -> (fun(a) -> 1 end)(id(b)) end)),
    erlang:display(catch_error(fun() -> {a, _} = id({b, 1}) end)),
    erlang:display(catch_error(fun() -> [_, _] = id([1]) end)),
    erlang:display(catch_error(fun() -> 1 = id(1.0) end)),
    erlang:display(catch_error(fun() -> "abc" = id("abd") end)),
    erlang:display(catch_error(fun() -> try id(5) of 1 -> x catch _:_ -> inner end end)),
    erlang:display(catch_error(fun() -> case id({big, lists:seq(1, 5), <<"x">>}) of nothing -> x end end)),
    erlang:display(catch_error(fun() -> #{k := 1} = id(#{k => 2}) end)),
    erlang:display(catch_error(fun() -> [X || X <- id(bad)] end)),
    erlang:display(catch_error(fun() -> id(nope) orelse x end)),
    erlang:display(catch_error(fun() -> case id(1) of X when X > 1 -> X end end)),
    ok.

only_one(1) -> ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

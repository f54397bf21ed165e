%% Body recursion builds long lists, so the stack and the heap grow together.
-module(deep_list_building).
-export([start/0]).

start() ->
    List = build(20000),
    erlang:display(length(List)),
    erlang:display(hd(List)),
    erlang:display(sum(List)),
    erlang:display(sum([X || {item, X, _} <- pairs(3000)])),
    erlang:display(lists:last(squares(5000))),
    ok.

build(0) -> [];
build(N) -> [N | build(N - 1)].

pairs(0) -> [];
pairs(N) ->
    Rest = pairs(N - 1),
    [{item, N, [N, {N}]} | Rest].

squares(N) -> [X * X || X <- build(N)].

sum([]) -> 0;
sum([X | Rest]) -> X + sum(Rest).

%% The process dictionary: put, get, erase, keys; each process has its own.
-module(dictionary).
-export([start/0]).

start() ->
    erlang:display(put(a, 1)),
    erlang:display(put(a, 2)),
    erlang:display(get(a)),
    erlang:display(get(none)),
    put({key, [1]}, "value"),
    put(1, one),
    put(1.0, float_one),
    erlang:display(lists:sort([K || {K, _} <- get(), K =:= a orelse is_integer(K) orelse is_tuple(K)])),
    erlang:display(get({key, [1]})),
    erlang:display({get(1), get(1.0)}),
    erlang:display(get_keys("value")),
    erlang:display(erase(a)),
    erlang:display(erase(a)),
    Self = self(),
    spawn(fun() -> put(1, other), Self ! {child, get(1), get({key, [1]})} end),
    erlang:display(receive M -> M end),
    erlang:display(get(1)),
    [put({n, N}, N * N) || N <- lists:seq(1, 200)],
    erlang:garbage_collect(),
    erlang:display(lists:sum([get({n, N}) || N <- lists:seq(1, 200)])),
    [erase({n, N}) || N <- lists:seq(1, 200, 2)],
    erlang:display(length([x || {{n, _}, _} <- get()])),
    erase(),
    erlang:display(get()),
    ok.

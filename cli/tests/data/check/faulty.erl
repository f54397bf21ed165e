%% Calls that go wrong, each in its own way, for `avm check` to find
-module(faulty).
-export([start/0, never/0]).

start() ->
    io:format("~p~n", [lists:revers([1, 2])]),
    lits:reverse([1]),
    tools:hidden(),
    Tools = tools,
    Tools:help(1, 2),
    spawn(tools, helped, [1]),
    gpio:ini(2),
    [dict:store(Key, 1, dict:new(), more) || Key <- [a, b]],
    maps:from_list([{start, fun tools:gone/3}]),
    tools:help(fine).

never() ->
    nowhere:to_be_found().

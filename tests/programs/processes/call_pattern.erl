%% A server called with fresh references, answers matched by them.
-module(call_pattern).
-export([start/0]).

start() ->
    Server = spawn(fun() -> server(#{}) end),
    erlang:display(call(Server, {put, a, 1})),
    erlang:display(call(Server, {put, b, 2})),
    erlang:display(call(Server, {get, a})),
    erlang:display(call(Server, {get, z})),
    [self() ! {noise, N} || N <- lists:seq(1, 500)],
    erlang:display(lists:sum([begin ok = call(Server, {put, N, N}), {ok, V} = call(Server, {get, N}), V end
                              || N <- lists:seq(1, 50)])),
    erlang:display(call(Server, size)),
    erlang:display(call(Server, stop)),
    erlang:display(call(Server, size)),
    erlang:display(length(noise())),
    ok.

call(Server, Request) ->
    Reference = monitor(process, Server),
    Server ! {Reference, self(), Request},
    receive
        {Reference, Reply} -> demonitor(Reference, [flush]), Reply;
        {'DOWN', Reference, process, _, _} -> server_is_down
    end.

server(State) ->
    receive
        {Reference, From, {put, K, V}} -> From ! {Reference, ok}, server(State#{K => V});
        {Reference, From, {get, K}} -> From ! {Reference, maps:find(K, State)}, server(State);
        {Reference, From, size} -> From ! {Reference, map_size(State)}, server(State);
        {Reference, From, stop} -> From ! {Reference, stopped}
    end.

noise() ->
    receive {noise, N} -> [N | noise()] after 0 -> [] end.

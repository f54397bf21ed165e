%% Calls, casts and state of a small server
-module(gen_server_by_hand).
-export([start/0]).

start() ->
    S = spawn(fun() -> loop(#{}) end),
    cast(S, {store, a, 1}),
    cast(S, {store, b, 2}),
    show(call(S, {fetch, a})),
    show(call(S, {fetch, c})),
    show(call(S, size)),
    show(call(S, unknown)),
    show(call(S, stop)),
    ok.

call(S, R) ->
    M = monitor(process, S),
    S ! {call, {self(), M}, R},
    receive
        {M, Reply} -> demonitor(M, [flush]), Reply;
        {'DOWN', M, process, S, Reason} -> {down, Reason}
    end.

cast(S, R) -> S ! {cast, R}, ok.

loop(State) ->
    receive
        {call, {_, _}, stop} -> exit(normal);
        {call, {P, M}, R} -> {Reply, New} = handle(R, State), P ! {M, Reply}, loop(New);
        {cast, {store, K, V}} -> loop(State#{K => V})
    end.

handle({fetch, K}, S) -> {maps:find(K, S), S};
handle(size, S) -> {map_size(S), S};
handle(R, S) -> {{unknown, R}, S}.

show(Term) -> io:format("~0p~n", [Term]).

%% Many processes and one public table: every one sees what the others did.
-module(many_processes).
-export([start/0]).

start() ->
    T = ets:new(t, [public, {write_concurrency, true}, {read_concurrency, true}]),
    ets:insert(T, {total, 0}),
    Workers = [spawn_monitor(fun() -> work(T, N) end) || N <- lists:seq(1, 20)],
    [receive {'DOWN', M, process, P, Reason} -> normal = Reason end || {P, M} <- Workers],
    show(ets:lookup(T, total)),
    show(ets:info(T, size)),
    show(lists:all(fun(N) -> ets:lookup_element(T, {N, 100}, 2) =:= N * 100 end, lists:seq(1, 20))),
    Long = [{N, x} || N <- lists:seq(1, 20000)],
    Self = self(),
    P = spawn_link(fun() -> ets:insert(T, Long), Self ! {self(), done} end),
    show(seen(T, P, [])),
    show(ets:info(T, size)),
    {Q, M} = spawn_monitor(fun() -> X = ets:new(mine, [public]), ets:insert(X, Long), Self ! {self(), X}, receive stop -> ok end end),
    X = receive {Q, Made} -> Made end,
    Q ! stop,
    receive {'DOWN', M, _, _, _} -> ok end,
    show(try ets:lookup(X, 1) catch error:R -> R end),
    ok.

work(T, N) ->
    [begin
         ets:update_counter(T, total, 1),
         ets:insert(T, {{N, K}, N * K}),
         K rem 10 =:= 0 andalso erlang:yield()
     end || K <- lists:seq(1, 100)].

%% The first and the last of a long list are seen together or not at all.
seen(T, P, Seen) ->
    Both = {ets:member(T, 1), ets:member(T, 20000)},
    receive
        {P, done} -> lists:usort([{true, true} | Seen]) -- [{false, false}]
    after 0 ->
        seen(T, P, lists:usort([Both | Seen]))
    end.

show(Term) -> io:format("~0p~n", [Term]).

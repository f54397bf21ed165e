%% A hub of topics: subscribers come and go, crash,.
-module(publish_and_subscribe).
-export([start/0]).

start() ->
    Hub = spawn(fun() -> hub(#{}) end),
    Subs = [{N, spawn(fun() -> listener(Hub, Topics, []) end)} || {N, Topics} <- [{one, [news]}, {two, [news, sport]}, {three, [weather]}]],
    [receive ready -> ok after 0 -> ok end || _ <- Subs],
    timer:sleep(2),
    [Hub ! {publish, T, M} || {T, M} <- [{news, n1}, {sport, s1}, {weather, w1}, {other, o1}, {news, n2}]],
    timer:sleep(2),
    show([{N, heard(P)} || {N, P} <- Subs]),
    exit(proplists:get_value(two, Subs), kill),
    timer:sleep(2),
    Hub ! {topics, self()},
    show(receive {topics, T} -> T end),
    Hub ! {publish, news, n3},
    proplists:get_value(one, Subs) ! {leave, news},
    timer:sleep(2),
    Hub ! {publish, news, n4},
    timer:sleep(2),
    show(heard(proplists:get_value(one, Subs))),
    Hub ! {topics, self()},
    show(receive {topics, T2} -> T2 end),
    ok.

heard(P) -> P ! {heard, self()}, receive {P, L} -> L after 100 -> none end.

hub(Topics) ->
    receive
        {subscribe, P, T} -> monitor(process, P), hub(maps:update_with(T, fun(L) -> [P | L] end, [P], Topics));
        {unsubscribe, P, T} -> hub(clean(Topics#{T => maps:get(T, Topics, []) -- [P]}));
        {publish, T, M} -> [P ! {message, T, M} || P <- maps:get(T, Topics, [])], hub(Topics);
        {topics, From} -> From ! {topics, lists:sort([{T, length(L)} || {T, L} <- maps:to_list(Topics)])}, hub(Topics);
        {'DOWN', _, process, P, _} -> hub(clean(maps:map(fun(_, L) -> L -- [P] end, Topics)))
    end.

clean(Topics) -> maps:filter(fun(_, L) -> L =/= [] end, Topics).

listener(Hub, Topics, Log) ->
    [Hub ! {subscribe, self(), T} || Log =:= [], T <- Topics],
    listen(Hub, Log).

listen(Hub, Log) ->
    receive
        {message, T, M} -> listen(Hub, [{T, M} | Log]);
        {heard, From} -> From ! {self(), lists:reverse(Log)}, listen(Hub, Log);
        {leave, T} -> Hub ! {unsubscribe, self(), T}, listen(Hub, Log)
    end.

show(Term) -> io:format("~0p~n", [Term]).

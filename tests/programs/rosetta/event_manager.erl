%% An event manager by hand: handlers added, called, swapped,.
-module(event_manager).
-export([start/0]).

start() ->
    M = spawn_link(fun() -> manager([]) end),
    show([call(M, {add, counter, 0, fun(tick, N) -> {ok, N + 1}; (_, N) -> {ok, N} end}),
          call(M, {add, log, [], fun(E, L) -> {ok, [E | L]} end}),
          call(M, {add, fragile, x, fun(crash, _) -> error(boom); (quit, _) -> remove; (_, S) -> {ok, S} end}),
          call(M, {add, log, [], fun(_, S) -> {ok, S} end})]),
    [M ! {notify, E} || E <- [tick, tock, tick]],
    show(call(M, {state, counter})),
    show(call(M, {state, log})),
    show(call(M, names)),
    M ! {notify, crash},
    show(call(M, names)),
    show(call(M, {swap, counter, double, fun(N) -> N * 2 end, fun(tick, N) -> {ok, N + 2}; (_, N) -> {ok, N} end})),
    M ! {notify, tick},
    show(call(M, {state, double})),
    show(call(M, {delete, log})),
    show([call(M, {state, log}), call(M, names)]),
    show(call(M, stop)),
    ok.

call(M, Request) ->
    Reference = monitor(process, M),
    M ! {call, self(), Reference, Request},
    receive {Reference, Answer} -> demonitor(Reference, [flush]), Answer; {'DOWN', Reference, _, _, R} -> {down, R} end.

manager(Handlers) ->
    receive
        {notify, Event} -> manager(lists:flatmap(fun(H) -> handle(Event, H) end, Handlers));
        {call, From, Reference, stop} -> From ! {Reference, [N || {N, _, _} <- Handlers]};
        {call, From, Reference, Request} ->
            {Answer, New} = request(Request, Handlers),
            From ! {Reference, Answer},
            manager(New)
    end.

handle(Event, {Name, State, Fun}) ->
    try Fun(Event, State) of
        {ok, New} -> [{Name, New, Fun}];
        remove -> []
    catch
        error:Reason -> io:format("~w dropped: ~w~n", [Name, Reason]), []
    end.

request(names, Hs) -> {[N || {N, _, _} <- Hs], Hs};
request({add, N, S, F}, Hs) -> case lists:keymember(N, 1, Hs) of true -> {already, Hs}; false -> {ok, Hs ++ [{N, S, F}]} end;
request({state, N}, Hs) -> {case lists:keyfind(N, 1, Hs) of {_, S, _} -> S; false -> unknown end, Hs};
request({delete, N}, Hs) -> {ok, lists:keydelete(N, 1, Hs)};
request({swap, Old, New, Convert, F}, Hs) -> {_, S, _} = lists:keyfind(Old, 1, Hs), {ok, lists:keyreplace(Old, 1, Hs, {New, Convert(S), F})}.

show(Term) -> io:format("~0p~n", [Term]).

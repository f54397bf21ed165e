%% supervisor: who is started again, and in which order, when a child ends.
-module(supervisor_strategies).

-behaviour(supervisor).
-export([start/0, init/1, child/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    [show({Strategy, Victim, run(Strategy, Victim)})
     || Strategy <- [one_for_one, one_for_all, rest_for_one], Victim <- [a, b, c, d]],
    ok.

run(Strategy, Victim) ->
    {ok, Supervisor} = supervisor:start_link(?MODULE, {Strategy, self()}),
    unlink(Supervisor),
    Started = events(4),
    Before = pids(Supervisor),
    {Victim, Pid} = lists:keyfind(Victim, 1, Before),
    Pid ! {crash, oops},
    Again = restarts(Strategy, Victim),
    Seen = events(Again),
    After = pids(Supervisor),
    New = lists:sort([Id || {Id, Was} <- Before, {Other, Is} <- After, Id =:= Other, Was =/= Is]),
    Monitor = monitor(process, Supervisor),
    exit(Supervisor, shutdown),
    receive {'DOWN', Monitor, _, _, Reason} -> {Started, Seen, New, events(4), Reason} end.

%% A crash, ends of the others, and starts.
restarts(one_for_one, _) -> 2;
restarts(one_for_all, _) -> 8;
restarts(rest_for_one, a) -> 8;
restarts(rest_for_one, b) -> 6;
restarts(rest_for_one, c) -> 4;
restarts(rest_for_one, d) -> 2.

pids(Supervisor) -> [{Id, Pid} || {Id, Pid, _, _} <- supervisor:which_children(Supervisor)].

init({Strategy, Log}) ->
    {ok, {#{strategy => Strategy}, [#{id => Id, start => {?MODULE, child, [Log, Id]}} || Id <- [a, b, c, d]]}}.

child(Log, Id) ->
    Pid = spawn_link(fun() -> process_flag(trap_exit, true), Log ! {event, {Id, up}}, loop(Log, Id) end),
    Pid ! {hello, self()},
    receive {Pid, hello} -> {ok, Pid} end.

loop(Log, Id) ->
    receive
        {hello, From} -> From ! {self(), hello}, loop(Log, Id);
        {crash, Reason} -> Log ! {event, {Id, crashes}}, exit(Reason);
        {'EXIT', _, Reason} -> Log ! {event, {Id, Reason}}, exit(Reason)
    end.

events(0) -> [];
events(N) -> receive {event, Event} -> [Event | events(N - 1)] after 5000 -> [missing] end.

show(Term) -> io:format("~0p~n", [Term]).

%% A process hibernates until a message comes, whatever else comes before.
-module(hibernation_lasts).
-export([start/0, woken/1]).

start() ->
    Own = self(),
    Sleeper = spawn(fun() -> erlang:hibernate(?MODULE, woken, [Own]) end),
    until_hibernating(Sleeper),
    [io:format("~p~n", [process_info(Sleeper, Key)])
     || Key <- [current_function, current_location, current_stacktrace, status, message_queue_len]],
    link(Sleeper),
    unlink(Sleeper),
    demonitor(monitor(process, Sleeper)),
    group_leader(group_leader(), Sleeper),
    exit(Sleeper, normal),
    receive Said -> io:format("said too early: ~p~n", [Said]) after 50 -> io:format("sleeps~n") end,
    io:format("~p~n", [process_info(Sleeper, current_function)]),
    Sleeper ! {Own, now},
    receive Answer -> io:format("~p~n", [Answer]) end,
    ok.

until_hibernating(Pid) ->
    case process_info(Pid, current_function) of
        {current_function, {erlang, hibernate, 3}} -> ok;
        _ -> erlang:yield(), until_hibernating(Pid)
    end.

woken(Parent) ->
    receive
        {From, What} -> From ! {woken, What}
    after 0 ->
        Parent ! woken_for_nothing
    end.

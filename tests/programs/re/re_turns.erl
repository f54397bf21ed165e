%% A long search lets other processes have their turns, and ends with its process.
-module(re_turns).
-export([start/0]).

start() ->
    Self = self(),
    Subject = lists:duplicate(26, $a) ++ "b",
    {Long, Monitor} = spawn_monitor(fun() -> Self ! {long, re:run(Subject, "(a+)+(?:[^b]b)", [])} end),
    Quick = spawn(fun() -> timer:sleep(1), Self ! quick end),
    true = is_pid(Quick),
    receive First -> io:format("~p~n", [First]) end,
    exit(Long, kill),
    receive {'DOWN', Monitor, process, Long, Reason} -> io:format("~p~n", [Reason]) end,
    io:format("~p~n", [re:run(lists:duplicate(30000, $x), "x*y|(?:x)*", [{capture, first}])]),
    ok.

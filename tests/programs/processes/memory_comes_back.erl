%% Memory that was needed once is given back when nothing needs it any more.
-module(memory_comes_back).
-export([start/0]).

start() ->
    [io:format("~p: ~p~n", [Way, checked(Way)]) || Way <- [asked, received, messages]],
    io:format("timer of the dead: ~p~n", [late()]),
    ok.

checked(Way) ->
    {Pid, Monitor} = spawn_monitor(fun() -> exit(way(Way)) end),
    receive {'DOWN', Monitor, process, Pid, Result} -> Result end.

%% A list that outlives collections is garbage then, and a collection finds it however old it is.
way(asked) ->
    Size = survived(lists:seq(1, 100000)),
    erlang:garbage_collect(),
    {Size > 200000, words() < 20000};
%% Received messages do not make a heap large in which nothing stays.
way(received) ->
    Own = self(),
    [begin Own ! lists:seq(N, N + 200), receive [N | _] -> ok end end || N <- lists:seq(1, 2000)],
    words() < 20000;
%% Messages that wait take memory, and no more when they are gone.
way(messages) ->
    {memory, Before} = process_info(self(), memory),
    Own = self(),
    [Own ! {message, lists:seq(1, 100)} || _ <- lists:seq(1, 2000)],
    {memory, Full} = process_info(self(), memory),
    receive_all(),
    erlang:garbage_collect(),
    {memory, After} = process_info(self(), memory),
    {Full - Before > 2000 * 200 * erlang:system_info(wordsize), After - Before < 100000}.

survived(List) ->
    [lists:sum(lists:seq(1, 1000 * N)) || N <- lists:seq(1, 30)],
    _ = length(List),
    words().

words() ->
    {total_heap_size, Words} = process_info(self(), total_heap_size),
    Words.

receive_all() ->
    receive {message, _} -> receive_all() after 0 -> ok end.

%% The timer of a message to a process that has ended is none.
late() ->
    {Pid, Monitor} = spawn_monitor(fun() -> receive stop -> ok end end),
    Timer = erlang:send_after(100000, Pid, late),
    Before = is_integer(erlang:read_timer(Timer)),
    Pid ! stop,
    receive {'DOWN', Monitor, process, Pid, normal} -> ok end,
    Never = erlang:send_after(100000, Pid, late),
    {Before, erlang:read_timer(Timer), erlang:cancel_timer(Timer), erlang:read_timer(Never)}.

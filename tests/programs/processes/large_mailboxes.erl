%% Ten thousand messages: counted, picked from the middle, walked,.
-module(large_mailboxes).
-export([start/0]).

start() ->
    N = 10000,
    Pid = spawn(fun() -> receive go -> ok end, reader() end),
    [Pid ! {m, I} || I <- lists:seq(1, N)],
    {message_queue_len, Len} = process_info(Pid, message_queue_len),
    show(Len =:= N),
    Pid ! {pick, self(), 7000},
    Pid ! {sum, self()},
    Pid ! go,
    show(receive {picked, P} -> P after 5000 -> none end),
    show(receive {sum, S} -> S after 5000 -> none end),
    Unread = spawn(fun() -> receive never -> ok end end),
    [Unread ! lists:seq(1, 10) || _ <- lists:seq(1, 1000)],
    show(process_info(Unread, message_queue_len)),
    exit(Unread, kill),
    show(is_process_alive(Unread)),
    Off = spawn_opt(fun() -> receive {sum, From} -> From ! {sum, count(0)} end end, [{message_queue_data, off_heap}]),
    [Off ! {m, I} || I <- lists:seq(1, 500)],
    Off ! {sum, self()},
    show(receive {sum, C} -> C end),
    ok.

reader() ->
    receive {pick, From, I} -> receive {m, I} -> From ! {picked, I} end end,
    receive {sum, From2} -> From2 ! {sum, sum(0)} end.

sum(S) -> receive {m, I} -> sum(S + I) after 0 -> S end.

count(N) -> receive {m, _} -> count(N + 1) after 0 -> N end.

show(Term) -> io:format("~0p~n", [Term]).

%% A caller that gives up, a server that answers anyway,.
-module(answers_to_late_callers).
-export([start/0]).

start() ->
    S = spawn(fun() -> server() end),
    show([call(S, N, 20) || N <- [1, 2]]),
    show(call(S, {slow, 15}, 3)),
    timer:sleep(20),
    show(process_info(self(), message_queue_len)),
    show(call(S, 3, 50)),
    show(call(S, die, 50)),
    show(call(S, 4, 50)),
    show(process_info(self(), message_queue_len)),
    show(process_info(self(), monitors)),
    ok.

call(S, Request, Time) ->
    Alias = monitor(process, S, [{alias, demonitor}]),
    S ! {call, Alias, Request},
    receive
        {Alias, Answer} -> demonitor(Alias, [flush]), {ok, Answer};
        {'DOWN', Alias, _, _, Reason} -> {error, Reason}
    after Time ->
        demonitor(Alias, [flush]),
        receive {Alias, Answer} -> {ok, Answer} after 0 -> timeout end
    end.

server() ->
    receive
        {call, A, {slow, T}} -> timer:sleep(T), A ! {A, slowly}, server();
        {call, _, die} -> exit(died);
        {call, A, N} -> A ! {A, N * 2}, server()
    end.

show(Term) -> io:format("~0p~n", [Term]).

%% Aliases as reply addresses: timeouts leave no late answers in the queue.
-module(alias_in_servers).
-export([start/0]).

start() ->
    Server = spawn(fun() -> serve(#{}) end),
    show(call(Server, {put, a, 1}, 500)),
    show(call(Server, {get, a}, 500)),
    show(call(Server, {slow, 30}, 5)),
    show(call(Server, {get, b}, 500)),
    timer:sleep(50),
    show(process_info(self(), message_queue_len)),
    show(call(Server, crash, 500)),
    show(call(Server, {get, a}, 500)),
    show(call(no_such_server, hello, 500)),
    Alias = alias(),
    [spawn(fun() -> Alias ! {Alias, N * N} end) || N <- lists:seq(1, 5)],
    show(lists:sort([receive {Alias, N} -> N end || _ <- lists:seq(1, 5)])),
    show(unalias(Alias)),
    Alias ! {Alias, lost},
    show(receive {Alias, N2} -> N2 after 10 -> nothing end),
    Copy = binary_to_term(term_to_binary(alias())),
    Copy ! through_binary,
    show(receive through_binary -> came after 10 -> nothing end),
    Child = spawn(fun() -> receive {A, P} -> A ! hello_from_child, P ! {tried, catch unalias(A)} end end),
    Child ! {Copy, self()},
    show([receive hello_from_child -> hello; {tried, T} -> T end || _ <- [1, 2]]),
    show([try alias(O) catch C:R -> {C, R} end || O <- [x, [x], [reply | x]]]),
    show([try unalias(O) catch C:R -> {C, R} end || O <- [x, make_ref(), self()]]),
    ok.

call(Server, Request, Timeout) ->
    Alias = monitor(process, Server, [{alias, reply_demonitor}]),
    try Server ! {Alias, Request} catch error:badarg -> ok end,
    receive
        {Alias, Answer} -> Answer;
        {'DOWN', Alias, _, _, Reason} when is_atom(Reason) -> {down, Reason};
        {'DOWN', Alias, _, _, {Reason, _}} -> {down, Reason}
    after Timeout ->
        demonitor(Alias, [flush]),
        receive {Alias, Answer} -> Answer after 0 -> timeout end
    end.

serve(State) ->
    receive
        {From, {put, K, V}} -> From ! {From, ok}, serve(State#{K => V});
        {From, {get, K}} -> From ! {From, maps:get(K, State, none)}, serve(State);
        {From, {slow, Time}} -> timer:sleep(Time), From ! {From, late}, serve(State);
        {_, crash} -> error(crashed)
    end.

show(Term) -> io:format("~0p~n", [Term]).

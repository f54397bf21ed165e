%% sys: traced, logged and suspended special processes written by hand.
-module(sys_debugging).

-export([start/0, init/1, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2, system_code_change/4]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, P} = proc_lib:start_link(?MODULE, init, [self()]),
    unlink(P),
    show(ask(P, 1)),
    show(sys:get_state(P)),
    show(sys:replace_state(P, fun(N) -> N * 100 end)),
    show(ask(P, 5)),
    show(sys:suspend(P)),
    P ! {ask, self(), 7},
    show(receive {answer, A} -> A after 5 -> suspended end),
    show(sys:change_code(P, ?MODULE, "1", {extra})),
    show(sys:resume(P)),
    show(receive {answer, A2} -> A2 after 50 -> none end),
    show(sys:log(P, true)),
    ask(P, 1),
    {ok, Log} = sys:log(P, get),
    show(is_list(Log)),
    show(sys:log(P, false)),
    {status, P, {module, sys_debugging}, [_, running, Parent, [], State]} = sys:get_status(P),
    show({Parent =:= self(), State}),
    M = monitor(process, P),
    show(sys:terminate(P, finished)),
    show(receive {'DOWN', M, _, _, R} -> R after 50 -> none end),
    show([try sys:get_state(X, 20) catch exit:{Why, _} -> Why end || X <- [P, no_such_process, self()], X =/= self()]),
    ok.

ask(P, N) -> P ! {ask, self(), N}, receive {answer, A} -> A after 50 -> none end.

init(Parent) ->
    proc_lib:init_ack(Parent, {ok, self()}),
    loop(0, Parent, sys:debug_options([])).

loop(N, Parent, Debug) ->
    receive
        {system, From, Request} -> sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, N);
        {ask, From, M} -> From ! {answer, N + M}, loop(N + M, Parent, Debug)
    end.

system_continue(Parent, Debug, N) -> loop(N, Parent, Debug).

system_terminate(Reason, _, _, _) -> exit({terminated, Reason}).

system_get_state(N) -> {ok, N}.

system_replace_state(Fun, N) -> New = Fun(N), {ok, New, New}.

system_code_change(N, _, Old, Extra) -> io:format("change from ~0p ~0p~n", [Old, Extra]), {ok, N + 1000}.

show(Term) -> io:format("~0p~n", [Term]).

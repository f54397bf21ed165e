%% gen_server: every shape a call may be answered in, and timeouts of calls.
-module(server_replies).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_server:start(?MODULE, 0, []),
    show([gen_server:call(Pid, Request) || Request <- [get, {add, 5}, get, later, with_timeout, hibernate, get]]),
    show(catch_exit(fun() -> gen_server:call(Pid, silence, 10) end)),
    show(gen_server:call(Pid, get, infinity)),
    show(gen_server:cast(Pid, {add, 100})),
    show(gen_server:call(Pid, get)),
    Pid ! {plain, self()},
    show(receive {got, M} -> M after 500 -> none end),
    Monitor = monitor(process, Pid),
    show(catch_exit(fun() -> gen_server:call(Pid, {stop, bye}) end)),
    show(receive {'DOWN', Monitor, _, _, Why} -> Why end),
    show(catch_exit(fun() -> gen_server:call(Pid, get) end)),
    show(gen_server:cast(Pid, nobody_hears)),
    show(catch_exit(fun() -> gen_server:call(no_such_server, get) end)),
    show(gen_server:cast(no_such_server, x)),
    {ok, Pid2} = gen_server:start(?MODULE, 5, []),
    show(catch_exit(fun() -> gen_server:call(Pid2, stop_quietly) end)),
    {ok, Pid3} = gen_server:start(?MODULE, 5, []),
    show(catch_exit(fun() -> gen_server:call(Pid3, crash) end)),
    {ok, Pid4} = gen_server:start(?MODULE, 5, []),
    show(catch_exit(fun() -> gen_server:call(Pid4, nonsense) end)),
    show(catch_exit(fun() -> gen_server:call(self(), x) end)),
    ok.

init(N) -> {ok, N}.

handle_call(get, _, N) -> {reply, N, N};
handle_call({add, M}, _, N) -> {reply, N + M, N + M};
handle_call(later, From, N) -> gen_server:cast(self(), {answer, From}), {noreply, N};
handle_call(with_timeout, _, N) -> {reply, soon, N, 1};
handle_call(hibernate, _, N) -> {reply, asleep, N, hibernate};
handle_call(silence, _, N) -> {noreply, N};
handle_call({stop, Reason}, _, N) -> {stop, Reason, stopped, N};
handle_call(stop_quietly, _, N) -> {stop, normal, N};
handle_call(crash, _, _) -> error(crashed);
handle_call(nonsense, _, _) -> not_an_answer.

handle_cast({add, M}, N) -> {noreply, N + M};
handle_cast({answer, From}, N) -> gen_server:reply(From, {later, N}), {noreply, N};
handle_cast(_, N) -> {noreply, N}.

handle_info({plain, From}, N) -> From ! {got, N}, {noreply, N};
handle_info(timeout, N) -> {noreply, N + 1000};
handle_info(_, N) -> {noreply, N}.

terminate(Reason, N) -> io:format("terminate ~0p ~0p~n", [plain(Reason), N]).

catch_exit(F) -> try F() catch exit:{Reason, {gen_server, call, _}} -> {exit, plain(Reason)}; exit:Reason -> {exit, plain(Reason)} end.

plain({Reason, [{_, _, _, _} | _]}) -> {Reason, trace};
plain(Reason) -> Reason.

show(Term) -> io:format("~0p~n", [Term]).

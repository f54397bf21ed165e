%% sys: state seen and replaced, suspended servers, status, statistics.
-module(server_looked_at).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, code_change/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_server:start(?MODULE, 1, []),
    show(sys:get_state(Pid)),
    show(sys:replace_state(Pid, fun(N) -> N + 41 end)),
    show(gen_server:call(Pid, get)),
    show(sys:suspend(Pid)),
    show(try gen_server:call(Pid, get, 10) catch exit:{Reason, _} -> Reason end),
    show(sys:get_state(Pid)),
    show(sys:change_code(Pid, ?MODULE, old, extra)),
    show(sys:resume(Pid)),
    show(gen_server:call(Pid, get)),
    {status, Pid, {module, Module}, [Dictionary, Running, Parent, Debug, Misc]} = sys:get_status(Pid),
    show([Module, is_list(Dictionary), Running, is_pid(Parent), Debug, is_list(Misc)]),
    show(sys:statistics(Pid, true)),
    gen_server:call(Pid, get),
    {ok, Statistics} = sys:statistics(Pid, get),
    show([{K, V} || {K, V} <- Statistics, lists:member(K, [messages_in, messages_out])]),
    show(sys:statistics(Pid, false)),
    show(sys:statistics(Pid, get)),
    Self = self(),
    show(sys:install(Pid, {fun(State, Event, _) -> Self ! {event, element(1, Event)}, State end, seen})),
    gen_server:call(Pid, get),
    show([receive {event, E} -> E after 100 -> none end || _ <- [1, 2]]),
    show(sys:remove(Pid, element(1, {fun() -> ok end}))),
    show(try sys:replace_state(Pid, fun(_) -> error(bad) end) catch error:{callback_failed, _, {C, R}} -> {C, R} end),
    show(sys:terminate(Pid, shutdown)),
    show(is_process_alive(Pid)),
    show(try sys:get_state(Pid) catch exit:{R2, _} -> R2 end),
    ok.

init(N) -> {ok, N}.

handle_call(get, _, N) -> {reply, N, N}.

handle_cast(_, N) -> {noreply, N}.

handle_info(_, N) -> {noreply, N}.

code_change(Old, N, Extra) -> {ok, {Old, N, Extra}}.

show(Term) -> io:format("~0p~n", [Term]).

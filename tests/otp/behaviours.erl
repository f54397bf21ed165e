%% Processes: gen_server, gen_statem, gen_event, supervisor, proc_lib, sys.
-module(behaviours).
-behaviour(gen_server).
-export([start/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, handle_continue/2, terminate/2, code_change/3]).
-export([callback_mode/0, locked/3, open/3, handle_event/2]).
-export([loop/1, worker/1]).

start() ->
    process_flag(trap_exit, true),
    ok = logger:set_primary_config(level, none),
    server(), machine(), events(), supervised(), plain(),
    ok.

server() ->
    {ok, Pid} = gen_server:start_link({local, counter}, ?MODULE, {server, 10}, []),
    show(call, [gen_server:call(counter, {add, 5}), gen_server:call(Pid, {add, 1})]),
    gen_server:cast(Pid, {add, 100}),
    Pid ! {add, 1000},
    show(state, [gen_server:call(Pid, {add, 0}), sys:get_state(Pid)]),
    sys:suspend(Pid),
    sys:change_code(Pid, ?MODULE, vsn, extra),
    sys:resume(Pid),
    show(changed, sys:get_state(Pid)),
    show(late, gen_server:call(Pid, later)),
    show(timeout, element(1, element(2, catch gen_server:call(Pid, never, 20)))),
    {status, Pid, {module, Kind}, [_, Status | _]} = sys:get_status(Pid),
    show(status, {Kind, Status}),
    show(request, gen_server:receive_response(gen_server:send_request(Pid, {add, 1}), 1000)),
    show(stopped, [gen_server:stop(Pid), receive {'EXIT', Pid, Why} -> Why end, whereis(counter)]),
    show(ignored, gen_server:start(?MODULE, {server, ignore}, [])),
    show(refused, gen_server:start(?MODULE, {server, stop}, [])),
    show(noproc, catch gen_server:call(counter, x)).

init({server, ignore}) -> ignore;
init({server, stop}) -> {stop, unwilling};
init({server, N}) -> {ok, N, {continue, more}};
init({machine, Code}) -> {ok, locked, {Code, []}};
init({events, To}) -> {ok, To};
init({supervisor, Strategy}) ->
    Child = fun(Id) -> #{id => Id, start => {?MODULE, worker, [Id]}, restart => permanent} end,
    {ok, {#{strategy => Strategy, intensity => 3, period => 10}, [Child(one), Child(two)]}}.

handle_continue(more, N) -> {noreply, N + 1}.

handle_call({add, More}, _, N) when is_integer(N) -> {reply, N + More, N + More};
handle_call(later, From, N) -> erlang:send_after(5, self(), {reply, From}), {noreply, N};
handle_call(never, _, N) -> {noreply, N};
handle_call(Request, _, To) -> {ok, {heard, Request, is_pid(To)}, To}.

handle_cast({add, More}, N) -> {noreply, N + More}.

handle_info({add, More}, N) -> {noreply, N + More};
handle_info({reply, From}, N) -> gen_server:reply(From, replied), {noreply, N};
handle_info(_, State) -> {ok, State}.

terminate(_, _) -> ok.

code_change(vsn, N, extra) -> {ok, N * 2}.

machine() ->
    {ok, Pid} = gen_statem:start_link(?MODULE, {machine, [1, 2]}, []),
    show(buttons, [gen_statem:call(Pid, {button, B}) || B <- [2, 1, 2]]),
    show(opened, sys:get_state(Pid)),
    timer:sleep(40),
    show(closed, element(1, sys:get_state(Pid))),
    gen_statem:stop(Pid),
    receive {'EXIT', Pid, Why} -> show(machine_stopped, Why) end.

callback_mode() -> state_functions.

locked({call, From}, {button, B}, {Code, Pressed}) ->
    Now = lists:sublist([B | Pressed], length(Code)),
    case lists:reverse(Now) of
        Code -> {next_state, open, {Code, []}, [{reply, From, open}, {state_timeout, 20, close}]};
        _ -> {keep_state, {Code, Now}, [{reply, From, locked}]}
    end.

open(state_timeout, close, Data) -> {next_state, locked, Data};
open({call, _}, _, _) -> {keep_state_and_data, postpone}.

events() ->
    {ok, Pid} = gen_event:start_link(),
    ok = gen_event:add_handler(Pid, ?MODULE, {events, self()}),
    gen_event:notify(Pid, {happened, 1}),
    gen_event:sync_notify(Pid, {happened, 2}),
    show(heard, [receive {heard, N} -> N end || _ <- [1, 2]]),
    show(handlers, [gen_event:which_handlers(Pid), element(1, gen_event:call(Pid, ?MODULE, question))]),
    show(deleted, gen_event:delete_handler(Pid, ?MODULE, over)),
    gen_event:stop(Pid).

handle_event({happened, N}, To) -> To ! {heard, N}, {ok, To}.

supervised() ->
    {ok, Pid} = supervisor:start_link(?MODULE, {supervisor, one_for_one}),
    show(children, lists:sort([{Id, Type} || {Id, P, Type, _} <- supervisor:which_children(Pid), is_pid(P)])),
    [{_, One, _, _}] = [C || {one, _, _, _} = C <- supervisor:which_children(Pid)],
    Monitor = monitor(process, One),
    exit(One, kill),
    receive {'DOWN', Monitor, _, _, Reason} -> show(killed, Reason) end,
    timer:sleep(10),
    [{_, Other, _, _}] = [C || {one, _, _, _} = C <- supervisor:which_children(Pid)],
    show(restarted, is_pid(Other) andalso Other =/= One),
    show(count, supervisor:count_children(Pid)),
    show(child, [supervisor:terminate_child(Pid, two), supervisor:delete_child(Pid, two), supervisor:get_childspec(Pid, two)]),
    unlink(Pid),
    exit(Pid, shutdown),
    M = monitor(process, Pid),
    receive {'DOWN', M, _, _, Why} -> show(supervisor_gone, Why) end.

worker(Id) ->
    {ok, proc_lib:spawn_link(?MODULE, loop, [Id])}.

loop(Id) -> receive stop -> Id end.

plain() ->
    show(started, element(1, proc_lib:start_link(erlang, apply, [fun() -> proc_lib:init_ack({ok, self()}), loop(x) end, []]))),
    Pid = proc_lib:spawn(fun() -> receive go -> ok end end),
    show(initial, proc_lib:translate_initial_call(Pid)),
    Pid ! go,
    {ok, Timer} = timer:send_after(5, tick),
    show(timer, [is_tuple(Timer), receive tick -> ticked after 1000 -> nothing end]).

show(What, Value) -> io:format("~w: ~0p~n", [What, Value]).

%% gen_server: exits of parents, children and strangers, trapped and not.
-module(server_traps_exits).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    [io:format("~0p ~0p ~0p: ~0p~n", [Trap, Who, Reason, run(Trap, Who, Reason)]) || Trap <- [true, false], Who <- [parent, child, stranger], Reason <- [normal, shutdown, crash, kill]],
    ok.

run(Trap, Who, Reason) ->
    Self = self(),
    Parent = spawn(fun() ->
        process_flag(trap_exit, true),
        {ok, Pid} = gen_server:start_link(?MODULE, {Trap, Self}, []),
        Self ! {server, Pid},
        receive {exit, R} -> exit(R) end
    end),
    Server = receive {server, P} -> P end,
    M = monitor(process, Server),
    case Who of
        parent -> Parent ! {exit, Reason};
        child -> gen_server:cast(Server, {child, Reason});
        stranger -> exit(Server, Reason)
    end,
    Result = receive {'DOWN', M, _, _, Why} -> {down, Why} after 60 -> alive end,
    exit(Parent, kill),
    exit(Server, kill),
    {Result, drain()}.

drain() -> receive {heard, X} -> [X | drain()] after 3 -> [] end.

init({Trap, Owner}) -> process_flag(trap_exit, Trap), {ok, Owner}.

handle_call(_, _, Owner) -> {reply, ok, Owner}.

handle_cast({child, Reason}, Owner) -> spawn_link(fun() -> exit(self(), Reason), receive after infinity -> ok end end), {noreply, Owner}.

handle_info({'EXIT', _, Reason}, Owner) -> Owner ! {heard, {info, Reason}}, {noreply, Owner}.

terminate(Reason, Owner) -> Owner ! {heard, {terminate, Reason}}.

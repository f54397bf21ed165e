%% gen_statem: hibernation, as an action says or when nothing happens for long.
-module(machine_hibernates).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    {ok, Pid} = gen_statem:start(?MODULE, {ok, s, 0, hibernate}, []),
    show([where(Pid), gen_statem:call(Pid, count), where(Pid)]),
    gen_statem:cast(Pid, {act, [hibernate]}),
    show([where(Pid), gen_statem:call(Pid, count), where(Pid)]),
    gen_statem:cast(Pid, {act, [hibernate, {hibernate, false}]}),
    show(where(Pid)),
    gen_statem:cast(Pid, {act, [hibernate, {next_event, internal, more}]}),
    show(gen_statem:call(Pid, count)),
    gen_statem:cast(Pid, {act, [hibernate, {state_timeout, 40, soon}]}),
    show([where(Pid), begin timer:sleep(100), where(Pid) end, gen_statem:call(Pid, count)]),
    gen_statem:cast(Pid, {act, [{hibernate, true}]}),
    show([where(Pid), sys:get_state(Pid), where(Pid)]),
    sys:suspend(Pid),
    show(where(Pid)),
    sys:resume(Pid),
    show(gen_statem:call(Pid, count)),
    gen_statem:stop(Pid),
    {ok, Sleepy} = gen_statem:start(?MODULE, {ok, s, 0}, [{hibernate_after, 20}]),
    show([gen_statem:call(Sleepy, count), begin timer:sleep(100), where(Sleepy) end, gen_statem:call(Sleepy, count),
          begin timer:sleep(100), where(Sleepy) end]),
    gen_statem:stop(Sleepy).

%% Whether a process hibernates when it has done what it was asked before: it is there, or in what it calls when it wakes.
where(Pid) ->
    timer:sleep(20),
    {current_function, {_, Function, _}} = process_info(Pid, current_function),
    case lists:member(Function, [hibernate, loop_hibernate, wake_up, wake_hib, suspend_loop_hib]) of
        true -> hibernates;
        false -> waits
    end.

init(Result) -> Result.

callback_mode() -> handle_event_function.

handle_event({call, From}, count, _, Count) -> {keep_state, Count + 1, {reply, From, Count}};
handle_event(cast, {act, Actions}, _, Count) -> {keep_state, Count + 1, Actions};
handle_event(_, _, _, Count) -> {keep_state, Count + 1}.

show(Term) -> io:format("~0p~n", [Term]).

%% gen_statem: time-outs of no time come after the queue, before the mailbox.
-module(machine_timeouts_of_zero).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    [try_one(Actions) || Actions <- [
        [0], [{timeout, 0, a}], [{state_timeout, 0, a}, {timeout, 0, b}], [{timeout, 0, b}, {state_timeout, 0, a}],
        [{{timeout, x}, 0, 1}, {{timeout, y}, 0, 2}, {{timeout, z}, 0, 3}],
        [{{timeout, x}, 0, 1}, {{timeout, y}, 0, 2}, {{timeout, x}, 0, 3}],
        [{timeout, 0, never}, {next_event, internal, i}], [{state_timeout, 0, still}, {next_event, internal, i}],
        [{state_timeout, 0, gone}, {state_timeout, cancel}], [{state_timeout, 0, old}, {state_timeout, update, new}],
        [{{timeout, x}, 5000, later}, {{timeout, x}, update, now}],
        [{{timeout, x}, update, u}, {{timeout, y}, 0, z}, {state_timeout, update, s}],
        [{state_timeout, 0, s}, {next_event, internal, {act, [{{timeout, x}, 0, more}]}}],
        [{state_timeout, 0, s}, {next_event, internal, {act, [{state_timeout, cancel}]}}],
        [{state_timeout, 0, s}, {next_event, internal, {act, [{state_timeout, update, updated}]}}],
        [{state_timeout, 0, s}, {{timeout, x}, 0, t}, {next_event, internal, {act, [{state_timeout, update, u}]}}],
        [{state_timeout, 0, s}, {{timeout, x}, 0, t}, {next_event, internal, {act, [{state_timeout, 0, anew}]}}],
        [{state_timeout, 0, s}, {{timeout, x}, 0, t}, {next_event, internal, {go, other, [{state_timeout, 0, anew}]}}],
        [{state_timeout, 0, s}, {{timeout, x}, 0, t}, {next_event, internal, {go, other, []}}],
        [{{timeout, x}, 0, {act, [{{timeout, x}, 0, again}]}}, {{timeout, y}, 0, t}],
        [{state_timeout, 0, {act, [postpone]}}, {{timeout, y}, 0, {go, other, []}}]]],
    ok.

%% A message is in the mailbox before the actions are returned.
try_one(Actions) ->
    {ok, Pid} = gen_statem:start(?MODULE, [], []),
    sys:suspend(Pid),
    Pid ! {act, Actions},
    Pid ! message,
    sys:resume(Pid),
    io:format("~0p~n    ~0p~n", [Actions, lists:reverse(gen_statem:call(Pid, log))]),
    gen_statem:stop(Pid).

init([]) -> {ok, first, []}.

callback_mode() -> handle_event_function.

handle_event({call, From}, log, _, Log) -> {keep_state_and_data, {reply, From, Log}};
handle_event(Type, {act, Actions}, State, Log) -> {keep_state, [{Type, act, State} | Log], Actions};
handle_event(Type, {go, Next, Actions}, State, Log) -> {next_state, Next, [{Type, go, State} | Log], Actions};
handle_event(Type, Content, State, Log) -> {keep_state, [{Type, Content, State} | Log]}.

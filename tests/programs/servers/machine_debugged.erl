%% gen_statem: what sys traces, logs, counts and installs see of a machine.
-module(machine_debugged).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    {ok, Pid} = gen_statem:start({local, debugged}, ?MODULE, [], [{debug, [trace]}]),
    [wait(Pid, Event) || Event <- [plain, {next_state, b, []}, {keep_state_and_data, postpone}, {next_state, a, []}]],
    wait(Pid, {keep_state_and_data, [{next_event, internal, x}, {next_event, {timeout, n}, "text"}]}),
    wait(Pid, {keep_state_and_data, [{state_timeout, 60000, s}]}),
    Pid ! message,
    sys:trace(Pid, false),
    sys:log(Pid, {true, 3}),
    [wait(Pid, Event) || Event <- [one, two, {next_state, c, []}]],
    {ok, Log} = sys:log(Pid, get),
    [io:format("~0p~n", [Event]) || Event <- Log],
    sys:log(Pid, false),
    Self = self(),
    sys:install(Pid, {fun(Seen, Event, Name) -> Self ! {Name, Seen, Event}, Seen + 1 end, 1}),
    [wait(Pid, Event) || Event <- [{next_state, d, []}, {keep_state_and_data, [{next_event, internal, y}]}]],
    [io:format("~0p~n", [Seen]) || Seen <- flush()],
    sys:no_debug(Pid),
    gen_statem:stop(Pid).

%% The machine has done with the event when it answers a system message.
wait(Pid, Event) ->
    gen_statem:cast(Pid, Event),
    sys:get_state(Pid).

flush() -> receive Message -> [Message | flush()] after 50 -> [] end.

init([]) -> {ok, a, data}.

callback_mode() -> handle_event_function.

handle_event(cast, {next_state, _, _}, {again, _}, _) -> keep_state_and_data;
handle_event(cast, {next_state, State, Actions}, _, Data) -> {next_state, State, Data, Actions};
handle_event(cast, {keep_state_and_data, _} = Result, State, _) when State =/= a; Result =/= {keep_state_and_data, postpone} ->
    Result;
handle_event(_, _, _, _) -> keep_state_and_data.

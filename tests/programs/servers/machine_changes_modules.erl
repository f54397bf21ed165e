%% gen_statem: other callback modules and modes: changed, put on top, taken off.
-module(machine_changes_modules).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, one/3, two/3, handle_event/4, terminate/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    put(mode, state_functions),
    {ok, Pid} = gen_statem:start(?MODULE, [], []),
    Events = [{change_callback_module, ?MODULE}, {push_callback_module, ?MODULE}],
    [show(gen_statem:call(Pid, {act, Mode, Action}))
     || Action <- Events, Mode <- [[handle_event_function], state_functions, [state_functions, state_enter],
                                   [handle_event_function, state_enter]]],
    [show(settled(Pid, gen_statem:call(Pid, {go, State, [handle_event_function, state_enter], pop_callback_module})))
     || State <- [two, one, two]],
    show(gen_statem:call(Pid, {act, state_functions, pop_callback_module})),
    show(sys:get_state(Pid)),
    gen_statem:stop(Pid),
    [show({Action, ends(Mode, Action)})
     || {Mode, Action} <- [{state_functions, pop_callback_module}, {nonsense, {change_callback_module, ?MODULE}},
                           {[], {push_callback_module, ?MODULE}}, {state_functions, {change_callback_module, 1}},
                           {state_functions, {push_callback_module, not_a_module}}]],
    ok.

%% An answer, once all that the machine does at once is done.
settled(Pid, Answer) ->
    _ = sys:get_state(Pid),
    Answer.

ends(Mode, Action) ->
    {ok, {Pid, M}} = gen_statem:start_monitor(?MODULE, [], []),
    Answer = try gen_statem:call(Pid, {act, Mode, Action}) catch exit:{Why, _} -> plain(Why) end,
    {Answer, receive {'DOWN', M, _, _, Reason} -> plain(Reason) after 1000 -> none end}.

plain({Reason, [{_, _, _, _} | _]}) -> {traced, Reason};
plain(Reason) -> Reason.

init([]) -> {ok, one, data}.

callback_mode() -> case get(mode) of undefined -> state_functions; Mode -> Mode end.

one(Type, Content, Data) -> handled(one, Type, Content, one, Data).
two(Type, Content, Data) -> handled(two, Type, Content, two, Data).
handle_event(Type, Content, State, Data) -> handled(handle_event, Type, Content, State, Data).

handled(By, enter, Old, State, _) ->
    show({entered, By, State, Old}),
    keep_state_and_data;
handled(By, {call, From}, {act, Mode, Action}, State, Data) ->
    put(mode, Mode),
    {keep_state, Data, [{reply, From, {By, State, Mode}}, Action]};
handled(By, {call, From}, {go, Next, Mode, Action}, _, Data) ->
    put(mode, Mode),
    {next_state, Next, Data, [Action, {reply, From, {By, Next}}]}.

terminate(Reason, State, Data) -> show({terminate, plain(Reason), State, Data}).

show(Term) -> io:format("~0p~n", [Term]).

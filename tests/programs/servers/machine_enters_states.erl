%% gen_statem: states that are entered and repeated, and what they may not do then.
-module(machine_enters_states).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4, terminate/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_statem:start(?MODULE, {ok, begins, #{}, [{next_event, internal, of_init}]}, []),
    [show({called, do(Pid, R)})
     || R <- [{next_state, b, #{}}, {next_state, b, #{same => true}}, {repeat_state, #{repeated => 1}},
              repeat_state_and_data, {repeat_state_and_data, [{state_timeout, 0, after_repeat}]},
              {next_state, c, #{enter => {keep_state, #{}, [{state_timeout, 0, of_enter}, {hibernate, false}]}}},
              {next_state, d, #{enter => {next_state, d, #{by => enter}}}, {next_event, internal, inserted}},
              {next_state, e, #{enter => {keep_state_and_data, [{hibernate, false}]}}, [postpone]},
              {next_state, ee, #{enter => {keep_state_and_data, [{postpone, false}]}}, [postpone]}, {repeat_state, #{}},
              {next_state, f, #{enter => {repeat_state, #{}}}}]],
    show(sys:get_state(Pid)),
    gen_statem:stop(Pid),
    [show(ends(R)) || R <- [{next_state, other, #{}}, {next_state, other, #{}, []}, {keep_state_and_data, postpone},
                            {keep_state_and_data, [{next_event, internal, x}]}, {stop, by_enter}, stop, nonsense,
                            {stop, {shutdown, x}, #{new => data}}, {keep_state_and_data, nonsense},
                            {stop_and_reply, normal, []}]],
    ok.

%% The machine has done with everything when it answers a system message.
do(Pid, Result) ->
    Answer = try gen_statem:call(Pid, Result, 50) catch exit:{Reason, _} -> Reason end,
    sys:get_state(Pid),
    Answer.

ends(Result) ->
    {ok, {Pid, M}} = gen_statem:start_monitor(?MODULE, {ok, begins, #{}}, []),
    _ = catch gen_statem:call(Pid, {next_state, bad, #{enter => Result}}),
    {Result, receive {'DOWN', M, _, _, Why} -> plain(Why) after 100 -> exit(Pid, kill), alive end}.

init(Result) -> Result.

callback_mode() -> [state_enter, handle_event_function].

handle_event(enter, Old, State, #{enter := Result} = Data) ->
    show({enter, State, Old, Data}),
    case get(entered) of
        State -> keep_state_and_data;
        _ -> put(entered, State), Result
    end;
handle_event(enter, Old, State, Data) ->
    show({enter, State, Old, Data}),
    keep_state_and_data;
handle_event({call, From}, Result, State, Data) ->
    show({call, State, Data}),
    case get(postponed) of
        true -> erase(postponed), {keep_state_and_data, {reply, From, retried}};
        _ -> with_reply(Result, From)
    end;
handle_event(Type, Content, State, Data) ->
    show({Type, Content, State, Data}),
    keep_state_and_data.

with_reply({next_state, State, Data}, From) -> {next_state, State, Data, {reply, From, ok}};
with_reply({next_state, State, Data, [postpone]}, _) -> put(postponed, true), {next_state, State, Data, [postpone]};
with_reply({next_state, State, Data, Action}, From) -> {next_state, State, Data, [Action, {reply, From, ok}]};
with_reply({repeat_state, Data}, From) -> {repeat_state, Data, [{reply, From, ok}]};
with_reply(repeat_state_and_data, From) -> {repeat_state_and_data, {reply, From, ok}};
with_reply({repeat_state_and_data, Actions}, From) -> {repeat_state_and_data, [{reply, From, ok} | Actions]}.

terminate(Reason, State, Data) -> show({terminate, plain(Reason), State, Data}).

plain({Reason, [{_, _, _, _} | _]}) -> {traced, Reason};
plain(Reason) -> Reason.

show(Term) -> io:format("~0p~n", [Term]).

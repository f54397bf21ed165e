%% gen_statem: the order of inserted events, postponed ones and messages.
-module(machine_event_order).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    {ok, Pid} = gen_statem:start(?MODULE, [], []),
    run(Pid, [{keep_state_and_data, [{next_event, internal, 1}, {next_event, cast, 2}, {next_event, info, 3}]}]),
    run(Pid, [{keep_state_and_data, [postpone, {next_event, internal, before}]}, {next_state, other, data}]),
    run(Pid, [{keep_state_and_data, postpone}, {keep_state_and_data, [{postpone, true}]},
              {next_state, {a, term}, new, [{next_event, internal, inserted}]}]),
    run(Pid, [{next_state, "list", new, [postpone, {next_event, timeout, inserted}]}]),
    run(Pid, [{keep_state_and_data, [postpone, {postpone, false}]}, {next_state, x, y}]),
    run(Pid, [{keep_state_and_data, postpone}, {next_state, x, z}, {keep_state, zz, []}, {next_state, y, z}]),
    run(Pid, [{next_state, z, 1, [{next_event, {timeout, name}, a}, {next_event, state_timeout, b},
                                  {next_event, {call, {self(), tag}}, c}]}]),
    io:format("~0p~n", [receive {tag, Reply} -> Reply after 1000 -> none end]),
    run(Pid, [{keep_state_and_data, {next_event, internal, {deep, 4}}}, {next_state, last, 0}]),
    gen_statem:stop(Pid).

%% All of the results are in the mailbox before the first is returned.
run(Pid, Results) ->
    sys:suspend(Pid),
    [gen_statem:cast(Pid, {do, N, Result}) || {N, Result} <- lists:zip(lists:seq(1, length(Results)), Results)],
    Pid ! done,
    sys:resume(Pid),
    io:format("~0p~n", [gen_statem:call(Pid, log)]).

init([]) -> {ok, first, data}.

callback_mode() -> [handle_event_function].

handle_event(cast, {do, N, Result}, State, Data) ->
    note({do, N, State, Data}),
    Times = case get(N) of undefined -> 0; Before -> Before end,
    put(N, Times + 1),
    case Times of 0 -> Result; _ -> keep_state_and_data end;
handle_event({call, {_, tag} = From}, Content, _, _) ->
    {keep_state_and_data, {reply, From, {answered, Content}}};
handle_event({call, From}, log, _, _) ->
    Log = get(log),
    erase(),
    {keep_state_and_data, {reply, From, lists:reverse(Log)}};
handle_event(internal, {deep, N}, State, _) when N > 0 ->
    note({deep, N, State}),
    {keep_state_and_data, [{next_event, internal, {deep, N - 1}}, {next_event, internal, {leaf, N}}]};
handle_event(Type, Content, State, Data) ->
    note({Type, Content, State, Data}),
    keep_state_and_data.

note(What) -> put(log, [What | case get(log) of undefined -> []; Log -> Log end]).

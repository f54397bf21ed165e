%% gen_statem: machines that do anything they may, as a seed says.
-module(machine_at_random).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

-define(EVENTS, 120).

start() ->
    [io:format("~w ~0p~n", [Seed, run(Seed)]) || Seed <- lists:seq(1, 8)],
    io:format("~w~n", [erlang:phash2([run(Seed) || Seed <- lists:seq(9, 300)])]),
    ok.

%% Everything is in the mailbox before the first of it is handled.
run(Seed) ->
    {ok, Pid} = gen_statem:start(?MODULE, Seed, []),
    sys:suspend(Pid),
    [gen_statem:cast(Pid, N) || N <- lists:seq(1, 12)],
    sys:resume(Pid),
    Log = gen_statem:call(Pid, log),
    gen_statem:stop(Pid),
    Log.

init(Seed) ->
    _ = rand:seed(exsss, Seed),
    {ok, a, [], actions(init)}.

callback_mode() -> [handle_event_function, state_enter].

%% A call for the log that comes before the end is seen to like any other event.
handle_event({call, From}, log, _, Log) -> {keep_state_and_data, {reply, From, lists:reverse(Log)}};
handle_event(_, _, _, Log) when length(Log) > ?EVENTS -> keep_state_and_data;
handle_event(enter, Old, State, Log) -> entered(rand:uniform(4), [{enter, Old, State} | Log]);
handle_event(Type, Content, State, Log) -> result(rand:uniform(8), [{Type, Content, State} | Log]).

entered(1, Log) -> {keep_state, Log, actions(enter)};
entered(2, Log) -> case rand:uniform(4) of 1 -> {repeat_state, Log}; _ -> {keep_state, Log} end;
entered(_, Log) -> {keep_state, Log}.

result(1, Log) -> {next_state, a, Log, actions(event)};
result(2, Log) -> {next_state, b, Log, actions(event)};
result(3, Log) -> {next_state, {c, 1}, Log};
result(4, Log) -> {repeat_state, Log, actions(event)};
result(_, Log) -> {keep_state, Log, actions(event)}.

actions(Kind) -> [action(Kind, rand:uniform(12)) || _ <- lists:seq(1, rand:uniform(4) - 1)].

action(_, 1) -> {state_timeout, 0, rand:uniform(100)};
action(_, 2) -> {{timeout, rand:uniform(3)}, 0, rand:uniform(100)};
action(_, 3) -> {timeout, 0, rand:uniform(100)};
action(_, 4) -> {state_timeout, update, rand:uniform(100)};
action(_, 5) -> {{timeout, rand:uniform(3)}, update, rand:uniform(100)};
action(_, 6) -> {{timeout, rand:uniform(3)}, cancel};
action(_, 7) -> {state_timeout, infinity, none};
action(_, 8) -> {{timeout, rand:uniform(3)}, 60000, long};
action(event, 9) -> postpone;
action(event, 10) -> {postpone, false};
action(event, N) -> {next_event, internal, N * 100 + rand:uniform(100)};
action(_, _) -> {timeout, infinity, none}.

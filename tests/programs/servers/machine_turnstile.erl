%% gen_statem: a turnstile, with a function for each state, and a name.
-module(machine_turnstile).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, locked/3, unlocked/3, terminate/3]).

start() ->
    {ok, Pid} = gen_statem:start_link({local, turnstile}, ?MODULE, [3], []),
    show(Pid =:= whereis(turnstile)),
    [show({Event, gen_statem:call(turnstile, Event)}) || Event <- [push, coin, coin, push, push, coin, balance]],
    gen_statem:cast(Pid, coin),
    gen_statem:cast({turnstile, node()}, coin),
    turnstile ! {refund, 2},
    show(gen_statem:call({turnstile, node()}, balance)),
    show(gen_statem:call(Pid, push, 1000)),
    show(gen_statem:call(Pid, balance, {clean_timeout, 1000})),
    show(gen_statem:call(Pid, balance, {dirty_timeout, infinity})),
    show(sys:get_state(turnstile)),
    show(gen_statem:stop(turnstile)),
    show([whereis(turnstile), catch gen_statem:call(turnstile, push), gen_statem:cast(turnstile, push)]),
    ok.

init([Coins]) -> {ok, locked, #{coins => Coins, pushed => 0}}.

callback_mode() -> state_functions.

locked({call, From}, push, _) -> {keep_state_and_data, {reply, From, refused}};
locked({call, From}, coin, #{coins := Coins} = Data) ->
    {next_state, unlocked, Data#{coins := Coins + 1}, [{reply, From, thanks}]};
locked(cast, coin, #{coins := Coins} = Data) -> {next_state, unlocked, Data#{coins := Coins + 1}};
locked(Type, Content, Data) -> any(Type, Content, locked, Data).

unlocked({call, From}, push, #{pushed := Pushed} = Data) ->
    {next_state, locked, Data#{pushed := Pushed + 1}, [{reply, From, passed}]};
unlocked({call, From}, coin, _) -> {keep_state_and_data, [{reply, From, already_open}]};
unlocked(Type, Content, Data) -> any(Type, Content, unlocked, Data).

any({call, From}, balance, State, #{coins := Coins}) -> {keep_state_and_data, [{reply, From, {State, Coins}}]};
any(info, {refund, Number}, _, #{coins := Coins} = Data) -> {keep_state, Data#{coins := Coins - Number}};
any(cast, coin, _, #{coins := Coins} = Data) -> {keep_state, Data#{coins := Coins + 1}}.

terminate(Reason, State, Data) -> show({terminated, Reason, State, Data}).

show(Term) -> io:format("~0p~n", [Term]).

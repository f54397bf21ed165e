%% gen_statem: system messages: state, status, holding, changing code.
-module(machine_looked_at).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4, code_change/4, terminate/3, format_status/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_statem:start({local, looked_at}, ?MODULE, [], []),
    show(sys:get_state(looked_at)),
    show(sys:replace_state(Pid, fun({State, Data}) -> {{was, State}, [replaced | Data]} end)),
    show(catch_reason(fun() -> sys:replace_state(Pid, fun(x) -> y end) end)),
    gen_statem:cast(Pid, later),
    gen_statem:cast(Pid, {set, [{state_timeout, 100000, s}]}),
    show(sys:get_state(Pid)),
    status(Pid),
    sys:suspend(Pid),
    gen_statem:cast(Pid, while_held),
    show(sys:get_state(Pid)),
    status(Pid),
    show(sys:change_code(Pid, ?MODULE, "1", extra)),
    show(sys:change_code(Pid, ?MODULE, "2", fail)),
    sys:resume(Pid),
    show(sys:get_state(Pid)),
    show(gen_statem:call(Pid, {go, next})),
    show(sys:get_state(Pid)),
    Monitor = monitor(process, Pid),
    Ended = sys:terminate(Pid, by_sys),
    receive {'DOWN', Monitor, process, Pid, by_sys} -> show(Ended) end,
    ok.

status(Pid) ->
    {status, Pid, {module, gen_statem}, [_, Running, _, _, Misc]} = sys:get_status(Pid),
    [{header, Header}, {data, First} | Rest] = Misc,
    show([Running, Header, [Pair || {Name, _} = Pair <- First, Name =/= "Parent"], Rest]).

catch_reason(Fun) -> try Fun() catch error:Reason -> Reason end.

init([]) -> {ok, first, [{secret, word}]}.

callback_mode() -> handle_event_function.

handle_event(cast, later, _, _) -> {keep_state_and_data, postpone};
handle_event(cast, {set, Actions}, _, _) -> {keep_state_and_data, Actions};
handle_event({call, From}, {go, Next}, _, Data) -> {next_state, Next, Data, {reply, From, gone}};
handle_event(Type, Content, _, Data) -> {keep_state, [{Type, Content} | Data]}.

code_change(_, _, _, fail) -> not_today;
code_change(Old, State, Data, Extra) -> {ok, {State, Old}, [Extra | Data]}.

terminate(Reason, State, Data) -> show({terminate, Reason, State, Data}).

format_status(#{data := Data} = Status) -> Status#{data := lists:keyreplace(secret, 1, Data, {secret, hidden})}.

show(Term) -> io:format("~0p~n", [Term]).

%% gen_statem: answers at once, later, by others; calls that wait too short.
-module(machine_replies).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, Pid} = gen_statem:start({local, answers}, ?MODULE, [], []),
    show(gen_statem:call(Pid, {reply, now})),
    show(gen_statem:call(Pid, {own_process, hello})),
    show(gen_statem:call(Pid, {reply_function, 1})),
    show(gen_statem:call(Pid, {reply_function, 2})),
    show(gen_statem:call(Pid, {reply_function, 3})),
    [show(catch gen_statem:call(answers, never, T)) || T <- [0, 10, {clean_timeout, 10}, {dirty_timeout, 10}]],
    Workers = [spawn_monitor(fun() -> exit({got, N, gen_statem:call(Pid, {gather, N})}) end) || N <- [1, 2, 3]],
    show(lists:sort([receive {'DOWN', M, _, _, Why} -> Why end || {_, M} <- Workers])),
    show(catch gen_statem:call(Pid, {stop_and_reply, normal, bye})),
    timer:sleep(20),
    show(whereis(answers)),
    [show(ends(What)) || What <- [{stop_and_reply, because, bye}, {stop_bad, normal, nonsense}, {stop_many, normal, bye},
                                  {stop, {shutdown, now}}, {stop, normal}, {exit, now}]],
    show([catch gen_statem:call(nobody, x), catch gen_statem:call(nobody, x, 10), catch gen_statem:call(Pid =:= x, x, 10)]),
    show([gen_statem:cast(nobody, x), gen_statem:reply([]), catch element(1, element(2, catch gen_statem:reply(wrong)))]),
    show(gen_statem:reply({reply, {self(), tag}, directly})),
    show(receive {tag, Value} -> Value after 100 -> none end),
    ok.

ends(What) ->
    {ok, {Pid, M}} = gen_statem:start_monitor(?MODULE, [], []),
    Answer = try gen_statem:call(Pid, What, 1000) catch exit:{R, {_, F, _}} -> {exit, plain(R), F} end,
    {What, Answer, receive {'DOWN', M, _, _, Why} -> plain(Why) after 1000 -> none end}.

plain({Reason, [{_, _, _, _} | _]}) -> {traced, Reason};
plain(Reason) -> Reason.

init([]) -> {ok, state, []}.

callback_mode() -> handle_event_function.

handle_event({call, From}, {reply, What}, _, _) -> {keep_state_and_data, [{reply, From, What}]};
handle_event({call, From}, {own_process, What}, _, _) ->
    spawn(fun() -> gen_statem:reply(From, {What, from_another}) end),
    keep_state_and_data;
handle_event({call, From}, {reply_function, 1}, _, _) -> gen_statem:reply(From, one), keep_state_and_data;
handle_event({call, From}, {reply_function, 2}, _, _) -> gen_statem:reply({reply, From, two}), keep_state_and_data;
handle_event({call, From}, {reply_function, 3}, _, _) -> gen_statem:reply([{reply, From, three}]), keep_state_and_data;
handle_event({call, _}, never, _, _) -> keep_state_and_data;
handle_event({call, From}, {gather, N}, _, [_, _] = Before) ->
    All = [{From, N} | Before],
    Sum = lists:sum([Each || {_, Each} <- All]),
    {keep_state, [], [{reply, To, {Each, Sum}} || {To, Each} <- All]};
handle_event({call, From}, {gather, N}, _, Before) -> {keep_state, [{From, N} | Before]};
handle_event({call, From}, {stop_and_reply, Why, Reply}, _, _) -> {stop_and_reply, Why, {reply, From, Reply}};
handle_event({call, From}, {stop_bad, Why, Reply}, _, _) -> {stop_and_reply, Why, [{reply, From, Reply}, postpone], new};
handle_event({call, From}, {stop_many, Why, Reply}, _, _) ->
    {stop_and_reply, Why, [{reply, From, Reply}, {reply, From, second}], new};
handle_event({call, _}, {stop, Why}, _, _) -> {stop, Why};
handle_event({call, _}, {exit, Why}, _, _) -> exit(Why).

show(Term) -> io:format("~0p~n", [Term]).

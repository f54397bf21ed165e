%% supervisor: a tree which heals, gives up level by level, and ends in order.
-module(supervisor_tree).

-behaviour(supervisor).
-behaviour(gen_server).
-export([start/0, branch/2, leaf/2, init/1, handle_call/3, handle_cast/2, terminate/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    {ok, Top} = supervisor:start_link({local, top}, ?MODULE, {top, self()}),
    show({started, said(6)}),
    show({supervisor:get_callback_module(top), proc_lib:initial_call(Top)}),
    show(proc_lib:translate_initial_call(whereis(left))),
    {status, Top, {module, Module}, [_, Running, Parent, Debug, [{header, Header} | Data]]} = sys:get_status(Top),
    show({Module, Running, Parent =:= self(), Debug, Header, hd(hd([Facts || {data, Facts} <- Data]))}),
    show([tl(tuple_to_list(lists:keyfind(Id, 1, supervisor:which_children(top)))) =/= [] || Id <- [left, right]]),
    show(gen_server:call(left_1, ask)),
    exit(whereis(left_1), kill),
    show({healed, said(1), gen_server:call(left_1, ask)}),
    show({crashed, catch gen_server:call(left_2, {stop, oops}), said(2), gen_server:call(left_2, ask)}),
    Right = whereis(right),
    exit(whereis(right_1), kill),
    show({one_level_up, said(5), whereis(right) =/= Right}),
    top ! unexpected,
    show(supervisor:count_children(top)),
    exit(Top, shutdown),
    show({ended, said(6), receive {'EXIT', Top, Reason} -> Reason end}),
    show([whereis(Name) || Name <- [top, left, right, left_1, right_2]]),
    ok.

said(0) -> [];
said(N) -> receive {said, What} -> [What | said(N - 1)] after 1000 -> [nothing] end.

branch(Name, Log) -> supervisor:start_link({local, Name}, ?MODULE, {Name, Log}).

leaf(Name, Log) -> gen_server:start_link({local, Name}, ?MODULE, {leaf, Name, Log}, []).

init({top, Log}) ->
    {ok, {#{strategy => one_for_one},
          [#{id => Name, type => supervisor, start => {?MODULE, branch, [Name, Log]}} || Name <- [left, right]]}};
init({left, Log}) ->
    {ok, {#{strategy => one_for_one, intensity => 10}, leaves([left_1, left_2, left_3], Log)}};
init({right, Log}) ->
    {ok, {{one_for_all, 0, 1}, leaves([right_1, right_2, right_3], Log)}};
init({leaf, Name, Log}) ->
    process_flag(trap_exit, true),
    Log ! {said, {up, Name}},
    {ok, {Name, Log}}.

leaves(Names, Log) -> [{Name, {?MODULE, leaf, [Name, Log]}, permanent, 1000, worker, [?MODULE]} || Name <- Names].

handle_call(ask, _, {Name, _} = State) -> {reply, {this_is, Name}, State};
handle_call({stop, Reason}, _, State) -> {stop, Reason, stopping, State}.

handle_cast(_, State) -> {noreply, State}.

terminate(Reason, {Name, Log}) -> Log ! {said, {Reason, Name}}.

show(Term) -> io:format("~0p~n", [Term]).

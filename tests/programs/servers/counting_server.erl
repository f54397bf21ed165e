%% gen_server: a server of counters with names, used by many at once, and stopped.
-module(counting_server).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, terminate/2]).

start() ->
    {ok, _} = gen_server:start_link({local, counting}, ?MODULE, [], []),
    Self = self(),
    [spawn_link(fun() -> [gen_server:cast(counting, {count, N rem 3}) || _ <- lists:seq(1, 50)], ok = gen_server:call(counting, sync), Self ! done end) || N <- lists:seq(1, 12)],
    [receive done -> ok end || _ <- lists:seq(1, 12)],
    io:format("~0p~n", [gen_server:call(counting, all)]),
    io:format("~0p~n", [gen_server:call({counting, node()}, all)]),
    io:format("~0p~n", [gen_server:call(counting, {reset, 1})]),
    io:format("~0p~n", [gen_server:call(counting, all)]),
    io:format("~0p~n", [gen_server:stop(counting, normal, infinity)]),
    io:format("~0p~n", [whereis(counting)]),
    ok.

init([]) -> process_flag(trap_exit, true), {ok, #{}}.

handle_call(sync, _, S) -> {reply, ok, S};
handle_call(all, _, S) -> {reply, lists:sort(maps:to_list(S)), S};
handle_call({reset, K}, _, S) -> {Old, New} = maps:take(K, S), {reply, Old, New}.

handle_cast({count, K}, S) -> {noreply, maps:update_with(K, fun(N) -> N + 1 end, 1, S)}.

terminate(Reason, S) -> io:format("terminated ~0p with ~0p keys~n", [Reason, map_size(S)]).

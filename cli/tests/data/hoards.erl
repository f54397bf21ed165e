%% Processes that ask for more memory for ever, and what becomes of them.
%%
%% The first process says so, and goes on: under a limit, they are killed alone.
-module(hoards).
-export([main/1]).

%% `first` is the first process itself; any other way to hoard is a process's of its own, while the first goes on.
main(First) when First =:= ["first"]; First =:= [] ->
    list([]);
main(["beside"]) ->
    Others = [spawn(fun() -> count(0) end) || _ <- [1, 2, 3]],
    {_, Monitor} = spawn_monitor(fun() -> list([]) end),
    receive {'DOWN', Monitor, process, _, Reason} -> ok end,
    io:format("~p, ~p go on~n", [Reason, length(lists:filter(fun is_process_alive/1, Others))]);
main([Way]) ->
    {_, Monitor} = spawn_monitor(fun() -> hoard(Way) end),
    receive
        {'DOWN', Monitor, process, _, {Reason, _}} -> io:format("~s: ~p~n", [Way, Reason]);
        {'DOWN', Monitor, process, _, Reason} -> io:format("~s: ~p~n", [Way, Reason])
    end,
    % What it had is there to be had again.
    Size = length([X || X <- lists:seq(1, 50000), X rem 2 =:= 0]),
    Binary = binary:copy(<<"avm">>, 500000),
    {Pid, Again} = spawn_monitor(fun() -> exit(erlang:phash2(Binary) > 0) end),
    receive {'DOWN', Again, process, Pid, true} -> io:format("goes on: ~p ~p~n", [Size, byte_size(Binary)]) end,
    ok.

%% It asks for nothing.
count(Number) -> count((Number + 1) band 16#ffff).

hoard("list") -> list([]);
hoard("binaries") -> binaries([]);
hoard("message") -> message();
hoard("messages") -> flooded();
hoard("suspended") -> suspended();
hoard("rows") -> rows(ets:new(rows, [public, duplicate_bag]), 0);
hoard("sorted") -> rows(ets:new(rows, [public, ordered_set]), 0);
hoard("tables") -> tables();
hoard("timers") -> timers(0);
hoard("terms") -> terms(0);
hoard("stack") -> stack(1 bsl 40);
hoard("spawns") -> spawns().

list(List) -> list([{length(lists:sublist(List, 5)), List} | List]).

binaries(List) -> binaries([binary:copy(<<"0123456789">>, 1000) | List]).

%% Of messages it receives none, and its own heap does not grow.
message() ->
    self() ! {some, <<"message">>, [1, 2, 3]},
    message().

%% Others send; nothing is received.
flooded() ->
    Flooded = self(),
    spawn_link(fun() -> flood(Flooded, lists:seq(1, 100)) end),
    receive nothing -> ok end.

flood(Flooded, Message) ->
    Flooded ! Message,
    flood(Flooded, Message).

%% It cannot even run.
suspended() ->
    Flooded = spawn_link(fun() -> receive nothing -> ok end end),
    erlang:suspend_process(Flooded),
    flood(Flooded, lists:seq(1, 100)).

rows(Table, N) ->
    ets:insert(Table, {N, [N, N]}),
    rows(Table, N + 1).

tables() ->
    ets:new(table, []),
    tables().

timers(N) ->
    erlang:send_after(1000000 + N, self(), N),
    timers(N + 1).

terms(N) ->
    persistent_term:put({hoards, N}, lists:seq(1, 1000)),
    terms(N + 1).

stack(0) -> 0;
stack(N) -> N + stack(N - 1).

spawns() ->
    spawn_link(fun() -> receive nothing -> ok end end),
    spawns().

%% fullsweep_after, at 0 and else: what lives stays, whatever is collected when.
-module(full_sweeps).
-export([start/0]).

start() ->
    lists:foreach(fun swept/1, [0, 1, 3, 65535]),
    {Pid, Monitor} = spawn_monitor(fun() ->
        Old = process_flag(fullsweep_after, 2),
        exit({is_integer(Old), process_flag(fullsweep_after, 0), sum(work(300, tree(6, 1)))})
    end),
    receive {'DOWN', Monitor, process, Pid, Reason} -> io:format("~p~n", [Reason]) end,
    catch_all([{fullsweep_after, -1}, {fullsweep_after, many}, {min_heap_size, -5}, {max_heap_size, #{size => all}}]),
    ok.

swept(After) ->
    {Pid, Monitor} = spawn_opt(fun() ->
        {fullsweep_after, After} = process_info(self(), fullsweep_after),
        exit(sum(work(300, tree(6, 1))))
    end, [monitor, {fullsweep_after, After}]),
    receive {'DOWN', Monitor, process, Pid, Reason} -> io:format("~p: ~p~n", [After, Reason]) end.

%% A tree whose nodes are made anew again and again, from the top down to one leaf or another.
work(0, Tree) -> Tree;
work(N, Tree) ->
    Bits = lists:seq(1, 30),
    work(N - 1, touch(Tree, N, length(Bits))).

touch({leaf, Value}, N, Extra) -> {leaf, Value + N - N + Extra - Extra};
touch({Left, Right}, N, Extra) when N rem 2 =:= 0 -> {touch(Left, N div 2, Extra), Right};
touch({Left, Right}, N, Extra) -> {Left, touch(Right, N div 2, Extra)}.

tree(0, Value) -> {leaf, Value};
tree(Depth, Value) -> {tree(Depth - 1, 2 * Value), tree(Depth - 1, 2 * Value + 1)}.

sum({leaf, Value}) -> Value;
sum({Left, Right}) -> sum(Left) + sum(Right).

catch_all(Options) ->
    [io:format("~p: ~p~n", [Option, catch_one(Option)]) || Option <- Options].

catch_one(Option) ->
    try spawn_opt(fun() -> ok end, [Option]) of
        Pid -> is_pid(Pid)
    catch
        Class:Reason -> {Class, Reason}
    end.

%% Collecting another process's heap, and being told of it.
-module(collect_others).
-export([start/0]).

start() ->
    Keeper = spawn(fun() -> keep([]) end),
    Keeper ! {waste, 200000},
    Keeper ! {self(), size},
    receive {Keeper, Size} -> io:format("~p~n", [Size]) end,
    Before = heap(Keeper),
    io:format("~p~n", [erlang:garbage_collect(Keeper)]),
    io:format("~p~n", [heap(Keeper) =< Before]),
    Keeper ! {self(), size},
    receive {Keeper, Same} -> io:format("~p~n", [Same]) end,
    io:format("~p~n", [erlang:garbage_collect(Keeper, [{async, one}, {type, major}])]),
    receive {garbage_collect, one, Result} -> io:format("~p~n", [Result]) end,
    io:format("~p~n", [erlang:garbage_collect(self(), [{async, own}])]),
    receive {garbage_collect, own, Own} -> io:format("~p~n", [Own]) end,
    Monitor = monitor(process, Keeper),
    exit(Keeper, kill),
    receive {'DOWN', Monitor, process, Keeper, killed} -> ok end,
    io:format("~p~n", [erlang:garbage_collect(Keeper)]),
    io:format("~p~n", [erlang:garbage_collect(Keeper, [{async, gone}])]),
    receive {garbage_collect, gone, Gone} -> io:format("~p~n", [Gone]) end,
    io:format("~p~n", [try erlang:garbage_collect(self(), [{type, odd}]) catch error:Reason -> Reason end]),
    ok.

heap(Pid) ->
    {total_heap_size, Words} = process_info(Pid, total_heap_size),
    Words.

keep(Kept) ->
    receive
        {waste, Count} -> keep(lists:sublist(lists:reverse(lists:seq(1, Count)), 5));
        {From, size} -> From ! {self(), Kept}, keep(Kept)
    end.

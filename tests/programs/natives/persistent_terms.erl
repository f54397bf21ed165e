%% Terms that all processes share: put, replaced, erased, and still held.
-module(persistent_terms).
-export([start/0]).

start() ->
    show(fun() -> persistent_term:get({mine, 1}) end),
    show(fun() -> persistent_term:get({mine, 1}, other) end),
    show(fun() -> persistent_term:put({mine, 1}, {some, "text", <<1, 2, 3>>, 1 bsl 80, #{a => 1.5}}) end),
    show(fun() -> persistent_term:get({mine, 1}) end),
    show(fun() -> persistent_term:put({mine, 1}, {some, "text", <<1, 2, 3>>, 1 bsl 80, #{a => 1.5}}) end),
    show(fun() -> persistent_term:put({mine, 1.0}, float_key), persistent_term:get({mine, 1}) end),
    show(fun() -> lists:sort([Pair || {{mine, _}, _} = Pair <- persistent_term:get()]) end),
    show(fun() -> lists:sort(maps:keys(persistent_term:info())) end),
    held(),
    show(fun() -> {persistent_term:erase({mine, 1}), persistent_term:erase({mine, 1})} end),
    show(fun() -> persistent_term:get({mine, 1}) end),
    many(),
    ok.

%% A process goes on with what it has read, whatever becomes of the key.
held() ->
    Self = self(),
    persistent_term:put(large, lists:seq(1, 2000)),
    Reader = fun() ->
        List = persistent_term:get(large),
        Part = {lists:nthtail(1990, List), fun() -> hd(List) end},
        put(kept, List),
        Self ! {self(), ready},
        receive go -> ok end,
        erlang:garbage_collect(),
        {Tail, First} = Part,
        Self ! {self(), lists:sum(List), Tail, First(), length(get(kept))}
    end,
    Readers = [spawn_link(Reader) || _ <- lists:seq(1, 3)],
    [receive {Pid, ready} -> ok end || Pid <- Readers],
    persistent_term:put(large, other),
    [persistent_term:put({filler, Number}, lists:seq(1, 100)) || Number <- lists:seq(1, 100)],
    [persistent_term:erase({filler, Number}) || Number <- lists:seq(1, 100)],
    [Pid ! go || Pid <- Readers],
    show(fun() -> [receive {Pid, Sum, Tail, First, Length} -> {Sum, Tail, First, Length} end || Pid <- Readers] end),
    show(fun() -> persistent_term:get(large) end).

many() ->
    [persistent_term:put({many, Number}, {Number, integer_to_list(Number)}) || Number <- lists:seq(1, 1000)],
    show(fun() -> [persistent_term:get({many, Number}) || Number <- [1, 500, 1000]] end),
    [persistent_term:erase({many, Number}) || Number <- lists:seq(1, 1000)],
    show(fun() -> [Key || {{many, Key}, _} <- persistent_term:get()] end).

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).

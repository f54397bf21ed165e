%% A bounded buffer between producers and a consumer; nothing is lost.
-module(producer_consumer).
-export([start/0]).

start() ->
    Buffer = spawn_link(fun() -> buffer([], 3) end),
    Self = self(),
    [spawn_link(fun() -> [call(Buffer, {put, {P, N}}) || N <- lists:seq(1, 20)], Self ! {finished, P} end)
     || P <- [1, 2, 3]],
    Items = [call(Buffer, get) || _ <- lists:seq(1, 60)],
    [receive {finished, P} -> ok end || P <- [1, 2, 3]],
    erlang:display(length(Items)),
    erlang:display([[N || {Q, N} <- Items, Q =:= P] =:= lists:seq(1, 20) || P <- [1, 2, 3]]),
    erlang:display(length(lists:usort(Items))),
    unlink(Buffer),
    exit(Buffer, kill),
    ok.

call(Buffer, Request) ->
    Tag = make_ref(),
    Buffer ! {Tag, self(), Request},
    receive {Tag, Reply} -> Reply end.

buffer(Items, Limit) ->
    receive
        {Tag, From, {put, Item}} when length(Items) < Limit -> From ! {Tag, ok}, buffer(Items ++ [Item], Limit);
        {Tag, From, get} when Items =/= [] -> From ! {Tag, hd(Items)}, buffer(tl(Items), Limit)
    end.

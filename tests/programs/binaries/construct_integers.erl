%% Integer segments of many sizes, signs and byte orders.
-module(construct_integers).
-export([start/0, id/1]).

start() ->
    N = id(16#12345678),
    Minus = id(-2),
    erlang:display(<<N>>),
    erlang:display(<<N:16>>),
    erlang:display(<<N:24/little>>),
    erlang:display(<<N:32/big>>),
    erlang:display(<<N:32/little>>),
    erlang:display(<<N:40>>),
    erlang:display(<<N:64/little-signed>>),
    erlang:display(<<Minus:8, Minus:16, Minus:16/little, Minus:72>>),
    erlang:display(<<N:7, N:9>>),
    erlang:display(<<N:13/little, 0:3>>),
    erlang:display(<<1:1, 0:1, 1:1>>),
    Size = id(20),
    erlang:display(<<N:Size, N:(Size - 8), N:Size/unit:2>>),
    erlang:display(<<(id(1) bsl 100 + 7):104>>),
    erlang:display(<<(-(id(1) bsl 100)):104/little>>),
    erlang:display(<<(id(1) bsl 100 + 7):16>>),
    erlang:display(<<"text", N:16, "more">>),
    erlang:display(<<(id(0)):0>>),
    erlang:display([catch_error(fun() -> <<V:8>> end) || V <- [a, 1.5, <<1>>]]),
    erlang:display([catch_error(fun() -> <<1:S>> end) || S <- [-1, a]]),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

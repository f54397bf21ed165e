%% Comprehensions from and to binaries, with filters and odd sizes.
-module(binary_comprehensions).
-export([start/0, id/1]).

start() ->
    Binary = id(<<1, 2, 3, 4, 5, 250>>),
    erlang:display(<< <<(X * 2)>> || <<X>> <= Binary >>),
    erlang:display([X || <<X:4>> <= Binary]),
    erlang:display(<< <<X:4>> || X <- [1, 2, 3] >>),
    erlang:display(<< <<X>> || X <- lists:seq(1, 5), X rem 2 =:= 1 >>),
    erlang:display([{X, Y} || <<X, Y>> <= Binary]),
    erlang:display([X || <<X:24>> <= id(<<1, 2, 3, 4>>)]),
    erlang:display([Body || <<Size, Body:Size/binary>> <= id(<<1, $a, 3, "bcd", 0, 9, "x">>)]),
    erlang:display([X || <<1:1, X:7>> <= id(<<129, 2, 131>>)]),
    erlang:display(<< <<B:1>> || <<B:1, _:1>> <= Binary >>),
    erlang:display(<< <<Y, X>> || <<X, Y>> <= Binary >>),
    erlang:display([{X, Y} || <<X:2/bits>> <= id(<<16#1b>>), <<Y:4>> <= id(<<16#ab>>)]),
    erlang:display([X || <<X:16/little-signed>> <= id(<<255, 255, 1, 0, 0, 128>>)]),
    erlang:display(<< <<X/binary, "-">> || X <- [<<"a">>, <<"bc">>] >>),
    erlang:display(<< X || X <- [<<1:1>>, <<0:2>>, <<3:2>>] >>),
    erlang:display(byte_size(<< <<0:(id(8))>> || _ <- lists:seq(1, 300) >>)),
    erlang:display(catch_error(fun() -> [X || <<X>> <= id(no_binary)] end)),
    erlang:display(catch_error(fun() -> << <<X>> || X <- id([a]) >> end)),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

%% A server that is told its next behaviour
-module(code_swap).
-export([start/0]).

start() ->
    Server = spawn(fun() -> loop(fun(X) -> {plain, X} end) end),
    show(call(Server, 1)),
    Server ! {become, fun(X) -> {doubled, X * 2} end},
    show(call(Server, 2)),
    Me = self(),
    Server ! {become, fun(X) -> Me ! {seen, X}, X end},
    show(call(Server, 3)),
    show(receive {seen, X} -> X end),
    ok.

call(Server, X) ->
    Server ! {call, self(), X},
    receive {reply, Y} -> Y end.

loop(F) ->
    receive
        {call, From, X} -> From ! {reply, F(X)}, loop(F);
        {become, G} -> loop(G)
    end.

show(Term) -> io:format("~0p~n", [Term]).

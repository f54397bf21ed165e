%% Every kind of term sent through three processes and back, compared on the way.
-module(echo_of_everything).
-export([start/0]).

start() ->
    Last = spawn(fun() -> relay(none) end),
    Middle = spawn(fun() -> relay(Last) end),
    First = spawn(fun() -> relay(Middle) end),
    Terms = [1, 1 bsl 90, -1.5, atom, "text", <<"bin">>, <<3:2>>, {}, {nested, [{deep, #{map => [1]}}]}, [], [a | b], self(), make_ref(), fun(X) -> X end, fun lists:map/2, #{}, maps:from_list([{N, N} || N <- lists:seq(1, 60)]), binary:copy(<<"x">>, 1000), lists:seq(1, 200), list_to_tuple(lists:seq(1, 100))],
    show([begin First ! {self(), T}, receive {back, R, Hops} -> {R =:= T, Hops} end end || T <- Terms] =:= [{true, 3} || _ <- Terms]),
    [First ! {self(), {N, binary:copy(<<N>>, N)}} || N <- lists:seq(1, 100)],
    show([receive {back, {N, B}, 3} -> {N, byte_size(B)} end || _ <- lists:seq(1, 100)] =:= [{N, N} || N <- lists:seq(1, 100)]),
    First ! {self(), F = fun() -> self() end},
    show(receive {back, G, _} -> {G =:= F, G() =:= self()} end),
    exit(Middle, kill),
    First ! {self(), lost},
    show(receive {back, _, _} -> came after 10 -> lost end),
    ok.

relay(Next) -> relay(Next, 0).

relay(none, _) -> receive {From, T, N} -> From ! {back, T, N + 1}, relay(none, 0) end;
relay(Next, _) -> receive {From, T} -> Next ! {From, T, 1}, relay(Next, 0); {From, T, N} -> Next ! {From, T, N + 1}, relay(Next, 0) end.

show(Term) -> io:format("~0p~n", [Term]).

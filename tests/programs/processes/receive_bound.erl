%% A reply is known by its reference
-module(receive_bound).
-export([start/0]).

start() ->
    A = make_ref(),
    B = make_ref(),
    self() ! {B, second},
    self() ! {A, first},
    show(receive {A, X} -> X end),
    show(receive {B, Y} -> Y end),
    self() ! {A, x},
    show(receive {B, _} -> wrong after 10 -> nothing end),
    show(receive {A, Z} -> Z after 0 -> nothing end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

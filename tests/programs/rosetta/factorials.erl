%% Factorials and their digits
-module(factorials).
-export([start/0]).

start() ->
    [show({N, factorial(N)}) || N <- [0, 1, 5, 12, 13, 20, 21, 30]],
    show(lists:sum([D - $0 || D <- integer_to_list(factorial(100))])),
    show(trailing_zeros(integer_to_list(factorial(250)))),
    ok.

factorial(N) -> lists:foldl(fun erlang:'*'/2, 1, lists:seq(1, N)).

trailing_zeros(Digits) -> length(lists:takewhile(fun(D) -> D =:= $0 end, lists:reverse(Digits))).

show(Term) -> io:format("~0p~n", [Term]).

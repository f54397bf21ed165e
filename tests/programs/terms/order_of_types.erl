%% Every type has its place: numbers, atoms, references, funs, … bits
-module(order_of_types).
-export([start/0]).

start() ->
    Values = [1, 1.5, a, [], [1], {}, {1}, #{}, <<>>, <<1:1>>, "a", -1],
    show(lists:sort(Values)),
    show(lists:sort(lists:reverse(Values))),
    R = make_ref(),
    F = fun() -> ok end,
    P = self(),
    show([a < R, R < F, F < P, P < {}, {} < #{}, #{} < [], [] < <<>>]),
    show([R < a, F < R, P < F, {} < P, #{} < {}, [] < #{}, <<>> < []]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Matches in arguments, sends, conditions and returns,.
-module(matching_in_parts).
-export([start/0]).

start() ->
    X = id(5),
    show(g(Y = X + 1)),
    show(Y),
    show({Z = 1, Z2 = 2} =:= {1, 2}),
    show(Z + Z2),
    show([A = 10, A2 = 20, 30]),
    show(A + A2),
    self() ! (M = {msg, X}),
    show(receive M -> {same, M} end),
    case {B, C} = id({b, c}) of {b, _} -> show([B, C]) end,
    show(try {ok, V} = id({error, 1}), V catch error:{badmatch, E} -> E end),
    show(case id({1, [2, 3]}) of {P, [Q | R]} -> [P, Q, R] end),
    F = fun({ok, W}) -> W; ({error, W} = Err) -> {Err, W} end,
    show([F({ok, 1}), F({error, 2})]),
    G = H = fun(N) -> N * 2 end,
    show(G(H(4))),
    5 = X,
    show(catch 6 = X),
    show(#{k => (K = v)}),
    show(K),
    show(<<(Byte = 65)>>),
    show(Byte),
    ok.

g(X) -> {got, X}.

id(X) -> X.

show({'EXIT', {Reason, _}}) -> io:format("~0p~n", [Reason]);
show(Term) -> io:format("~0p~n", [Term]).

%% Records: defaults, updates, nested ones, in guards, with types.
-module(record_uses).
-export([start/0]).

-record(point, {x = 0, y = 0}).
-record(line, {from = #point{}, to = #point{x = 1, y = 1}, label :: string() | undefined}).
-record(empty, {}).
-record(lazy, {at = calls(), list = [calls(), calls()]}).

start() ->
    P = #point{x = 3},
    show({P, P#point.x, P#point.y, #point.x, #point.y, record_info(size, point), record_info(fields, line)}),
    L = #line{to = P},
    show(L),
    show(L#line.to#point.x),
    show(L#line{from = P#point{y = 9}, label = "l"}),
    show((L#line.from)#point{x = 8}),
    show(L#line{to = (L#line.to)#point{x = 100}}),
    show(#line{_ = all}),
    show(#empty{}),
    show([is_record(Q, point) || Q <- [P, #empty{}, {point, 1}, {point, 1, 2}, point]]),
    show([kind(Q) || Q <- [P, #point{}, L, #empty{}, {point, a}, other]]),
    put(calls, 0),
    show(#lazy{}),
    show(#lazy{at = here}),
    show(lists:keysort(#point.y, [#point{y = 3}, #point{y = 1}, #point{y = 2}])),
    show([X || #point{x = X, y = 1} <- [#point{x = 5, y = 1}, #point{x = 6, y = 2}, x]]),
    show(element(#line.label, L)),
    show(setelement(#point.x, P, new)),
    show([outcome(fun() -> (id(Q))#point.x end) || Q <- [P, {point, 1}, x, #empty{}]]),
    show([outcome(fun() -> (id(Q))#point{x = 1} end) || Q <- [P, {point, 1}, x, L]]),
    show([outcome(fun() -> #point{x = X} = id(Q), X end) || Q <- [P, {point, 1}]]),
    #line{from = #point{x = A}, to = #point{y = B}} = L,
    show({A, B}),
    Update = fun(#point{x = X} = Q) -> Q#point{x = X + 1} end,
    show(Update(Update(P))),
    ok.

calls() -> put(calls, get(calls) + 1), get(calls).

kind(#point{x = 0, y = 0}) -> origin;
kind(#point{x = X}) when X > 2 -> {far, X};
kind(R) when is_record(R, line) -> {line, R#line.label};
kind(R) when R#point.y =:= a -> never;
kind(#empty{}) -> empty;
kind(_) -> none.

id(X) -> X.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

%% queue: the functions of Okasaki, and the queue as its lists shape it.
-module(queue_old_names).
-export([start/0]).

start() ->
    Q = queue:from_list([a, b, c]),
    show([queue:head(Q), queue:daeh(Q), queue:last(Q), queue:liat(queue:from_list([x])) =:= queue:new()]),
    show(queue:to_list(queue:cons(z, Q))),
    show(queue:to_list(queue:snoc(Q, z))),
    show(queue:to_list(queue:tail(Q))),
    show([queue:to_list(queue:init(Q)), queue:to_list(queue:lait(Q)), queue:to_list(queue:liat(Q))]),
    show([queue:len(queue:new()), queue:len(Q), queue:is_empty(queue:tail(queue:from_list([a])))]),
    show([queue:peek(Q), queue:peek_r(Q), queue:peek(queue:new())]),
    show([queue:new(), queue:in(a, queue:new()), queue:in(b, queue:in(a, queue:new())), queue:from_list([1, 2, 3])]),
    show([queue:from_list([]), queue:from_list([1]), queue:reverse(queue:from_list([1, 2]))]),
    show([try queue:from_list(x) catch C:R -> {C, R} end, try queue:in(a, x) catch C2:R2 -> {C2, R2} end]),
    show([queue:member(M, Q) || M <- [a, c, z]]),
    show(queue:to_list(queue:join(Q, queue:new())) =:= queue:to_list(queue:join(queue:new(), Q))),
    show([try queue:split(N, Q) of {A, B} -> {queue:to_list(A), queue:to_list(B)} catch _:Why -> Why end || N <- [0, 1, 2, 3, 4]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Receives one after the other, nested, in funs and in other modules' callbacks.
-module(receives_in_series).
-export([start/0]).

start() ->
    [self() ! M || M <- [c, b, a, {x, 1}, {x, 2}, {y, 1}]],
    show([receive a -> 1 end, receive b -> 2 end, receive c -> 3 end]),
    show(receive {x, N} -> receive {y, N} -> {pair, N} after 0 -> {no_pair, N} end end),
    show(receive {x, K} -> receive {y, K} -> {pair, K} after 0 -> {no_pair, K} end end),
    show(flush()),
    self() ! deep,
    show((fun() -> receive deep -> (fun() -> receive none -> 1 after 0 -> 2 end end)() end end)()),
    [self() ! Q || Q <- [3, 1, 2]],
    show(lists:map(fun(Q) -> receive Q -> {got, Q} end end, [1, 2, 3])),
    [self() ! N || N <- lists:seq(1, 6)],
    show([receive Even when Even rem 2 =:= 0 -> Even end || _ <- [1, 2, 3]]),
    show(flush()),
    self() ! {tagged, a, 1},
    show(receive {tagged, T, V} when is_atom(T), V > 0 -> {T, V} after 0 -> none end),
    self() ! #{type => event, n => 5},
    show(receive #{type := event, n := E} -> E after 0 -> none end),
    self() ! <<1, 2, 3>>,
    show(receive <<1, Rest/binary>> -> Rest after 0 -> none end),
    self() ! "text",
    show(receive "te" ++ More -> More after 0 -> none end),
    show(try receive after 0 -> throw(from_after) end catch throw:Th -> Th end),
    ok.

flush() -> receive X -> [X | flush()] after 0 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).

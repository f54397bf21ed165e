%% queue: joined, split, reversed, filtered, folded, and long ones kept in balance.
-module(queue_whole).
-export([start/0]).

start() ->
    Ten = queue:from_list(lists:seq(1, 10)),
    show(queue:to_list(queue:reverse(Ten))),
    {Front, Back} = queue:split(3, Ten),
    show({queue:to_list(Front), queue:to_list(Back)}),
    show(queue:to_list(queue:join(Back, Front))),
    show(queue:to_list(queue:filter(fun(X) -> X rem 3 =:= 0 end, Ten))),
    show(queue:to_list(queue:filter(fun(X) when X > 8 -> [X, X]; (_) -> [] end, Ten))),
    show(queue:to_list(queue:filtermap(fun(X) when X < 4 -> {true, X * X}; (X) -> X > 8 end, Ten))),
    show(queue:fold(fun(X, Sum) -> Sum * 2 + X end, 0, Ten)),
    show({queue:any(fun(X) -> X > 9 end, Ten), queue:all(fun(X) -> X > 9 end, Ten)}),
    show({queue:any(fun(_) -> true end, queue:new()), queue:all(fun(_) -> false end, queue:new())}),
    show(queue:to_list(queue:delete(5, Ten))),
    show(queue:to_list(queue:delete_r(1, queue:from_list([1, 2, 1, 3, 1])))),
    show(queue:to_list(queue:delete(none, Ten))),
    show(queue:to_list(queue:delete_with(fun(X) -> X rem 4 =:= 0 end, Ten))),
    show(queue:to_list(queue:delete_with_r(fun(X) -> X rem 4 =:= 0 end, Ten))),
    [show(try queue:split(N, Ten) of {A, B} -> {queue:len(A), queue:len(B)} catch error:R -> R end)
     || N <- [0, 1, 5, 9, 10, 11, -1, x]],
    show(queue:to_list(queue:cons(0, queue:tail(Ten)))),
    show({queue:head(Ten), queue:last(Ten), queue:daeh(Ten), queue:len(queue:init(Ten)), queue:len(queue:snoc(Ten, 11))}),
    Long = lists:foldl(fun(N, Q) -> {{value, _}, Less} = queue:out(queue:in(N, queue:in(-N, Q))), Less end, Ten, lists:seq(1, 500)),
    show({queue:len(Long), queue:get(Long), queue:get_r(Long), queue:fold(fun erlang:'+'/2, 0, Long)}),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Which frames a trace has: tail calls leave none, body calls do; natives.
-module(stack_of_tails).
-export([start/0]).

start() ->
    show(trace(fun() -> tail(3) end)),
    show(trace(fun() -> lists:map(fun(X) -> fails(X) end, [1]) end)),
    show(trace(fun() -> [fails(X) || X <- [1]] end)),
    show(trace(fun() -> atom_to_list(id(5)) end)),
    show(trace(fun() -> 1 + atom_to_list(id(5)) end)),
    show(trace(fun() -> apply(id(?MODULE), id(nope), [1, 2]) end)),
    show(trace(fun() -> (id(fun fails/1))(x) end)),
    show(trace(fun() -> try fails(1) after ok end end)),
    show(trace(fun() -> try fails(1) catch error:boom -> fails(2) end end)),
    show(trace(fun() -> case fails(1) of X -> X end end)),
    show(trace(fun() -> lists:foldl(fun(X, _) -> fails(X) end, 0, [1, 2]) end)),
    show(trace(fun() -> clauses(id(zzz)) end)),
    ok.

trace(F) ->
    try F() catch _:Reason:Stack -> {Reason, [{N, if is_list(A) -> A; true -> A end} || {M, N, A, _} <- Stack, M =/= observe, N =/= start, N =/= trace, keep(N)]} end.

keep(Name) -> hd(atom_to_list(Name)) =/= $-.

tail(0) -> error(bottom);
tail(N) -> tail(N - 1).

fails(_) -> error(boom).

clauses(a) -> 1;
clauses(b) -> 2.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).

%% How long a stack trace is, and that a function that calls itself is in it once.
-module(backtrace_depth).
-export([start/0, id/1]).

start() ->
    erlang:display([erlang:system_flag(backtrace_depth, N) || N <- [10, 1000, 8, 0]]),
    erlang:display([refused(N) || N <- [-1, a]]),
    [show(Depth) || Depth <- [0, 1, 2, 5, 8, 20]],
    erlang:system_flag(backtrace_depth, 8),
    ok.

refused(N) ->
    try erlang:system_flag(backtrace_depth, N) catch error:badarg -> refused end.

show(Depth) ->
    erlang:system_flag(backtrace_depth, Depth),
    [erlang:display([{Depth, length(Trace)} | names(Trace)]) || Trace <- [trace(F) || F <- raisers()]].

raisers() ->
    A = id(a),
    [fun() -> id(error(x)) end, fun() -> hd(A) end, fun() -> only_one(A) end, fun() -> id(only_one(A)) end,
     fun() -> id(no_module:f()) end, fun() -> no_module:f() end, fun() -> error(x, [1]) end,
     fun() -> erlang:raise(error, x, [{m, f, N, []} || N <- lists:seq(1, 20)]) end,
     fun() -> id(sum([1, 2, 3, 4])) end].

trace(F) ->
    try odd(F, 20) catch _:_:Trace -> Trace end.

%% Two functions by turns; what is called has a frame of its own.
odd(F, 0) ->
    X = F(),
    {X};
odd(F, N) ->
    X = even(F, N - 1),
    {X}.

even(F, N) ->
    [odd(F, N - 1)].

only_one(1) -> ok.

sum([]) -> hd(id(a));
sum([last]) -> 0;
sum([H | T]) -> H + sum(T).

names(Trace) ->
    [{M, plain(F), case is_list(A) of true -> A; false -> arity end} || {M, F, A, _} <- Trace].

plain(Name) ->
    case atom_to_list(Name) of
        "-" ++ _ -> 'fun';
        _ -> Name
    end.

id(X) -> X.

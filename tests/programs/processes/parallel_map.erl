%% Work in processes, results in order
-module(parallel_map).
-export([start/0]).

start() ->
    show(map(fun(X) -> X * X end, lists:seq(1, 20))),
    show(map(fun(X) -> lists:sum(lists:seq(1, X)) end, [10, 1000, 0])),
    ok.

map(F, L) ->
    Me = self(),
    Pids = [spawn(fun() -> Me ! {self(), F(X)} end) || X <- L],
    [receive {Pid, Value} -> Value end || Pid <- Pids].

show(Term) -> io:format("~0p~n", [Term]).

%% Work handed to many processes and gathered in order.
-module(many_workers).
-export([start/0]).

start() ->
    erlang:display(parallel(fun(N) -> N * N end, lists:seq(1, 20))),
    erlang:display(lists:sum(parallel(fun fib/1, lists:seq(1, 15)))),
    erlang:display(length(parallel(fun(N) -> lists:seq(1, N) end, lists:seq(1, 500)))),
    erlang:display(parallel(fun(N) -> 10 div N end, [1, 0, 2])),
    erlang:display(tree(7)),
    ok.

parallel(Fun, List) ->
    Workers = [spawn_monitor(fun() -> exit({result, Fun(X)}) end) || X <- List],
    [receive
         {'DOWN', Reference, process, Pid, {result, Value}} -> Value;
         {'DOWN', Reference, process, Pid, {Reason, _}} -> {failed, Reason}
     end || {Pid, Reference} <- Workers].

fib(N) when N < 2 -> N;
fib(N) -> fib(N - 1) + fib(N - 2).

tree(0) -> 1;
tree(Depth) ->
    Self = self(),
    Children = [spawn_link(fun() -> Self ! {self(), tree(Depth - 1)} end) || _ <- [left, right]],
    lists:sum([receive {Child, N} -> N end || Child <- Children]) + 1.

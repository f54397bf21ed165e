%% A sieve whose filters are processes in a row.
-module(sieve_of_processes).
-export([start/0]).

start() ->
    io:format("~w~n", [primes(60)]),
    io:format("~w~n", [length(primes(500))]),
    io:format("~w~n", [pipeline([fun(X) -> X + 1 end, fun(X) -> X * 2 end, fun(X) -> X - 3 end], [1, 2, 3, 4])]),
    ok.

primes(Max) ->
    Self = self(),
    First = spawn(fun() -> filter(Self) end),
    [First ! N || N <- lists:seq(2, Max)],
    First ! {stop, Self},
    collect([]).

filter(Collector) ->
    receive
        P when is_integer(P) -> Collector ! {prime, P}, filter(P, none, Collector);
        {stop, From} -> From ! finished
    end.

filter(P, Next, Collector) ->
    receive
        N when is_integer(N), N rem P =:= 0 -> filter(P, Next, Collector);
        N when is_integer(N), Next =:= none ->
            New = spawn(fun() -> filter(Collector) end),
            New ! N,
            filter(P, New, Collector);
        N when is_integer(N) -> Next ! N, filter(P, Next, Collector);
        {stop, From} when Next =:= none -> From ! finished;
        {stop, _} = Stop -> Next ! Stop
    end.

collect(Primes) ->
    receive
        {prime, P} -> collect([P | Primes]);
        finished -> lists:sort(Primes ++ rest())
    end.

rest() -> receive {prime, P} -> [P | rest()] after 0 -> [] end.

pipeline(Funs, Inputs) ->
    Self = self(),
    First = lists:foldr(fun(F, Next) -> spawn(fun() -> stage(F, Next) end) end, Self, Funs),
    [First ! {item, I} || I <- Inputs],
    First ! done,
    drain().

stage(F, Next) -> receive {item, X} -> Next ! {item, F(X)}, stage(F, Next); done -> Next ! done end.

drain() -> receive {item, X} -> [X | drain()]; done -> [] end.

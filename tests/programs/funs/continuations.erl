%% Continuation passing, lazy lists, church numerals, the Y combinator.
-module(continuations).
-export([start/0]).

start() ->
    erlang:display(factorial(20, fun(X) -> X end)),
    erlang:display(take(10, naturals(0))),
    erlang:display(take(8, filter(fun(X) -> X rem 3 =:= 1 end, naturals(0)))),
    erlang:display(take(10, primes(naturals(2)))),
    Three = church(3),
    Four = church(4),
    erlang:display(number(plus(Three, Four))),
    erlang:display(number(times(Three, Four))),
    Fix = y(fun(Self) -> fun(0) -> []; (N) -> [N | Self(N - 1)] end end),
    erlang:display(Fix(5)),
    erlang:display(lists:foldl(fun(F, X) -> F(X) end, 1, [fun(X) -> X + 1 end, fun(X) -> X * 10 end,
                                                          fun erlang:integer_to_list/1, fun lists:reverse/1])),
    ok.

factorial(0, Continue) -> Continue(1);
factorial(N, Continue) -> factorial(N - 1, fun(X) -> Continue(X * N) end).

naturals(N) -> fun() -> [N | naturals(N + 1)] end.

take(0, _) -> [];
take(N, Lazy) ->
    [Head | Tail] = Lazy(),
    [Head | take(N - 1, Tail)].

filter(Keep, Lazy) ->
    fun() ->
        [Head | Tail] = Lazy(),
        case Keep(Head) of
            true -> [Head | filter(Keep, Tail)];
            false -> (filter(Keep, Tail))()
        end
    end.

primes(Lazy) ->
    fun() ->
        [Prime | Rest] = Lazy(),
        [Prime | primes(filter(fun(N) -> N rem Prime =/= 0 end, Rest))]
    end.

church(0) -> fun(_) -> fun(X) -> X end end;
church(N) -> Previous = church(N - 1), fun(F) -> fun(X) -> F((Previous(F))(X)) end end.

plus(A, B) -> fun(F) -> fun(X) -> (A(F))((B(F))(X)) end end.

times(A, B) -> fun(F) -> A(B(F)) end.

number(Church) -> (Church(fun(X) -> X + 1 end))(0).

y(F) ->
    G = fun(H) -> F(fun(A) -> (H(H))(A) end) end,
    G(G).

%% Big integers and floats in their thousands, most of them garbage at once.
-module(bignum_garbage).
-export([start/0]).

start() ->
    erlang:display(modular(3, 12345678901234567890123, 1 bsl 89 - 1)),
    erlang:display(sum_floats(20000, 0.0) > 100.0),
    erlang:display(lists:foldl(fun(N, A) -> (A * A + N) rem (1 bsl 127 - 1) end, 7, lists:seq(1, 2000))),
    Kept = [N bsl 70 || N <- lists:seq(1, 300)],
    erlang:garbage_collect(),
    erlang:display(lists:sum(Kept) bsr 70),
    erlang:display(lists:sum([X * 2.0 || X <- [float(N) || N <- lists:seq(1, 1000)]]) == 1001000.0),
    erlang:display(collatz_big((1 bsl 120) - 1, 0)),
    ok.

modular(_, 0, _) -> 1;
modular(Base, Exponent, M) when Exponent rem 2 =:= 0 -> modular(Base * Base rem M, Exponent div 2, M);
modular(Base, Exponent, M) -> Base * modular(Base, Exponent - 1, M) rem M.

sum_floats(0, Sum) -> Sum;
sum_floats(N, Sum) -> sum_floats(N - 1, Sum + 1 / N + 0.125).

collatz_big(1, Steps) -> Steps;
collatz_big(N, Steps) when N band 1 =:= 0 -> collatz_big(N bsr 1, Steps + 1);
collatz_big(N, Steps) -> collatz_big(3 * N + 1, Steps + 1).

%% Fractions: arithmetic, comparing, Egyptian fractions, Bernoulli numbers.
-module(rationals).
-export([start/0]).

start() ->
    show([text(X) || X <- [make(1, 2), make(2, 4), make(-3, 6), make(3, -6), make(0, 5), make(8, 4)]]),
    A = make(1, 3),
    B = make(1, 6),
    show([text(X) || X <- [add(A, B), sub(A, B), mul(A, B), dv(A, B), add(A, make(-1, 3))]]),
    show([less(A, B), less(B, A), less(A, A)]),
    show([text(X) || X <- egyptian(make(7, 15))]),
    show([text(X) || X <- egyptian(make(5, 121))]),
    show([text(bernoulli(N)) || N <- lists:seq(0, 14)]),
    show(text(lists:foldl(fun(N, S) -> add(S, make(1, N)) end, make(0, 1), lists:seq(1, 30)))),
    show(try make(1, 0) catch error:Reason -> Reason end),
    show([text(X) || X <- farey(5)]),
    ok.

make(_, 0) -> error(no_such_fraction);
make(N, D) when D < 0 -> make(-N, -D);
make(N, D) -> G = gcd(abs(N), D), {N div G, D div G}.

gcd(A, 0) -> A;
gcd(A, B) -> gcd(B, A rem B).

add({A, B}, {C, D}) -> make(A * D + C * B, B * D).
sub(X, {C, D}) -> add(X, {-C, D}).
mul({A, B}, {C, D}) -> make(A * C, B * D).
dv(X, {C, D}) -> mul(X, make(D, C)).
less({A, B}, {C, D}) -> A * D < C * B.

egyptian({0, _}) -> [];
egyptian({N, D} = X) -> Unit = make(1, (D + N - 1) div N), [Unit | egyptian(sub(X, Unit))].

bernoulli(N) -> bernoulli_row(N, 0, []).

bernoulli_row(N, M, Row) when M > N -> hd(Row);
bernoulli_row(N, M, Row) -> bernoulli_row(N, M + 1, sweep(M, lists:reverse(Row), make(1, M + 1), M)).

sweep(_, [], Last, _) -> [Last];
sweep(M, Row, Last, _) ->
    {New, _} = lists:foldl(fun({J, A}, {Acc, Next}) -> V = mul(make(J, 1), sub(A, Next)), {[V | Acc], V} end, {[Last], Last}, lists:zip(lists:seq(M, 1, -1), Row)),
    New.

farey(N) -> [{0, 1} | lists:sort(fun less/2, lists:usort([make(A, B) || B <- lists:seq(1, N), A <- lists:seq(1, B)]))].

text({N, 1}) -> integer_to_list(N);
text({N, D}) -> integer_to_list(N) ++ "/" ++ integer_to_list(D).

show(Term) -> io:format("~0p~n", [Term]).

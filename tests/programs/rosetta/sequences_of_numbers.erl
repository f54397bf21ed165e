%% Sequences: Hofstadter, Pell, Bell, Stern and Brocot, Thue and Morse, Padovan.
-module(sequences_of_numbers).
-export([start/0]).

start() ->
    show([q(N) || N <- lists:seq(1, 25)]),
    show(take(12, {0, 1}, fun({A, B}) -> {A, {B, 2 * B + A}} end)),
    show([hd(R) || R <- bell(12)]),
    show(stern(20)),
    show([parity(N) || N <- lists:seq(0, 31)]),
    show(take(15, {1, 1, 1}, fun({A, B, C}) -> {A, {B, C, A + B}} end)),
    show(ulam(20)),
    show([hailstone(N) || N <- [1, 7, 9, 97]]),
    show(take(15, {2, 1}, fun({A, B}) -> {A, {B, A + B}} end)),
    show([sylvester(N) || N <- lists:seq(1, 6)]),
    show([corput(N, 2) || N <- lists:seq(0, 8)]),
    show([zeckendorf(N) || N <- [1, 4, 11, 100, 1000]]),
    show(recaman(25)),
    ok.

q(N) -> case get({q, N}) of undefined -> V = if N < 3 -> 1; true -> q(N - q(N - 1)) + q(N - q(N - 2)) end, put({q, N}, V), V; V -> V end.

take(0, _, _) -> [];
take(N, S, F) -> {V, Next} = F(S), [V | take(N - 1, Next, F)].

bell(N) -> lists:reverse(lists:foldl(fun(_, [Row | _] = Rows) -> [lists:foldl(fun(X, Acc) -> Acc ++ [X + lists:last(Acc)] end, [lists:last(Row)], Row) | Rows] end, [[1]], lists:seq(2, N))).

stern(N) -> [fusc(K) || K <- lists:seq(1, N)].

fusc(0) -> 0;
fusc(1) -> 1;
fusc(N) when N rem 2 =:= 0 -> fusc(N div 2);
fusc(N) -> fusc(N div 2) + fusc(N div 2 + 1).

parity(0) -> 0;
parity(N) -> (N band 1) bxor parity(N bsr 1).

ulam(N) -> ulam([2, 1], 3, N).

ulam(Us, _, N) when length(Us) =:= N -> lists:reverse(Us);
ulam(Us, C, N) -> case length([A || A <- Us, B <- Us, A < B, A + B =:= C]) of 1 -> ulam([C | Us], C + 1, N); _ -> ulam(Us, C + 1, N) end.

hailstone(1) -> 1;
hailstone(N) -> 1 + hailstone(if N rem 2 =:= 0 -> N div 2; true -> 3 * N + 1 end).

sylvester(1) -> 2;
sylvester(N) -> S = sylvester(N - 1), S * S - S + 1.

corput(0, _) -> 0.0;
corput(N, B) -> corput(N, B, 1 / B).

corput(0, _, _) -> 0.0;
corput(N, B, F) -> (N rem B) * F + corput(N div B, B, F / B).

zeckendorf(N) -> zeckendorf(N, [F || F <- [987, 610, 377, 233, 144, 89, 55, 34, 21, 13, 8, 5, 3, 2, 1], F =< N]).

zeckendorf(0, _) -> [];
zeckendorf(N, [F | Fs]) when F =< N -> [F | zeckendorf(N - F, Fs)];
zeckendorf(N, [_ | Fs]) -> zeckendorf(N, Fs).

recaman(N) ->
    {L, _} = lists:foldl(fun(K, {[A | _] = As, Seen}) -> B = case A - K > 0 andalso not is_map_key(A - K, Seen) of true -> A - K; false -> A + K end, {[B | As], Seen#{B => true}} end, {[0], #{0 => true}}, lists:seq(1, N - 1)),
    lists:reverse(L).

show(Term) -> io:format("~0p~n", [Term]).

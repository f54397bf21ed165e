%% Accumulators in every position: lists reversed, pairs, maps, binaries, funs.
-module(accumulators).
-export([start/0]).

start() ->
    L = [5, 3, 8, 1, 9, 2],
    show(min_max(L)),
    show(split_by(fun(X) -> X > 4 end, L, [], [])),
    show(count(L, #{})),
    show(digits(1234567, [])),
    show(join(L, <<>>)),
    show((build(L, fun(T) -> T end))([end_of_list])),
    show(average(L, 0, 0)),
    show(index(8, L, 1)),
    show(fib(50, {0, 1})),
    show(reverse_tuple({a, b, c})),
    show(every(2, [a, b, c, d, e])),
    show(pascal(6, [1])),
    show(lists:reverse(tail_map(fun(X) -> X * X end, L, []))),
    show(zip_with_index(L, 0)),
    show(collatz_max(100)),
    ok.

min_max([H | T]) -> lists:foldl(fun(X, {A, B}) -> {min(A, X), max(B, X)} end, {H, H}, T).

split_by(_, [], A, B) -> {lists:reverse(A), lists:reverse(B)};
split_by(P, [H | T], A, B) -> case P(H) of true -> split_by(P, T, [H | A], B); false -> split_by(P, T, A, [H | B]) end.

count([], M) -> lists:sort(maps:to_list(M));
count([H | T], M) -> count(T, M#{H rem 3 => maps:get(H rem 3, M, 0) + 1}).

digits(0, Acc) -> Acc;
digits(N, Acc) -> digits(N div 10, [N rem 10 | Acc]).

join([], B) -> B;
join([H | T], <<>>) -> join(T, integer_to_binary(H));
join([H | T], B) -> join(T, <<B/binary, $,, (integer_to_binary(H))/binary>>).

build([], F) -> F;
build([H | T], F) -> build(T, fun(Rest) -> F([H | Rest]) end).

average([], S, N) -> S / N;
average([H | T], S, N) -> average(T, S + H, N + 1).

index(X, [X | _], I) -> I;
index(X, [_ | T], I) -> index(X, T, I + 1).

fib(0, {A, _}) -> A;
fib(N, {A, B}) -> fib(N - 1, {B, A + B}).

reverse_tuple(T) -> list_to_tuple([element(I, T) || I <- lists:seq(tuple_size(T), 1, -1)]).

every(N, L) -> [X || {I, X} <- zip_with_index(L, 0), I rem N =:= 0].

pascal(1, Row) -> [Row];
pascal(N, Row) -> [Row | pascal(N - 1, [A + B || {A, B} <- lists:zip([0 | Row], Row ++ [0])])].

tail_map(_, [], Acc) -> Acc;
tail_map(F, [H | T], Acc) -> tail_map(F, T, [F(H) | Acc]).

zip_with_index([], _) -> [];
zip_with_index([H | T], I) -> [{I, H} | zip_with_index(T, I + 1)].

collatz_max(N) -> lists:max([{steps(K, 0), K} || K <- lists:seq(1, N)]).

steps(1, S) -> S;
steps(N, S) -> steps(if N rem 2 =:= 0 -> N div 2; true -> 3 * N + 1 end, S + 1).

show(Term) -> io:format("~0p~n", [Term]).

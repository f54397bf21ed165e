%% The same functions with and without accumulators.
-module(tail_and_body_forms).
-export([start/0]).

start() ->
    L = [(N * 37) rem 101 || N <- lists:seq(1, 5000)],
    show([len(L) =:= len(L, 0), sum(L) =:= sum(L, 0), rev(L) =:= lists:reverse(L), map(L) =:= map(L, [])]),
    show([filter(L) =:= filter(L, []), flat([L, [L]]) =:= L ++ L, count(L, 5), largest(L)]),
    show([append(L, [x]) =:= L ++ [x], take(10, L), drop(4990, L), nth(100, L)]),
    show([string(L) =:= lists:flatten([integer_to_list(X) || X <- L]), zip(L, L) =:= lists:zip(L, L)]),
    ok.

len([]) -> 0;
len([_ | T]) -> 1 + len(T).

len([], N) -> N;
len([_ | T], N) -> len(T, N + 1).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

sum([], S) -> S;
sum([H | T], S) -> sum(T, S + H).

rev(L) -> rev(L, []).

rev([], A) -> A;
rev([H | T], A) -> rev(T, [H | A]).

map([]) -> [];
map([H | T]) -> [H * H | map(T)].

map([], A) -> rev(A);
map([H | T], A) -> map(T, [H * H | A]).

filter([]) -> [];
filter([H | T]) when H > 50 -> [H | filter(T)];
filter([_ | T]) -> filter(T).

filter([], A) -> rev(A);
filter([H | T], A) -> filter(T, if H > 50 -> [H | A]; true -> A end).

flat([]) -> [];
flat([H | T]) when is_list(H) -> append(flat(H), flat(T));
flat([H | T]) -> [H | flat(T)].

append([], L) -> L;
append([H | T], L) -> [H | append(T, L)].

count([], _) -> 0;
count([X | T], X) -> 1 + count(T, X);
count([_ | T], X) -> count(T, X).

largest([H]) -> H;
largest([H | T]) -> max(H, largest(T)).

take(0, _) -> [];
take(N, [H | T]) -> [H | take(N - 1, T)].

drop(0, L) -> L;
drop(N, [_ | T]) -> drop(N - 1, T).

nth(1, [H | _]) -> H;
nth(N, [_ | T]) -> nth(N - 1, T).

string([]) -> "";
string([H | T]) -> integer_to_list(H) ++ string(T).

zip([A | As], [B | Bs]) -> [{A, B} | zip(As, Bs)];
zip([], []) -> [].

show(Term) -> io:format("~0p~n", [Term]).

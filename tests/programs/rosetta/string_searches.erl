%% Substrings found by brute force, Knuth, Morris and Pratt, and rolling hashes.
-module(string_searches).
-export([start/0]).

start() ->
    Cases = [{"abracadabra", "abra"}, {"aaaaaa", "aaa"}, {"abc", ""}, {"", "a"}, {"mississippi", "issi"}, {"xyz", "xyzz"}, {lists:flatten(lists:duplicate(20, "abab")), "ababababc"}],
    [begin
        Brute = brute(T, P, 0),
        io:format("~w ~w~n", [Brute, [Brute =:= kmp(T, P), Brute =:= rolling(T, P)]])
     end || {T, P} <- Cases],
    io:format("~w~n", [table("abacabab")]),
    io:format("~w~n", [[edit("kitten", "sitting"), edit("", "abc"), edit("abc", "abc"), edit("flaw", "lawn")]]),
    io:format("~s~n", [palindrome("forgeeksskeegfor")]),
    ok.

brute([], P, N) -> [N || P =:= []];
brute([_ | Rest] = T, P, N) -> [N || lists:prefix(P, T)] ++ brute(Rest, P, N + 1).

table(P) ->
    {Table, _} = lists:foldl(fun(I, {T, K}) -> New = extend(P, lists:nth(I, P), K, T), {T ++ [New], New} end, {[0], 0}, lists:seq(2, length(P))),
    Table.

extend(P, C, K, T) ->
    case lists:nth(K + 1, P) of
        C -> K + 1;
        _ when K =:= 0 -> 0;
        _ -> extend(P, C, lists:nth(K, T), T)
    end.

kmp(T, []) -> lists:seq(0, length(T));
kmp(T, P) ->
    Tuple = list_to_tuple(P), Table = list_to_tuple(table(P)),
    {Found, _, _} = lists:foldl(fun(C, {F, K, I}) ->
        case step(C, K, Tuple, Table) of
            Full when Full =:= tuple_size(Tuple) -> {[I - Full + 1 | F], element(Full, Table), I + 1};
            K2 -> {F, K2, I + 1}
        end
    end, {[], 0, 0}, T),
    lists:reverse(Found).

step(C, K, Tuple, _) when element(K + 1, Tuple) =:= C -> K + 1;
step(_, 0, _, _) -> 0;
step(C, K, Tuple, Table) -> step(C, element(K, Table), Tuple, Table).

rolling(T, P) ->
    L = length(P), M = 1000003, H = hash(P, M),
    [I || I <- lists:seq(0, length(T) - L), S <- [lists:sublist(T, I + 1, L)], hash(S, M) =:= H, S =:= P].

hash(S, M) -> lists:foldl(fun(C, H) -> (H * 256 + C) rem M end, 0, S).

edit(A, B) ->
    lists:last(lists:foldl(fun(C, Row) ->
        {New, _} = lists:foldl(fun({D, Up, Diagonal}, {[Left | _] = R, N}) -> {[lists:min([Left + 1, Up + 1, Diagonal + if C =:= D -> 0; true -> 1 end]) | R], N} end, {[hd(Row) + 1], 0}, lists:zip3(B, tl(Row), lists:droplast(Row))),
        lists:reverse(New)
    end, lists:seq(0, length(B)), A)).

palindrome(S) -> lists:foldl(fun(P, Best) when length(P) > length(Best) -> P; (_, Best) -> Best end, "", [P || I <- lists:seq(1, length(S)), L <- lists:seq(1, length(S) - I + 1), P <- [lists:sublist(S, I, L)], P =:= lists:reverse(P)]).

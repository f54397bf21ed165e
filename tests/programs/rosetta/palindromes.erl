%% Texts and numbers that read the same backwards
-module(palindromes).
-export([start/0]).

start() ->
    [show({T, palindrome(T)}) || T <- ["racecar", "A man, a plan, a canal: Panama", "hello", "", "Was it a car"]],
    show([N || N <- lists:seq(100, 300), integer_to_list(N) =:= lists:reverse(integer_to_list(N))]),
    show([N || N <- lists:seq(1, 300), same(integer_to_list(N, 2)), same(integer_to_list(N))]),
    ok.

same(L) -> L =:= lists:reverse(L).

palindrome(T) -> same([C || C <- string:lowercase(T), C >= $a, C =< $z]).

show(Term) -> io:format("~0p~n", [Term]).

%% A thousand keys in the dictionary
-module(dictionary_of_many).
-export([start/0]).

start() ->
    [put({key, N}, N * N) || N <- lists:seq(1, 1000)],
    show(length(get())),
    show(lists:sum([get({key, N}) || N <- lists:seq(1, 1000)])),
    [erase({key, N}) || N <- lists:seq(1, 1000), N rem 2 =:= 0],
    show(length(get_keys())),
    show([get({key, N}) || N <- [1, 2, 999, 1000]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

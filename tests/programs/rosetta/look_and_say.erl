%% Reading numbers aloud
-module(look_and_say).
-export([start/0]).

start() ->
    [io:format("~s~n", [S]) || S <- sequence("1", 9)],
    ok.

sequence(_, 0) -> [];
sequence(S, N) -> [S | sequence(say(S), N - 1)].

say([]) -> [];
say([C | _] = S) -> {Run, Rest} = lists:splitwith(fun(X) -> X =:= C end, S), integer_to_list(length(Run)) ++ [C | say(Rest)].

%% Bitstrings of every length from 0 to 20
-module(bit_lengths).
-export([start/0]).

start() ->
    [show({N, <<16#ABCDE:N>>, bit_size(<<16#ABCDE:N>>), byte_size(<<16#ABCDE:N>>)}) || N <- lists:seq(0, 20)],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

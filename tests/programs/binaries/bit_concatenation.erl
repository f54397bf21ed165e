%% Unaligned parts put together again
-module(bit_concatenation).
-export([start/0]).

start() ->
    Whole = <<"The quick brown fox">>,
    [begin
        <<A:N/bits, B/bits>> = Whole,
        show({N, bit_size(A), bit_size(B), <<A/bits, B/bits>> =:= Whole, <<B/bits, A/bits>>})
     end || N <- [0, 1, 7, 8, 9, 31, 64, 151, 152]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

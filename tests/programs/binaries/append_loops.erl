%% Binaries grown by appending, shared, and appended to from an older version.
-module(append_loops).
-export([start/0]).

start() ->
    Long = append(3000, <<>>),
    erlang:display(byte_size(Long)),
    erlang:display(binary_part(Long, 0, 10)),
    erlang:display(binary_part(Long, byte_size(Long), -6)),
    Base = append(100, <<>>),
    One = <<Base/binary, "one">>,
    Two = <<Base/binary, "two">>,
    erlang:display(binary_part(One, byte_size(One), -5)),
    erlang:display(binary_part(Two, byte_size(Two), -5)),
    erlang:display(byte_size(Base)),
    erlang:display(prepend(50, <<>>)),
    Bits = bits(77, <<>>),
    erlang:display({bit_size(Bits), Bits}),
    Versions = [append(N, <<>>) || N <- lists:seq(1, 40)],
    erlang:display(lists:sum([byte_size(V) || V <- Versions])),
    erlang:display(lists:all(fun(V) -> V =:= binary_part(Long, 0, byte_size(V)) end, lists:sublist(Versions, 30))),
    Words = lists:foldl(fun(W, <<>>) -> W; (W, A) -> <<A/binary, ", ", W/binary>> end, <<>>, words()),
    erlang:display(Words),
    ok.

append(N, Binary) -> append(1, N, Binary).

append(I, N, Binary) when I > N -> Binary;
append(I, N, Binary) -> append(I + 1, N, <<Binary/binary, (I rem 26 + $a), (I rem 10 + $0)>>).

prepend(0, Binary) -> Binary;
prepend(N, Binary) -> prepend(N - 1, <<(N + 64), Binary/binary>>).

bits(0, Bits) -> Bits;
bits(N, Bits) -> bits(N - 1, <<Bits/bits, (N rem 3):1>>).

words() -> [<<"alpha">>, <<"beta">>, <<"gamma">>, <<"delta">>].

%% Numbers of odd widths written to a stream of bits and read again.
-module(bit_streams).
-export([start/0]).

start() ->
    Widths = [1, 3, 7, 8, 9, 13, 16, 17, 31, 32, 33, 63, 64, 65, 100],
    Values = [{(1 bsl W) - 1 - (W rem 5), W} || W <- Widths, W > 3] ++ [{0, W} || W <- Widths],
    Stream = lists:foldl(fun({V, W}, B) -> <<B/bits, V:W>> end, <<>>, Values),
    show(bit_size(Stream)),
    show(read(Stream, Values)),
    Golomb = << <<(rice(N, 3))/bits>> || N <- [0, 1, 7, 8, 20, 100] >>,
    show({bit_size(Golomb), unrice(Golomb, 3)}),
    Gamma = << <<(gamma(N))/bits>> || N <- lists:seq(1, 20) >>,
    show({bit_size(Gamma), ungamma(Gamma)}),
    Var = << <<(varint(N))/binary>> || N <- [0, 127, 128, 300, 1 bsl 35] >>,
    show({Var, unvarint(Var)}),
    show([zigzag(N) || N <- [0, -1, 1, -2, 2, 1000, -1000]]),
    show([gray(N) || N <- lists:seq(0, 8)]),
    show(reverse_bits(<<1:1, 0:1, 1:1, 1:1, 0:3>>)),
    show([parity(B) || B <- [<<>>, <<1>>, <<3>>, <<255, 1:1>>]]),
    ok.

read(<<>>, []) -> all_read;
read(B, [{V, W} | Rest]) -> case B of <<V:W, More/bits>> -> read(More, Rest); <<X:W, _/bits>> -> {wrong, X, V, W} end.

rice(N, K) -> Q = N bsr K, <<((1 bsl Q) - 1):Q, 0:1, N:K>>.

unrice(<<>>, _) -> [];
unrice(B, K) -> {Q, Rest} = ones(B, 0), <<R:K, More/bits>> = Rest, [(Q bsl K) bor R | unrice(More, K)].

ones(<<1:1, R/bits>>, N) -> ones(R, N + 1);
ones(<<0:1, R/bits>>, N) -> {N, R}.

gamma(N) -> W = length(integer_to_list(N, 2)), <<0:(W - 1), N:W>>.

ungamma(<<>>) -> [];
ungamma(B) -> {Z, _} = zeros(B, 0), <<_:Z, N:(Z + 1), Rest/bits>> = B, [N | ungamma(Rest)].

zeros(<<0:1, R/bits>>, N) -> zeros(R, N + 1);
zeros(R, N) -> {N, R}.

varint(N) when N < 128 -> <<N>>;
varint(N) -> <<1:1, N:7, (varint(N bsr 7))/binary>>.

unvarint(<<>>) -> [];
unvarint(B) -> {N, Rest} = unvarint(B, 0, 0), [N | unvarint(Rest)].

unvarint(<<1:1, X:7, R/binary>>, S, N) -> unvarint(R, S + 7, N bor (X bsl S));
unvarint(<<0:1, X:7, R/binary>>, S, N) -> {N bor (X bsl S), R}.

zigzag(N) -> <<U:32>> = <<((N bsl 1) bxor (N bsr 31)):32>>, U.

gray(N) -> integer_to_list(N bxor (N bsr 1), 2).

reverse_bits(B) -> lists:foldl(fun(X, Acc) -> <<X:1, Acc/bits>> end, <<>>, [X || <<X:1>> <= B]).

parity(B) -> lists:sum([X || <<X:1>> <= B]) rem 2.

show(Term) -> io:format("~0p~n", [Term]).

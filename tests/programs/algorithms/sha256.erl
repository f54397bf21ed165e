%% SHA-256 written out with masks and rotations of 32 bits.
-module(sha256).
-export([start/0]).

start() ->
    erlang:display(hex(hash(<<>>))),
    erlang:display(hex(hash(<<"abc">>))),
    erlang:display(hex(hash(binary:copy(<<"a">>, 119)))),
    ok.

hash(Message) ->
    Bits = bit_size(Message),
    Zeros = (1024 - 65 - Bits rem 512) rem 512,
    blocks(<<Message/binary, 1:1, 0:Zeros, Bits:64>>, initial()).

blocks(<<Block:64/binary, Rest/binary>>, State) ->
    Words = [W || <<W:32>> <= Block],
    Mixed = rounds(constants(), Words, State),
    blocks(Rest, add(State, Mixed));
blocks(<<>>, {A, B, C, D, E, F, G, H}) ->
    <<A:32, B:32, C:32, D:32, E:32, F:32, G:32, H:32>>.

rounds([], _, State) -> State;
rounds([K | Ks], [W0, W1 | _] = Words, {A, B, C, D, E, F, G, H}) ->
    S1 = rotate(E, 6) bxor rotate(E, 11) bxor rotate(E, 25),
    Choice = (E band F) bxor (bnot E band G),
    T1 = H + S1 + Choice + K + W0,
    S0 = rotate(A, 2) bxor rotate(A, 13) bxor rotate(A, 22),
    Majority = (A band B) bxor (A band C) bxor (B band C),
    W9 = lists:nth(10, Words),
    W14 = lists:nth(15, Words),
    G0 = rotate(W1, 7) bxor rotate(W1, 18) bxor (W1 bsr 3),
    G1 = rotate(W14, 17) bxor rotate(W14, 19) bxor (W14 bsr 10),
    Next = mask(W0 + G0 + W9 + G1),
    rounds(Ks, tl(Words) ++ [Next], {mask(T1 + S0 + Majority), A, B, C, mask(D + T1), E, F, G}).

add(A, B) -> list_to_tuple([mask(X + Y) || {X, Y} <- lists:zip(tuple_to_list(A), tuple_to_list(B))]).

rotate(X, N) -> mask((X bsr N) bor (X bsl (32 - N))).

mask(X) -> X band 16#FFFFFFFF.

hex(Binary) -> << <<(digit(N))>> || <<N:4>> <= Binary >>.

digit(N) when N < 10 -> $0 + N;
digit(N) -> $a + N - 10.

initial() -> list_to_tuple([fraction(square, P) || P <- primes(8)]).

constants() -> [fraction(cube, P) || P <- primes(64)].

primes(N) -> lists:sublist([P || P <- lists:seq(2, 311), prime(P, 2)], N).

prime(P, D) when D * D > P -> true;
prime(P, D) -> P rem D =/= 0 andalso prime(P, D + 1).

fraction(square, P) -> mask(root(P bsl 64, 2, 1 bsl 36, 0));
fraction(cube, P) -> mask(root(P bsl 96, 3, 1 bsl 35, 0)).

root(_, _, 0, Root) -> Root;
root(N, Degree, Step, Root) ->
    Try = Root + Step,
    case power(Try, Degree) =< N of
        true -> root(N, Degree, Step bsr 1, Try);
        false -> root(N, Degree, Step bsr 1, Root)
    end.

power(X, 2) -> X * X;
power(X, 3) -> X * X * X.

%% Binaries built by comprehensions, folds and recursion give the same bytes.
-module(binary_accumulation).
-export([start/0]).

start() ->
    N = 300,
    A = << <<(X rem 256)>> || X <- lists:seq(1, N) >>,
    B = lists:foldl(fun(X, Acc) -> <<Acc/binary, (X rem 256)>> end, <<>>, lists:seq(1, N)),
    C = build(1, N, <<>>),
    D = list_to_binary([X rem 256 || X <- lists:seq(1, N)]),
    E = iolist_to_binary([<<(X rem 256)>> || X <- lists:seq(1, N)]),
    F = body(1, N),
    show([X =:= A || X <- [B, C, D, E, F]]),
    show([erlang:crc32(A), byte_size(A)]),
    show(<< <<X:3>> || X <- lists:seq(0, 9) >>),
    show(<< <<X:16/little>> || <<X:16/big>> <= A, X > 65000 >>),
    show(lists:sum([X || <<X>> <= A, X rem 2 =:= 0])),
    show(length([ok || <<0:1, _:7>> <= A])),
    show(<< <<(X bxor 255)>> || <<X>> <= binary:part(A, 0, 10) >>),
    show(<< <<B2/binary, B2/binary>> || <<B2:2/binary>> <= <<"abcdef">> >>),
    show([<<X:Y>> || X <- [5, 10], Y <- [4, 8, 12]]),
    show(<< <<(integer_to_binary(X))/binary, ",">> || X <- [1, 22, 333] >>),
    ok.

build(X, N, Acc) when X > N -> Acc;
build(X, N, Acc) -> build(X + 1, N, <<Acc/binary, (X rem 256)>>).

body(X, N) when X > N -> <<>>;
body(X, N) -> <<(X rem 256), (body(X + 1, N))/binary>>.

show(Term) -> io:format("~0p~n", [Term]).

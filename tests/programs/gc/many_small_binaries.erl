%% Ten thousand small and large binaries made, kept in part, joined and dropped.
-module(many_small_binaries).
-export([start/0]).

start() ->
    Small = [<<N:32>> || N <- lists:seq(1, 10000)],
    show(byte_size(list_to_binary(Small))),
    Kept = [B || <<N:32>> = B <- Small, N rem 1000 =:= 0],
    garbage_collect(),
    show(Kept),
    Large = [binary:copy(<<(N rem 256)>>, 100 + N) || N <- lists:seq(1, 500)],
    Parts = [binary:part(B, 50, 20) || B <- Large],
    garbage_collect(),
    show(erlang:crc32(Parts)),
    show(lists:sum([byte_size(B) || B <- Large])),
    Copies = [binary:copy(P) || P <- Parts],
    show(Copies =:= Parts),
    Joined = iolist_to_binary(lists:join(<<",">>, [integer_to_binary(N) || N <- lists:seq(1, 2000)])),
    show([byte_size(Joined), length(binary:split(Joined, <<",">>, [global]))]),
    show(lists:sum([binary_to_integer(B) || B <- binary:split(Joined, <<",">>, [global])])),
    Self = self(),
    [spawn(fun() -> Self ! {crc, erlang:crc32(B)} end) || B <- lists:sublist(Large, 100)],
    show(lists:sum([receive {crc, C} -> C end || _ <- lists:seq(1, 100)]) =:= lists:sum([erlang:crc32(B) || B <- lists:sublist(Large, 100)])),
    show(churn(200, <<>>)),
    ok.

churn(0, B) -> byte_size(B);
churn(N, B) when N rem 50 =:= 0 -> garbage_collect(), churn(N - 1, <<(binary:part(B, 0, min(10, byte_size(B))))/binary, N>>);
churn(N, B) -> churn(N - 1, <<B/binary, (binary:copy(<<N>>, 100))/binary>>).

show(Term) -> io:format("~0p~n", [Term]).

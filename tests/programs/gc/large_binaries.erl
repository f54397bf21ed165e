%% Large binaries come and go while small parts of them are kept.
-module(large_binaries).
-export([start/0]).

start() ->
    Kept = [part(N) || N <- lists:seq(1, 100)],
    erlang:display(lists:sum([byte_size(P) || P <- Kept])),
    erlang:garbage_collect(),
    erlang:display(lists:nth(42, Kept)),
    Big = binary:copy(<<"0123456789">>, 20000),
    erlang:display(byte_size(Big)),
    Twice = <<Big/binary, Big/binary>>,
    erlang:display({byte_size(Twice), binary:at(Twice, 200001)}),
    erlang:display(churn(200, Big, 0)),
    Self = self(),
    Pids = [spawn(fun() -> Self ! {size, byte_size(Big) + N} end) || N <- lists:seq(1, 20)],
    erlang:display(lists:sum([receive {size, S} -> S end || _ <- Pids])),
    erlang:display(binary:part(Twice, 199998, 4)),
    ok.

part(N) ->
    Whole = binary:copy(<<N>>, 5000),
    <<_:100/binary, Part:10/binary, _/binary>> = Whole,
    Part.

churn(0, _, Sum) -> Sum;
churn(N, Big, Sum) ->
    <<_:N/binary, C, _/binary>> = Big,
    Garbage = <<Big:1000/binary, N:16>>,
    churn(N - 1, Big, Sum + C + byte_size(Garbage)).

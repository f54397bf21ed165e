%% Runs of equal bytes
-module(run_length).
-export([start/0]).

start() ->
    [show({B, encode(B), decode(encode(B)) =:= B}) || B <- [<<>>, <<"a">>, <<"aaabccdddd">>, <<0, 0, 0>>, binary:copy(<<"z">>, 300)]],
    ok.

encode(<<>>) -> <<>>;
encode(<<B, _/binary>> = Bytes) ->
    {N, Rest} = run(Bytes, B, 0),
    <<N, B, (encode(Rest))/binary>>.

run(<<B, R/binary>>, B, N) when N < 255 -> run(R, B, N + 1);
run(R, _, N) -> {N, R}.

decode(Runs) -> << <<(binary:copy(<<B>>, N))/binary>> || <<N, B>> <= Runs >>.

show(Term) -> io:format("~0p~n", [Term]).

%% Six bits at a time
-module(base64_by_hand).
-export([start/0]).

start() ->
    [show({T, encode(T), base64:encode(T) =:= encode(T), decode(encode(T))}) || T <- [<<>>, <<"f">>, <<"fo">>, <<"foo">>, <<"foob">>, <<"fooba">>, <<"foobar">>, <<0, 255, 128>>]],
    ok.

encode(<<A:6, B:6, C:6, D:6, Rest/binary>>) -> <<(sign(A)), (sign(B)), (sign(C)), (sign(D)), (encode(Rest))/binary>>;
encode(<<A:6, B:6, C:4>>) -> <<(sign(A)), (sign(B)), (sign(C bsl 2)), $=>>;
encode(<<A:6, B:2>>) -> <<(sign(A)), (sign(B bsl 4)), $=, $=>>;
encode(<<>>) -> <<>>.

sign(N) -> lists:nth(N + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").

decode(Text) -> base64:decode(Text).

show(Term) -> io:format("~0p~n", [Term]).

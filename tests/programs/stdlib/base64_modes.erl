%% base64: the alphabet for URLs, padding left out, and texts between lists.
-module(base64_modes).
-export([start/0]).

start() ->
    Data = [<<>>, <<255>>, <<255, 239>>, <<251, 255, 191>>, "list", <<0:200>>],
    [io:format("~0p ~0p ~0p~n", [base64:encode(D), base64:encode_to_string(D), base64:decode(base64:encode(D)) =:= iolist_to_binary(D)]) || D <- Data],
    [io:format("~0p~n", [base64:decode_to_string(base64:encode(D))]) || D <- Data],
    io:format("~0p~n", [[base64:decode(T) || T <- ["QUJD", " Q U J D ", "QUJD\n", <<"QUI=">>, <<"QQ==">>, <<"QQ= =">>, "Q\tQ=\r\n="]]]),
    io:format("~0p~n", [[base64:mime_decode(T) || T <- [<<"Q*U!J#D">>, <<"QUI=">>, "Q-U_J~D", <<"QQ==">>]]]),
    io:format("~0p~n", [base64:mime_decode_to_string(<<"SGVsbG8=">>)]),
    io:format("~0p~n", [[try base64:encode(X) catch C:_ -> C end || X <- [a, [a], [-1]]]]),
    io:format("~0p~n", [[try base64:decode(X) catch C:_ -> C end || X <- [a, [a], "QQ=", "Q", "QQ", "Q?==", "=QQQ"]]]),
    io:format("~0p~n", [[byte_size(base64:encode(<<0:(N * 8)>>)) || N <- lists:seq(0, 10)]]),
    io:format("~0p~n", [lists:all(fun(N) -> B = << <<(X * 7 rem 256)>> || X <- lists:seq(1, N) >>, base64:decode(base64:encode(B)) =:= B end, lists:seq(0, 100))]),
    ok.

%% Surrogates in both byte orders
-module(utf16_fields).
-export([start/0]).

start() ->
    Texts = [<<65:16>>, <<16#D83D:16, 16#DE00:16>>, <<16#D83D:16>>, <<16#DE00:16>>, <<16#D83D:16, 65:16>>, <<65>>, <<>>],
    [case T of <<C/utf16, R/binary>> -> show({T, C, R}); _ -> show({T, no}) end || T <- Texts],
    Little = [<<65:16/little>>, <<16#D83D:16/little, 16#DE00:16/little>>, <<16#DE00:16/little>>],
    [case T of <<C/utf16-little, R/binary>> -> show({T, C, R}); _ -> show({T, no}) end || T <- Little],
    [case T of <<C/utf32, _/binary>> -> show(C); _ -> show(no) end || T <- [<<65:32>>, <<16#1F600:32>>, <<1, 2>>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

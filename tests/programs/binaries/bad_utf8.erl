%% Bytes that are no UTF-8
-module(bad_utf8).
-export([start/0]).

start() ->
    Texts = [<<>>, <<65>>, <<128>>, <<16#C3, 16#A4>>, <<16#C3>>, <<16#C0, 16#80>>, <<16#E2, 16#82, 16#AC>>, <<16#E2, 16#82>>, <<16#ED, 16#A0, 16#80>>, <<16#F0, 16#9F, 16#98, 16#80>>, <<16#F4, 16#90, 16#80, 16#80>>, <<16#FF>>],
    [case T of <<C/utf8, R/binary>> -> show({T, C, R}); _ -> show({T, no}) end || T <- Texts],
    [case T of <<_/utf8, R/binary>> -> show(R); _ -> show(no) end || T <- Texts],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Bits that are no float do not match
-module(no_such_floats).
-export([start/0]).

start() ->
    [case B of <<F:64/float>> -> show({float, F}); <<I:64>> -> show({integer, I}) end || B <- [<<0:64>>, <<16#7FF0:16, 0:48>>, <<16#7FF8:16, 0:48>>, <<16#FFF0:16, 0:48>>, <<16#7FEF:16, 16#FFFFFFFFFFFF:48>>]],
    [case B of <<F:32/float>> -> show({float, F}); <<I:32>> -> show({integer, I}) end || B <- [<<0:32>>, <<16#7F80:16, 0:16>>, <<16#7FC0:16, 0:16>>, <<16#3F80:16, 0:16>>]],
    [case B of <<F:16/float>> -> show({float, F}); <<I:16>> -> show({integer, I}) end || B <- [<<0:16>>, <<16#7C00:16>>, <<16#7E00:16>>, <<16#3C00:16>>, <<1:16>>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

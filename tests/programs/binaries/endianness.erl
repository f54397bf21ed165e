%% Big, little and native fields
-module(endianness).
-export([start/0]).

start() ->
    [show({N, <<16#0102030405060708090A:N>>, <<16#0102030405060708090A:N/little>>}) || N <- [4, 8, 12, 16, 20, 24, 32, 40, 64, 72, 80]],
    <<A:24/little, B:24/big>> = <<1, 2, 3, 4, 5, 6>>,
    show({A, B}),
    show(<<1:16/native>> =:= <<1:16/little>> orelse <<1:16/native>> =:= <<1:16/big>>),
    <<C:12/little, _:4>> = <<16#ABCD:16>>,
    show(C),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

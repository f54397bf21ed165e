%% The bits of a binary, backwards
-module(bit_reversal).
-export([start/0]).

start() ->
    [show({B, reversed(B), reversed(reversed(B)) =:= B}) || B <- [<<>>, <<1>>, <<1:1>>, <<"abc">>, <<16#F0F:12>>, <<0:7>>]],
    ok.

reversed(Bits) -> << <<B:1>> || B <- lists:reverse([B || <<B:1>> <= Bits]) >>.

show(Term) -> io:format("~0p~n", [Term]).

%% Signed fields of every width
-module(signed_fields).
-export([start/0]).

start() ->
    [show({N, signed(N, V), unsigned(N, V), signed_little(N, V)}) || N <- [1, 2, 7, 8, 9, 16, 31, 33, 60, 64, 65], V <- [0, 1, -1, 5, -100]],
    ok.

signed(N, V) -> <<X:N/signed>> = <<V:N>>, X.
unsigned(N, V) -> <<X:N/unsigned>> = <<V:N>>, X.
signed_little(N, V) -> <<X:N/signed-little>> = <<V:N/little>>, X.

show(Term) -> io:format("~0p~n", [Term]).

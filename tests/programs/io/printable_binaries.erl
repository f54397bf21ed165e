%% Which binaries ~p shows as text
-module(printable_binaries).
-export([start/0]).

start() ->
    Binaries = [<<>>, <<"abc">>, <<0>>, <<10>>, <<127>>, <<200>>, <<"a", 0>>, <<"日"/utf8>>, <<1:1>>, <<"ab", 1:2>>, <<"\\\"'">>],
    [io:format("~p ~w ~tp~n", [B, B, B]) || B <- Binaries],
    ok.

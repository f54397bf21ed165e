%% Matching integers of many sizes, signed, little, odd, with computed sizes.
-module(match_integers).
-export([start/0, id/1]).

start() ->
    Binary = id(<<16#FE, 16#DC, 16#BA, 16#98, 16#76, 16#54, 16#32, 16#10>>),
    <<A, B/signed, C:16, D:32>> = Binary,
    erlang:display({A, B, C, D}),
    <<E:16/little, F:16/signed-little, G:32/little>> = Binary,
    erlang:display({E, F, G}),
    <<H:64>> = Binary,
    <<I:64/signed>> = Binary,
    <<J:64/little-signed>> = Binary,
    erlang:display({H, I, J}),
    <<K:3, L:5/signed, M:13, N:11/signed, O:32>> = Binary,
    erlang:display({K, L, M, N, O}),
    <<P:12/little, Q:20/little-signed, R/binary>> = Binary,
    erlang:display({P, Q, R}),
    Size = id(24),
    <<S:Size, T:(Size - 8)/little, _/binary>> = Binary,
    erlang:display({S, T}),
    <<Length, Body:(Size div 12)/binary, Rest/bits>> = Binary,
    erlang:display({Length, Body, Rest}),
    <<U:2/unit:9, _/bits>> = Binary,
    erlang:display(U),
    <<V:128>> = <<Binary/binary, Binary/binary>>,
    <<W:128/signed-little>> = <<Binary/binary, Binary/binary>>,
    erlang:display({V, W}),
    erlang:display(try <<_:65>> = Binary catch error:Reason -> Reason end),
    erlang:display(try <<1, _/binary>> = Binary catch error:Other -> Other end),
    ok.

id(X) -> X.

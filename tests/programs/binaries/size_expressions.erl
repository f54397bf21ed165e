%% Sizes and units computed in constructions and matches, and a packet format.
-module(size_expressions).
-export([start/0, id/1]).

start() ->
    N = id(3),
    erlang:display(<<1:(N + 5), 2:(N * 8), 3:N/unit:8>>),
    <<A:(N * 4), B:(N + 1), Rest/bits>> = id(<<1, 2, 3, 4>>),
    erlang:display({A, B, Rest}),
    <<C:N/binary-unit:4, D/bits>> = id(<<1, 2, 3>>),
    erlang:display({C, D}),
    <<S:4, X:S, Y:(8 - S - 4 + 8)/integer>> = id(<<16#34, 16#56>>),
    erlang:display({S, X, Y}),
    Packet = encode(7, <<"hello">>, [1, 2, 3, 4]),
    erlang:display(Packet),
    erlang:display(decode(Packet)),
    erlang:display(decode(<<Packet/binary, 0>>)),
    erlang:display(decode(binary_part(Packet, 0, 5))),
    erlang:display(<<(id(<<1, 2, 3>>)):2/binary>>),
    erlang:display(catch_error(fun() -> <<(id(<<1>>)):2/binary>> end)),
    erlang:display(<<(id(<<1, 2:4>>)):9/bits>>),
    erlang:display([<<1:S2>> || S2 <- [1, 2, 7, 8, 9, 17]]),
    erlang:display([<<-1:S2/little>> || S2 <- [1, 2, 7, 8, 9, 17]]),
    ok.

encode(Type, Name, Numbers) ->
    Size = byte_size(Name),
    Width = 12,
    <<Type:4, Size:12, Name:Size/binary, (length(Numbers)), Width, << <<V:Width>> || V <- Numbers >>/bits>>.

decode(<<Type:4, Size:12, Name:Size/binary, Count, Width, Body:(Count * Width)/bits>>) ->
    {Type, Name, [V || <<V:Width>> <= Body]};
decode(<<Type:4, _:12, _/bits>>) ->
    {malformed, Type}.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

%% utf8, utf16 and utf32 segments, made and matched, valid and not.
-module(utf_segments).
-export([start/0, id/1]).

start() ->
    Points = [id($a), 16#e9, 16#3bb, 16#20ac, 16#10ffff, 16#1f600, 0, 16#7f, 16#80, 16#7ff, 16#800, 16#ffff, 16#10000],
    [erlang:display({C, <<C/utf8>>, <<C/utf16>>, <<C/utf16-little>>, <<C/utf32>>, <<C/utf32-little>>})
     || C <- Points],
    Eight = << <<C/utf8>> || C <- Points >>,
    true = [C || <<C/utf8>> <= Eight] =:= Points,
    Sixteen = << <<C/utf16-little>> || C <- Points >>,
    true = [C || <<C/utf16-little>> <= Sixteen] =:= Points,
    erlang:display({byte_size(Eight), byte_size(Sixteen), count(Eight, 0)}),
    erlang:display([decode(B) || B <- [<<"abc">>, <<16#c3, 16#a9>>, <<16#c3>>, <<16#ff>>, <<16#c0, 16#80>>,
                                       <<16#ed, 16#a0, 16#80>>, <<16#f4, 16#90, 16#80, 16#80>>, <<>>]]),
    erlang:display([decode16(B) || B <- [<<16#d8, 0, 16#dc, 0>>, <<16#d8, 0>>, <<16#dc, 0, 0, 1>>, <<0, 97>>]]),
    erlang:display([catch_error(fun() -> <<C/utf8>> end) || C <- [16#d800, 16#110000, -1, a]]),
    <<"\x{e9}t\x{e9}"/utf8, Rest/binary>> = id(<<16#c3, 16#a9, $t, 16#c3, 16#a9, $!>>),
    erlang:display(Rest),
    <<Odd:3, C/utf8, _/bits>> = <<5:3, 16#20ac/utf8, 0:5>>,
    erlang:display({Odd, C}),
    ok.

count(<<>>, N) -> N;
count(<<_/utf8, Rest/binary>>, N) -> count(Rest, N + 1).

decode(<<C/utf8, Rest/binary>>) -> {C, Rest};
decode(Other) -> {invalid, byte_size(Other)}.

decode16(<<C/utf16, Rest/binary>>) -> {C, Rest};
decode16(Other) -> {invalid, byte_size(Other)}.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

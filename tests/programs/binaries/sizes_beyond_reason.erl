%% Segments larger than any binary: they match nothing and cannot be made.
-module(sizes_beyond_reason).
-export([start/0]).

start() ->
    [erlang:display(match(Bits)) || Bits <- [<<>>, <<1>>, <<0:64>>, <<1:1>>]],
    [erlang:display(sized(<<1, 2, 3>>, Size)) || Size <- [0, 8, 25, -1, 1 bsl 31, 1 bsl 62, 1 bsl 64, a]],
    [erlang:display(made(Size)) || Size <- [0, -1, a, 1.0, 1 bsl 70]],
    ok.

match(<<_:1161327618552356532, _/bits>>) -> huge;
match(<<_:(1 bsl 40)/binary-unit:8>>) -> huge_binary;
match(<<5:5000000000, _/bits>>) -> huge_value;
match(<<X:1, _/bits>>) -> {bit, X};
match(_) -> nothing.

sized(Bits, Size) ->
    case Bits of
        <<X:Size, _/bits>> -> {integer, X};
        <<X:Size/binary, _/bits>> -> {binary, X};
        _ -> no
    end.

made(Size) ->
    try <<1:Size>> of
        Bits -> bit_size(Bits)
    catch
        error:Reason -> Reason
    end.

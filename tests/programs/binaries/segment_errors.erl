%% Segments that cannot be made: values and sizes of every wrong kind.
-module(segment_errors).
-export([start/0]).

start() ->
    Sizes = [0, 3, 16, 32, -1, a, 1.0, 1 bsl 70, -(1 bsl 70)],
    [erlang:display({integer, V, S, made(fun() -> <<V:S>> end)}) || V <- [5, -5, 1 bsl 66, a, 1.5], S <- Sizes],
    [erlang:display({little, V, S, made(fun() -> <<1:1, V:S/little>> end)}) || V <- [5, <<>>], S <- Sizes],
    [erlang:display({float, V, S, made(fun() -> <<V:S/float>> end)}) || V <- [1, 1.5, a], S <- [24, 64 | Sizes]],
    [erlang:display({binary, V, S, made(fun() -> <<V:S/binary>> end)}) ||
        V <- [<<"abc">>, <<1, 2, 3, 4:5>>, a], S <- Sizes],
    [erlang:display({bits, V, S, made(fun() -> <<0:2, V:S/bits>> end)}) || V <- [<<1, 2, 3:5>>, []], S <- Sizes],
    [erlang:display({whole, V, made(fun() -> <<V/binary>> end), made(fun() -> <<V/binary, 1>> end),
                     made(fun() -> <<1, V/binary>> end), made(fun() -> <<1, V/bits>> end)}) ||
        V <- [<<>>, <<7>>, <<7:3>>, <<7:11>>, x]],
    [erlang:display({utf, V, made(fun() -> <<V/utf8>> end), made(fun() -> <<V/utf16>> end),
                     made(fun() -> <<1:4, V/utf32>> end), made(fun() -> <<"a", V/utf16-little>> end)}) ||
        V <- [$a, 16#d7ff, 16#d800, 16#dfff, 16#e000, 16#10ffff, 16#110000, -1, 1 bsl 70, 1.0, a]],
    [erlang:display({guard, V, S, guarded(V, S)}) || V <- [1, a, <<1>>], S <- [8, -1, a, 1 bsl 70]],
    erlang:display(made(fun() -> <<(id(1.0e300)):32/float>> end)),
    erlang:display(made(fun() -> <<(id(1 bsl 2000)):64/float>> end)),
    erlang:display(made(fun() -> <<0:(id(1 bsl 60)), 0:(id(1 bsl 60)), 0:(id(1 bsl 61))/unit:8>> end)),
    [erlang:display({matched, S, matched(S)}) || S <- [7, 64, 65 | Sizes]],
    ok.

made(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

guarded(V, S) when <<V:S>> =:= <<1>> -> one;
guarded(V, S) when bit_size(<<V:S>>) > 8 -> longer;
guarded(V, _) when <<V/binary, 1>> =:= <<1, 1>> -> two;
guarded(_, _) -> none.

matched(S) ->
    Bits = <<1, 2, 3, 4, 5, 6, 7, 8, 9, 1:1>>,
    [case Bits of <<A:S, _/bits>> -> A; _ -> no end,
     case Bits of <<A:S/signed-little, _/bits>> -> A; _ -> no end,
     case Bits of <<A:S/float, _/bits>> -> A; _ -> no end,
     case Bits of <<A:S/binary, _/bits>> -> A; _ -> no end,
     case Bits of <<_:3, A:S/bits, _/bits>> -> A; _ -> no end,
     case Bits of <<_:S, A:5, _/bits>> -> A; _ -> no end].

id(X) -> X.

%% Sizes in matches that no bitstring has, and 64 bits do not hold.
-module(huge_sizes).
-export([start/0]).

start() ->
    [print(match(Bits)) || Bits <- [<<>>, <<1:5>>, <<1>>, <<2, 3>>, <<1, 2, 3, 4, 5>>]],
    ok.

print(Term) ->
    io:format("~w~n", [Term]).

match(Bits) ->
    [integer(Bits), skipped(Bits), bytes(Bits), computed(Bits), units(Bits), caught(Bits)].

integer(<<A, _:16#bd67fec3ffc57fb1f796f, B>>) -> {A, B};
integer(<<_:16#8000000000000000, _/bits>>) -> more;
integer(<<A:5, _:3>>) -> {five, A};
integer(_) -> no.

skipped(Bits) ->
    case Bits of
        <<_:1, _:16#10000000000000000, Rest/bits>> -> Rest;
        <<_:16#ffffffffffffffff>> -> less;
        <<A/utf8, B:16#bd67fec3ffc57fb1f796f>> -> {A, B};
        <<_:16#100000000, A/bits>> -> A;
        _ -> no
    end.

bytes(Bits) ->
    Size = -9 * -9223372036854775808,
    case Bits of
        <<_:1/native, A:Size/binary>> -> A;
        <<A:(Size div 64)/binary, _/bits>> -> A;
        <<A:9/bits, _:7>> -> A;
        _ -> no
    end.

computed(Bits) ->
    Size = id(1 bsl 70),
    case Bits of
        <<A:Size, _/bits>> -> A;
        <<A:Size/binary>> -> A;
        <<_:8, A:(Size div 3)/bits, B/bits>> -> {A, B};
        <<A:(Size bsr 68), _/bits>> -> A;
        _ -> no
    end.

units(<<_:16#1000000000000000/binary-unit:256, _/bits>>) -> many;
units(<<_:16#fffffffffffffff/unit:255>>) -> less;
units(<<A:1/unit:8, _/bits>>) -> A;
units(_) -> no.

caught(Bits) ->
    try
        <<A:16#123456789abcdef0123456789abcdef>> = Bits,
        A
    catch
        error:{badmatch, Bits} -> badmatch
    end.

id(Term) -> Term.

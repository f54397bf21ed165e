%% Conversion between lists of code points and encoded binaries.
%%
%% Input is characters in the sense of OTP: code points and binaries in lists of any depth, the binaries in an input
%% encoding: latin1, utf8 (also called unicode), utf16, utf32, {utf16, big | little}, {utf32, big | little}.
%%
%% Invariant: a character may be spread over neighbouring binaries.
%% Invariant: {error | incomplete, Converted, Rest} has as Rest what was not converted, nested as the input was.
%%
%% Absent on purpose: the normal forms (characters_to_nfc_list/1 and its like): their tables weigh more than the rest.
-module(unicode).

-export([characters_to_list/1, characters_to_list/2, characters_to_binary/1, characters_to_binary/2,
         characters_to_binary/3, bom_to_encoding/1, encoding_to_bom/1, bin_is_7bit/1]).
%% Where characters_to_list/2, which is native, goes on for encodings it does not know.
-export([other_characters_to_list/2]).

%% With its module's name a function is the native one.
characters_to_list(Data) ->
    unicode:characters_to_list(Data, unicode).

characters_to_list(Data, Encoding) ->
    other_characters_to_list(Data, Encoding).

other_characters_to_list(Data, Encoding) ->
    case convert(Data, input(Encoding), list) of
        badarg -> erlang:error(badarg, [Data, Encoding]);
        Result -> Result
    end.

characters_to_binary(Data) ->
    unicode:characters_to_binary(Data, unicode).

characters_to_binary(Data, Encoding) ->
    characters_to_binary(Data, Encoding, unicode).

characters_to_binary(Data, From, To) ->
    case {input(From), input(To)} of
        {utf8, utf8} when is_binary(Data) ->
            case is_utf8(Data) of
                true -> Data;
                false -> unicode:characters_to_binary(Data, utf8)
            end;
        {latin1, latin1} when is_binary(Data) ->
            Data;
        {Input, utf8} when Input =:= utf8; Input =:= latin1 ->
            unicode:characters_to_binary(Data, Input);
        {Input, Output} ->
            case convert(Data, Input, Output) of
                badarg -> erlang:error(badarg, [Data, From, To]);
                Result -> Result
            end
    end.

input(unicode) -> utf8;
input(utf8) -> utf8;
input(latin1) -> latin1;
input(utf16) -> utf16;
input({utf16, big}) -> utf16;
input({utf16, little}) -> utf16_little;
input(utf32) -> utf32;
input({utf32, big}) -> utf32;
input({utf32, little}) -> utf32_little;
input(_) -> badarg.

is_utf8(<<C, Rest/binary>>) when C < 128 -> is_utf8(Rest);
is_utf8(<<_/utf8, Rest/binary>>) -> is_utf8(Rest);
is_utf8(<<>>) -> true;
is_utf8(_) -> false.

convert(_, badarg, _) -> badarg;
convert(_, _, badarg) -> badarg;
convert(Data, Input, Output) -> data(Data, [], <<>>, Input, Output, start(Output)).

start(list) -> [];
start(_) -> <<>>.

finish(Converted, list) -> lists:reverse(Converted);
finish(Converted, _) -> Converted.

%% The walk. Tails are what follows the lists we are in; Pending the beginning of a character from a binary before.

data([C | _], _, <<>>, _, latin1, _) when is_integer(C), C < 0 ->
    badarg;
data([C | Tail], Tails, <<>>, Input, Output, Seen) when is_integer(C) ->
    case C >= 0 andalso (Input =/= latin1 orelse C =< 255) andalso emit(Output, C, Seen) of
        false -> failed([[C] | Tail], Tails, Output, Seen);
        More -> data(Tail, Tails, <<>>, Input, Output, More)
    end;
data([C | _] = List, Tails, Pending, _, Output, Seen) when is_integer(C) ->
    failed([Pending | List], Tails, Output, Seen);
data([Binary | Tail], Tails, Pending, Input, Output, Seen) when is_binary(Binary) ->
    case bytes(joined(Pending, Binary), Input, Output, Seen) of
        {done, Left, More} -> data(Tail, Tails, Left, Input, Output, More);
        {invalid, _, Seen} when Pending =/= <<>> -> failed(ended(Pending, Binary, Input, Tail), Tails, Output, Seen);
        {invalid, Left, More} -> failed([Left | Tail], Tails, Output, More)
    end;
data([Inner | Tail], Tails, Pending, Input, Output, Seen) when is_list(Inner) ->
    data(Inner, [Tail | Tails], Pending, Input, Output, Seen);
data([], [Tail | Tails], Pending, Input, Output, Seen) ->
    data(Tail, Tails, Pending, Input, Output, Seen);
data([], [], <<>>, _, Output, Seen) ->
    finish(Seen, Output);
data([], [], Pending, Input, Output, Seen) ->
    case is_completable(Pending, Input) of
        true -> {incomplete, finish(Seen, Output), Pending};
        false -> {error, finish(Seen, Output), Pending}
    end;
data(Binary, Tails, Pending, Input, Output, Seen) when is_binary(Binary) ->
    case bytes(joined(Pending, Binary), Input, Output, Seen) of
        {done, Left, More} -> data([], Tails, Left, Input, Output, More);
        {invalid, _, Seen} when Pending =/= <<>> -> failed(ended(Pending, Binary, Input, []), Tails, Output, Seen);
        {invalid, Left, More} -> failed(Left, Tails, Output, More)
    end;
data(_, _, _, _, _, _) ->
    badarg.

joined(<<>>, Binary) -> Binary;
joined(Pending, Binary) -> <<Pending/binary, Binary/binary>>.

failed(Rest, Tails, Output, Seen) ->
    {error, finish(Seen, Output), lists:foldl(fun(Tail, Inner) -> [Inner | Tail] end, Rest, Tails)}.

%% What was begun takes as much of the binary as it needed.
ended(Pending, Binary, Input, Tail) ->
    Missing = size_of(Pending, Input) - byte_size(Pending),
    <<End:Missing/binary, Rest/binary>> = Binary,
    [<<Pending/binary, End/binary>>, Rest | Tail].

%% {done, BytesOfAnUnfinishedCharacter, Seen} or {invalid, Rest, Seen}.

bytes(<<C, Rest/binary>>, utf8, list, Seen) when C < 128 ->
    bytes(Rest, utf8, list, [C | Seen]);
bytes(<<>>, _, _, Seen) ->
    {done, <<>>, Seen};
bytes(Bytes, Input, Output, Seen) ->
    case decode(Bytes, Input) of
        {C, Rest} ->
            case emit(Output, C, Seen) of
                false -> {invalid, Bytes, Seen};
                More -> bytes(Rest, Input, Output, More)
            end;
        incomplete ->
            case Input =/= utf8 orelse is_completable(Bytes, utf8) of
                true -> {done, Bytes, Seen};
                false -> {invalid, Bytes, Seen}
            end;
        invalid ->
            {invalid, Bytes, Seen}
    end.

decode(<<C, Rest/binary>>, latin1) -> {C, Rest};
decode(<<C/utf8, Rest/binary>>, utf8) -> {C, Rest};
decode(<<C/utf16, Rest/binary>>, utf16) -> {C, Rest};
decode(<<C/utf16-little, Rest/binary>>, utf16_little) -> {C, Rest};
decode(<<C/utf32, Rest/binary>>, utf32) -> {C, Rest};
decode(<<C/utf32-little, Rest/binary>>, utf32_little) -> {C, Rest};
%% Bytes that are no character are the beginning of one only while there are too few of them.
decode(Bytes, Input) ->
    case byte_size(Bytes) < size_of(Bytes, Input) of
        true -> incomplete;
        false -> invalid
    end.

size_of(<<First, _/binary>>, utf8) -> utf8_size(First);
size_of(<<High:16, _/binary>>, utf16) -> utf16_size(High);
size_of(<<High:16/little, _/binary>>, utf16_little) -> utf16_size(High);
size_of(_, Input) when Input =:= utf16; Input =:= utf16_little -> 2;
size_of(_, _) -> 4.

utf8_size(First) when First >= 16#F0, First =< 16#F7 -> 4;
utf8_size(First) when First >= 16#E0, First < 16#F0 -> 3;
utf8_size(First) when First >= 16#C0, First < 16#E0 -> 2;
utf8_size(_) -> 1.

utf16_size(High) when High >= 16#D800, High =< 16#DBFF -> 4;
utf16_size(_) -> 2.

%% Whether the bytes left at the end could still become a character.
is_completable(<<_, Rest/binary>>, utf8) -> lists:all(fun is_continuation/1, binary_to_list(Rest));
is_completable(<<_, _, Third>>, utf16) -> Third >= 16#DC andalso Third =< 16#DF;
is_completable(<<First, _/binary>>, utf32) when First > 0 -> false;
is_completable(<<0, Second, _/binary>>, utf32) when Second > 16#10 -> false;
is_completable(<<0, 0, Third>>, utf32) -> Third < 16#D8 orelse Third > 16#DF;
is_completable(<<_, _, Third>>, utf32_little) -> Third =< 16#10;
is_completable(_, _) -> true.

is_continuation(Byte) -> Byte >= 16#80 andalso Byte =< 16#BF.

%% One more character, or false when it is none or the encoding has no place for it.
emit(latin1, C, Seen) when C =< 255 -> <<Seen/binary, C>>;
emit(latin1, _, _) -> false;
emit(_, C, _) when C > 16#10FFFF; C >= 16#D800, C =< 16#DFFF -> false;
emit(list, C, Seen) -> [C | Seen];
emit(utf8, C, Seen) -> <<Seen/binary, C/utf8>>;
emit(utf16, C, Seen) -> <<Seen/binary, C/utf16>>;
emit(utf16_little, C, Seen) -> <<Seen/binary, C/utf16-little>>;
emit(utf32, C, Seen) -> <<Seen/binary, C/utf32>>;
emit(utf32_little, C, Seen) -> <<Seen/binary, C/utf32-little>>.

%% Byte order marks.

bom_to_encoding(<<239, 187, 191, _/binary>>) -> {utf8, 3};
bom_to_encoding(<<0, 0, 254, 255, _/binary>>) -> {{utf32, big}, 4};
bom_to_encoding(<<255, 254, 0, 0, _/binary>>) -> {{utf32, little}, 4};
bom_to_encoding(<<254, 255, _/binary>>) -> {{utf16, big}, 2};
bom_to_encoding(<<255, 254, _/binary>>) -> {{utf16, little}, 2};
bom_to_encoding(Bytes) when is_binary(Bytes) -> {latin1, 0}.

encoding_to_bom(unicode) -> <<239, 187, 191>>;
encoding_to_bom(utf8) -> <<239, 187, 191>>;
encoding_to_bom(utf16) -> <<254, 255>>;
encoding_to_bom({utf16, big}) -> <<254, 255>>;
encoding_to_bom({utf16, little}) -> <<255, 254>>;
encoding_to_bom(utf32) -> <<0, 0, 254, 255>>;
encoding_to_bom({utf32, big}) -> <<0, 0, 254, 255>>;
encoding_to_bom({utf32, little}) -> <<255, 254, 0, 0>>;
encoding_to_bom(latin1) -> <<>>.

bin_is_7bit(<<C, Rest/binary>>) when C < 128 -> bin_is_7bit(Rest);
bin_is_7bit(<<>>) -> true;
bin_is_7bit(Bytes) when is_binary(Bytes) -> false.

%% Searching, cutting and converting binaries. Searching itself is native.
%%
%% A pattern is a binary, a list of binaries, or what compile_pattern/1 made of one. Where several patterns match at
%% one place the longest counts. Options are {scope, {Start, Length}}, global, trim and trim_all.
%%
%% Invariant: a part {Start, Length} with a negative length ends where it starts.
-module(binary).

-export([copy/1, copy/2, referenced_byte_size/1]).
-export([at/2, first/1, last/1, part/2, part/3, bin_to_list/1, bin_to_list/2, bin_to_list/3, list_to_bin/1,
         longest_common_prefix/1, longest_common_suffix/1, encode_unsigned/1, encode_unsigned/2, decode_unsigned/1,
         decode_unsigned/2, encode_hex/1, encode_hex/2, decode_hex/1, compile_pattern/1, match/2, match/3, matches/2,
         matches/3, split/2, split/3, replace/3, replace/4, join/2]).

%% Natives.

copy(_Binary) -> erlang:nif_error(undef).
copy(_Binary, _Count) -> erlang:nif_error(undef).
referenced_byte_size(_Binary) -> erlang:nif_error(undef).

%% Parts.

at(Binary, Place) when is_binary(Binary), is_integer(Place), Place >= 0, Place < byte_size(Binary) ->
    <<_:Place/binary, Byte, _/binary>> = Binary,
    Byte;
at(Binary, Place) ->
    erlang:error(badarg, [Binary, Place]).

first(<<Byte, _/binary>>) -> Byte;
first(Binary) -> erlang:error(badarg, [Binary]).

last(Binary) when is_binary(Binary), byte_size(Binary) > 0 -> at(Binary, byte_size(Binary) - 1);
last(Binary) -> erlang:error(badarg, [Binary]).

part(Binary, {Start, Length}) -> part(Binary, Start, Length);
part(Binary, Part) -> erlang:error(badarg, [Binary, Part]).

part(Binary, Start, Length) ->
    try
        binary_part(Binary, Start, Length)
    catch
        error:badarg -> erlang:error(badarg, [Binary, Start, Length])
    end.

bin_to_list(Binary) when is_binary(Binary) -> binary_to_list(Binary);
bin_to_list(Binary) -> erlang:error(badarg, [Binary]).

bin_to_list(Binary, {Start, Length}) -> bin_to_list(Binary, Start, Length);
bin_to_list(Binary, Part) -> erlang:error(badarg, [Binary, Part]).

bin_to_list(Binary, Start, Length) ->
    binary_to_list(part(Binary, Start, Length)).

list_to_bin(List) when is_list(List) ->
    try
        list_to_binary(List)
    catch
        error:badarg -> erlang:error(badarg, [List])
    end;
list_to_bin(List) ->
    erlang:error(badarg, [List]).

longest_common_prefix([First | Rest] = Binaries) when is_binary(First) ->
    try
        lists:foldl(fun(Binary, Length) -> common_prefix(First, Binary, 0, Length) end, byte_size(First), Rest)
    catch
        error:_ -> erlang:error(badarg, [Binaries])
    end;
longest_common_prefix(Binaries) ->
    erlang:error(badarg, [Binaries]).

common_prefix(A, B, Length, Most) when Length < Most, Length < byte_size(B) ->
    case binary:at(A, Length) =:= binary:at(B, Length) of
        true -> common_prefix(A, B, Length + 1, Most);
        false -> Length
    end;
common_prefix(_, B, Length, _) when is_binary(B) ->
    Length.

longest_common_suffix([First | Rest] = Binaries) when is_binary(First) ->
    try
        lists:foldl(fun(Binary, Length) -> common_suffix(First, Binary, 0, Length) end, byte_size(First), Rest)
    catch
        error:_ -> erlang:error(badarg, [Binaries])
    end;
longest_common_suffix(Binaries) ->
    erlang:error(badarg, [Binaries]).

common_suffix(A, B, Length, Most) when Length < Most, Length < byte_size(B) ->
    case binary:at(A, byte_size(A) - Length - 1) =:= binary:at(B, byte_size(B) - Length - 1) of
        true -> common_suffix(A, B, Length + 1, Most);
        false -> Length
    end;
common_suffix(_, B, Length, _) when is_binary(B) ->
    Length.

%% Numbers and digits.

encode_unsigned(Number) ->
    encode_unsigned(Number, big).

encode_unsigned(Number, Endianness) when is_integer(Number), Number >= 0 ->
    Bytes = byte_count(Number, 1),
    case Endianness of
        big -> <<Number:Bytes/unit:8>>;
        little -> <<Number:Bytes/little-unit:8>>;
        _ -> erlang:error(badarg, [Number, Endianness])
    end;
encode_unsigned(Number, Endianness) ->
    erlang:error(badarg, [Number, Endianness]).

byte_count(Number, Count) when Number < 256 -> Count;
byte_count(Number, Count) when Number < 1 bsl 64 -> byte_count(Number bsr 8, Count + 1);
byte_count(Number, Count) -> byte_count(Number bsr 56, Count + 7).

decode_unsigned(Binary) ->
    decode_unsigned(Binary, big).

decode_unsigned(Binary, Endianness) when is_binary(Binary) ->
    Bytes = byte_size(Binary),
    case Endianness of
        big ->
            <<Number:Bytes/unit:8>> = Binary,
            Number;
        little ->
            <<Number:Bytes/little-unit:8>> = Binary,
            Number;
        _ ->
            erlang:error(badarg, [Binary, Endianness])
    end;
decode_unsigned(Binary, Endianness) ->
    erlang:error(badarg, [Binary, Endianness]).

encode_hex(Binary) ->
    encode_hex(Binary, uppercase).

encode_hex(Binary, Case) when is_binary(Binary), Case =:= uppercase; is_binary(Binary), Case =:= lowercase ->
    << <<(hex_digit(High, Case)), (hex_digit(Low, Case))>> || <<High:4, Low:4>> <= Binary >>;
encode_hex(Binary, Case) ->
    erlang:error(badarg, [Binary, Case]).

hex_digit(N, _) when N < 10 -> $0 + N;
hex_digit(N, uppercase) -> $A + N - 10;
hex_digit(N, lowercase) -> $a + N - 10.

decode_hex(Text) when is_binary(Text), byte_size(Text) rem 2 =:= 0 ->
    try
        << <<(hex_value(High)):4, (hex_value(Low)):4>> || <<High, Low>> <= Text >>
    catch
        error:_ -> erlang:error(badarg, [Text])
    end;
decode_hex(Text) ->
    erlang:error(badarg, [Text]).

hex_value(C) when C >= $0, C =< $9 -> C - $0;
hex_value(C) when C >= $A, C =< $F -> C - $A + 10;
hex_value(C) when C >= $a, C =< $f -> C - $a + 10.

%% Searching.

compile_pattern(_Pattern) -> erlang:nif_error(undef).

match(_Binary, _Pattern) -> erlang:nif_error(undef).
match(_Binary, _Pattern, _Options) -> erlang:nif_error(undef).

matches(_Binary, _Pattern) -> erlang:nif_error(undef).
matches(_Binary, _Pattern, _Options) -> erlang:nif_error(undef).

%% Cutting at matches.

split(_Binary, _Pattern) -> erlang:nif_error(undef).
split(_Binary, _Pattern, _Options) -> erlang:nif_error(undef).

replace(Binary, Pattern, Replacement) ->
    replace(Binary, Pattern, Replacement, []).

replace(Binary, Pattern, Replacement, Options) when is_binary(Replacement); is_function(Replacement, 1) ->
    case options(Options, {first, [], []}) of
        badarg ->
            erlang:error(badarg, [Binary, Pattern, Replacement, Options]);
        {How, Scope, Flags} ->
            try parts(Binary, Pattern, Scope, How) of
                Parts -> replaced(Binary, Parts, insertion(Replacement, Flags, [Binary, Pattern, Replacement, Options]))
            catch
                badarg -> erlang:error(badarg, [Binary, Pattern, Replacement, Options])
            end
    end;
replace(Binary, Pattern, Replacement, Options) ->
    erlang:error(badarg, [Binary, Pattern, Replacement, Options]).

%% The parts that match: the first, or all of them. An error of the search is thrown, that of a fun is not.
parts(Binary, Pattern, Scope, How) ->
    try
        case How of
            all -> matches(Binary, Pattern, Scope);
            first -> [Part || Part <- [match(Binary, Pattern, Scope)], Part =/= nomatch]
        end
    catch
        error:badarg -> throw(badarg)
    end.

%% {first | all, options for a search, other options}.
options([global | Rest], {_, Scope, Flags}) -> options(Rest, {all, Scope, Flags});
options([{scope, _} = Option | Rest], {How, _, Flags}) -> options(Rest, {How, [Option], Flags});
options([{insert_replaced, _} = Flag | Rest], {How, Scope, _}) -> options(Rest, {How, Scope, [Flag]});
options([], Settings) -> Settings;
options(_, _) -> badarg.

%% A fun of the text that is replaced.
insertion(Replacement, _, _) when is_function(Replacement) ->
    Replacement;
insertion(Replacement, [], _) ->
    fun(_) -> Replacement end;
insertion(Replacement, [{insert_replaced, Places}], Arguments) ->
    Sorted = lists:sort(if is_list(Places) -> Places; true -> [Places] end),
    IsInside = fun(Place) -> is_integer(Place) andalso Place >= 0 andalso Place =< byte_size(Replacement) end,
    case lists:all(IsInside, Sorted) of
        true -> fun(Text) -> iolist_to_binary(inserted(Sorted, 0, Replacement, Text)) end;
        false -> erlang:error(badarg, Arguments)
    end.

inserted([Place | Places], Before, Replacement, Text) ->
    [binary_part(Replacement, Before, Place - Before), Text | inserted(Places, Place, Replacement, Text)];
inserted([], Before, Replacement, _) ->
    [binary_part(Replacement, Before, byte_size(Replacement) - Before)].

replaced(Binary, Parts, Insertion) ->
    iolist_to_binary(replaced(Binary, 0, Parts, Insertion)).

replaced(Binary, Place, [{Start, Length} | Parts], Insertion) ->
    [binary_part(Binary, Place, Start - Place), Insertion(binary_part(Binary, Start, Length))
     | replaced(Binary, Start + Length, Parts, Insertion)];
replaced(Binary, Place, [], _) ->
    [binary_part(Binary, Place, byte_size(Binary) - Place)].

join([First | Rest], Separator) when is_binary(Separator) ->
    iolist_to_binary([First | [[Separator, Binary] || Binary <- Rest]]);
join([], Separator) when is_binary(Separator) ->
    <<>>.

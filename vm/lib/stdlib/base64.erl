%% Base 64 as RFC 4648 defines it.
%%
%% Options are #{mode => standard | urlsafe, padding => boolean()}.
%%
%% Invariant: decode skips white space and refuses other strangers; mime_decode skips every stranger.
-module(base64).

-export([encode/1, encode/2, encode_to_string/1, encode_to_string/2, decode/1, decode/2, decode_to_string/1,
         decode_to_string/2, mime_decode/1, mime_decode/2, mime_decode_to_string/1, mime_decode_to_string/2]).

encode(Data) ->
    encode(Data, #{}).

encode(Data, Options) when is_list(Data) ->
    encode(list_to_binary(Data), Options);
encode(Data, Options) when is_binary(Data) ->
    encode(Data, maps:get(mode, Options, standard), maps:get(padding, Options, true), <<>>).

encode(<<A:6, B:6, C:6, D:6, Rest/binary>>, Mode, Padding, Text) ->
    encode(Rest, Mode, Padding,
           <<Text/binary, (digit(A, Mode)), (digit(B, Mode)), (digit(C, Mode)), (digit(D, Mode))>>);
encode(<<A:6, B:6, C:4>>, Mode, Padding, Text) ->
    padded(<<Text/binary, (digit(A, Mode)), (digit(B, Mode)), (digit(C bsl 2, Mode))>>, <<"=">>, Padding);
encode(<<A:6, B:2>>, Mode, Padding, Text) ->
    padded(<<Text/binary, (digit(A, Mode)), (digit(B bsl 4, Mode))>>, <<"==">>, Padding);
encode(<<>>, _, _, Text) ->
    Text.

padded(Text, Pad, true) -> <<Text/binary, Pad/binary>>;
padded(Text, _, false) -> Text.

digit(N, _) when N < 26 -> $A + N;
digit(N, _) when N < 52 -> $a + N - 26;
digit(N, _) when N < 62 -> $0 + N - 52;
digit(62, standard) -> $+;
digit(63, standard) -> $/;
digit(62, urlsafe) -> $-;
digit(63, urlsafe) -> $_.

encode_to_string(Data) ->
    encode_to_string(Data, #{}).

encode_to_string(Data, Options) ->
    binary_to_list(encode(Data, Options)).

decode(Text) ->
    decode(Text, #{}).

decode(Text, Options) when is_list(Text) ->
    decode(list_to_binary(Text), Options);
decode(Text, Options) when is_binary(Text) ->
    Mode = maps:get(mode, Options, standard),
    strict(Text, Mode, maps:get(padding, Options, true), [], <<>>).

decode_to_string(Text) ->
    decode_to_string(Text, #{}).

decode_to_string(Text, Options) ->
    binary_to_list(decode(Text, Options)).

%% Digits are gathered, last first, until there are four.
strict(<<C, Rest/binary>>, Mode, Padding, Digits, Data) ->
    case value(C, Mode) of
        white -> strict(Rest, Mode, Padding, Digits, Data);
        equal_sign -> strict_end(<<C, Rest/binary>>, Digits, Data);
        bad -> erlang:error({badarg, C});
        Value -> strict_digit(Rest, Mode, Padding, [Value | Digits], Data)
    end;
strict(<<>>, _, _, [], Data) ->
    Data;
strict(<<>>, _, false, Digits, Data) ->
    last(Digits, Data);
strict(<<>>, _, true, _, _) ->
    erlang:error(missing_padding).

strict_digit(Rest, Mode, Padding, [D, C, B, A], Data) ->
    strict(Rest, Mode, Padding, [], <<Data/binary, A:6, B:6, C:6, D:6>>);
strict_digit(Rest, Mode, Padding, Digits, Data) ->
    strict(Rest, Mode, Padding, Digits, Data).

strict_end(Text, Digits, Data) ->
    case {without_white(Text), Digits} of
        {<<"=">>, [_, _, _]} -> last(Digits, Data);
        {<<"==">>, [_, _]} -> last(Digits, Data);
        {<<"=">>, [_, _]} -> erlang:error(missing_padding);
        _ -> erlang:error({badarg, $=})
    end.

without_white(Text) ->
    << <<C>> || <<C>> <= Text, value(C, standard) =/= white >>.

%% The bits that two or three last digits give beyond whole bytes are dropped.
last([C, B, A], Data) ->
    <<Whole:16, _:2>> = <<A:6, B:6, C:6>>,
    <<Data/binary, Whole:16>>;
last([B, A], Data) ->
    <<Whole:8, _:4>> = <<A:6, B:6>>,
    <<Data/binary, Whole:8>>;
last([_], _) ->
    erlang:error(missing_padding).

value(C, _) when C >= $A, C =< $Z -> C - $A;
value(C, _) when C >= $a, C =< $z -> C - $a + 26;
value(C, _) when C >= $0, C =< $9 -> C - $0 + 52;
value($+, standard) -> 62;
value($/, standard) -> 63;
value($-, urlsafe) -> 62;
value($_, urlsafe) -> 63;
value($=, _) -> equal_sign;
value(C, _) when C =:= $\s; C =:= $\t; C =:= $\n; C =:= $\r -> white;
value(_, _) -> bad.

mime_decode(Text) ->
    mime_decode(Text, #{}).

mime_decode(Text, Options) when is_list(Text) ->
    mime_decode(list_to_binary(Text), Options);
mime_decode(Text, Options) when is_binary(Text) ->
    mime(Text, maps:get(mode, Options, standard), maps:get(padding, Options, true), [], <<>>).

mime_decode_to_string(Text) ->
    mime_decode_to_string(Text, #{}).

mime_decode_to_string(Text, Options) ->
    binary_to_list(mime_decode(Text, Options)).

mime(<<C, Rest/binary>>, Mode, Padding, Digits, Data) ->
    case value(C, Mode) of
        equal_sign -> mime_end(Rest, Mode, Padding, Digits, Data);
        Value when is_integer(Value) -> mime_digit(Rest, Mode, Padding, [Value | Digits], Data);
        _ -> mime(Rest, Mode, Padding, Digits, Data)
    end;
mime(<<>>, _, _, [], Data) ->
    Data;
mime(<<>>, _, false, Digits, Data) ->
    last(Digits, Data);
mime(<<>>, _, true, _, _) ->
    erlang:error(missing_padding).

mime_digit(Rest, Mode, Padding, [D, C, B, A], Data) ->
    mime(Rest, Mode, Padding, [], <<Data/binary, A:6, B:6, C:6, D:6>>);
mime_digit(Rest, Mode, Padding, Digits, Data) ->
    mime(Rest, Mode, Padding, Digits, Data).

%% An equal sign with digits after it was a stranger too, unless the text ends.
mime_end(Rest, Mode, Padding, Digits, Data) ->
    More = << <<C>> || <<C>> <= Rest, is_integer(value(C, Mode)) >>,
    Signs = byte_size(<< <<C>> || <<C>> <= Rest, C =:= $= >>),
    case {More, Digits} of
        {<<>>, [_, _, _]} -> last(Digits, Data);
        {<<>>, [_, _]} when Signs > 0 -> last(Digits, Data);
        {<<>>, [_, _]} -> erlang:error(missing_padding);
        {<<>>, []} -> Data;
        _ -> mime(Rest, Mode, Padding, Digits, Data)
    end.

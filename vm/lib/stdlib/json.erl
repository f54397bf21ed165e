%% JSON texts (RFC 8259) as terms and back, and laid out for people.
%%
%% A text that ends within a value leaves {continue, State}: what is not used yet, from the beginning of the token that
%% it ends in, and where the decoder stands. That is a stack of what is open: {array, Before}, {object, Before},
%% {key, Key}, where Before is what was being made around it.
%%
%% Invariant: decoding goes through a text with calls in tail position only, however deep the text is.
%% Invariant: strings are checked: escapes are whole, surrogates come in pairs, bytes are UTF-8.
-module(json).

-export([decode/1, decode/3, decode_start/3, decode_continue/2]).
-export([encode/1, encode/2, encode_value/2, encode_atom/2, encode_integer/1, encode_float/1, encode_list/2,
         encode_map/2, encode_map_checked/2, encode_key_value_list/2, encode_key_value_list_checked/2,
         encode_binary/1, encode_binary_escape_all/1]).
-export([format/1, format/2, format/3, format_value/3, format_key_value_list/3, format_key_value_list_checked/3]).

-record(decoder, {array_start, array_push, array_finish, object_start, object_push, object_finish, float, integer,
                  string, null, is_last = false}).

-define(IS_BLANK(B), (B =:= $\s orelse B =:= $\n orelse B =:= $\r orelse B =:= $\t)).
-define(IS_DIGIT(B), (B >= $0 andalso B =< $9)).

%% Decoding.

decode(Text) when is_binary(Text) ->
    case decode(Text, ok, #{}) of
        {Value, ok, <<>>} -> Value;
        {_, ok, <<Byte, _/binary>>} -> error({invalid_byte, Byte})
    end.

decode(Text, Around, Callbacks) when is_binary(Text) ->
    case decode_start(Text, Around, Callbacks) of
        {continue, State} -> decode_continue(end_of_input, State);
        Result -> Result
    end.

decode_start(Text, Around, Callbacks) when is_binary(Text) ->
    next(value, Text, [], Around, decoder(Callbacks)).

decode_continue(end_of_input, {Text, Place, Stack, Made, Decoder}) ->
    case next(Place, Text, Stack, Made, Decoder#decoder{is_last = true}) of
        {continue, _} -> error(unexpected_end);
        Result -> Result
    end;
decode_continue(More, {Text, Place, Stack, Made, Decoder}) when is_binary(More) ->
    next(Place, <<Text/binary, More/binary>>, Stack, Made, Decoder).

decoder(Callbacks) ->
    Standard = #{array_start => fun(_) -> [] end, array_push => fun(Value, Made) -> [Value | Made] end,
                 array_finish => fun(Made, Before) -> {lists:reverse(Made), Before} end,
                 object_start => fun(_) -> [] end, object_push => fun(Key, Value, Made) -> [{Key, Value} | Made] end,
                 object_finish => fun(Made, Before) -> {maps:from_list(Made), Before} end,
                 float => fun erlang:binary_to_float/1, integer => fun erlang:binary_to_integer/1,
                 string => fun(String) -> String end, null => null},
    #{array_start := ArrayStart, array_push := ArrayPush, array_finish := ArrayFinish, object_start := ObjectStart,
      object_push := ObjectPush, object_finish := ObjectFinish, float := Float, integer := Integer, string := String,
      null := Null} = maps:merge(Standard, Callbacks),
    #decoder{array_start = ArrayStart, array_push = ArrayPush, array_finish = ArrayFinish, object_start = ObjectStart,
             object_push = ObjectPush, object_finish = ObjectFinish, float = Float, integer = Integer, string = String,
             null = Null}.

%% What comes next where: a value, a value or the end of an array, a key or the end of an object, a key, a colon, or
%% what follows a value.
next(Place, <<Byte, Text/binary>>, Stack, Made, Decoder) when ?IS_BLANK(Byte) ->
    next(Place, Text, Stack, Made, Decoder);
next(Place, <<>>, Stack, Made, Decoder) ->
    {continue, {<<>>, Place, Stack, Made, Decoder}};
next(first_value, <<$], Text/binary>>, Stack, Made, Decoder) ->
    closed(array, Text, Stack, Made, Decoder);
next(first_value, Text, Stack, Made, Decoder) ->
    value(Text, Stack, Made, Decoder);
next(value, Text, Stack, Made, Decoder) ->
    value(Text, Stack, Made, Decoder);
next(first_key, <<$}, Text/binary>>, Stack, Made, Decoder) ->
    closed(object, Text, Stack, Made, Decoder);
next(Place, <<$", _/binary>> = Text, Stack, Made, Decoder) when Place =:= key; Place =:= first_key ->
    string_token(Text, key, Stack, Made, Decoder);
next(colon, <<$:, Text/binary>>, Stack, Made, Decoder) ->
    next(value, Text, Stack, Made, Decoder);
next(after_value, <<$,, Text/binary>>, [{array, _} | _] = Stack, Made, Decoder) ->
    next(value, Text, Stack, Made, Decoder);
next(after_value, <<$,, Text/binary>>, [{object, _} | _] = Stack, Made, Decoder) ->
    next(key, Text, Stack, Made, Decoder);
next(after_value, <<$], Text/binary>>, [{array, _} | _] = Stack, Made, Decoder) ->
    closed(array, Text, Stack, Made, Decoder);
next(after_value, <<$}, Text/binary>>, [{object, _} | _] = Stack, Made, Decoder) ->
    closed(object, Text, Stack, Made, Decoder);
next(_, <<Byte, _/binary>>, _, _, _) ->
    error({invalid_byte, Byte}).

value(<<$[, Text/binary>>, Stack, Made, #decoder{array_start = Start} = Decoder) ->
    next(first_value, Text, [{array, Made} | Stack], Start(Made), Decoder);
value(<<${, Text/binary>>, Stack, Made, #decoder{object_start = Start} = Decoder) ->
    next(first_key, Text, [{object, Made} | Stack], Start(Made), Decoder);
value(<<$", _/binary>> = Text, Stack, Made, Decoder) ->
    string_token(Text, value, Stack, Made, Decoder);
value(<<$t, _/binary>> = Text, Stack, Made, Decoder) ->
    word(Text, <<"true">>, true, Stack, Made, Decoder);
value(<<$f, _/binary>> = Text, Stack, Made, Decoder) ->
    word(Text, <<"false">>, false, Stack, Made, Decoder);
value(<<$n, _/binary>> = Text, Stack, Made, #decoder{null = Null} = Decoder) ->
    word(Text, <<"null">>, Null, Stack, Made, Decoder);
value(<<Byte, _/binary>> = Text, Stack, Made, Decoder) when Byte =:= $-; ?IS_DIGIT(Byte) ->
    number_token(Text, Stack, Made, Decoder);
value(<<Byte, _/binary>>, _, _, _) ->
    error({invalid_byte, Byte}).

closed(Kind, Text, [{Kind, Before} | Stack], Made, Decoder) ->
    Finish =
        case Kind of
            array -> Decoder#decoder.array_finish;
            object -> Decoder#decoder.object_finish
        end,
    {Value, Around} = Finish(Made, Before),
    done(Value, Text, Stack, Around, Decoder).

%% A value is there: it goes into what it stands in.
done(Value, Text, [{array, _} | _] = Stack, Made, #decoder{array_push = Push} = Decoder) ->
    next(after_value, Text, Stack, Push(Value, Made), Decoder);
done(Value, Text, [{key, Key} | Stack], Made, #decoder{object_push = Push} = Decoder) ->
    next(after_value, Text, Stack, Push(Key, Value, Made), Decoder);
done(Value, Text, [], Around, _) ->
    {Value, Around, without_blanks_only(Text, Text)}.

%% What follows the last value is left as it is, unless nothing but blanks follows.
without_blanks_only(<<Byte, More/binary>>, Text) when ?IS_BLANK(Byte) -> without_blanks_only(More, Text);
without_blanks_only(<<>>, _) -> <<>>;
without_blanks_only(_, Text) -> Text.

%% A word is looked at when all of it could be there.
word(Text, Word, Value, Stack, Made, Decoder) ->
    Size = byte_size(Word),
    case Text of
        <<Word:Size/binary, Rest/binary>> -> done(Value, Rest, Stack, Made, Decoder);
        <<_, Second, _/binary>> when byte_size(Text) > Size -> error({invalid_byte, Second});
        _ -> {continue, {Text, value, Stack, Made, Decoder}}
    end.

%% Numbers. One that is at the end of a text may go on.

number_token(Text, Stack, Made, #decoder{is_last = IsLast} = Decoder) ->
    case number(Text) of
        {_, _, <<>>} when not IsLast -> {continue, {Text, value, Stack, Made, Decoder}};
        {Kind, Number, Rest} -> done(numeric(Kind, Number, Decoder), Rest, Stack, Made, Decoder);
        unfinished -> {continue, {Text, value, Stack, Made, Decoder}}
    end.

numeric(integer, Number, #decoder{integer = Convert}) ->
    Convert(Number);
numeric(float, Number, #decoder{float = Convert}) ->
    try
        Convert(Number)
    catch
        error:badarg -> error({unexpected_sequence, Number})
    end.

number(<<$-, Text/binary>> = Whole) -> integer_part(Text, 1, Whole);
number(Whole) -> integer_part(Whole, 0, Whole).

integer_part(<<$0, Text/binary>>, Size, Whole) -> fraction_part(Text, Size + 1, Whole);
integer_part(<<Byte, _/binary>> = Text, Size, Whole) when ?IS_DIGIT(Byte) ->
    {Rest, Digits} = digits(Text, 0),
    fraction_part(Rest, Size + Digits, Whole);
integer_part(Text, _, _) -> no_digit(Text).

fraction_part(<<$., Text/binary>>, Size, Whole) ->
    case digits(Text, 0) of
        {Rest, 0} -> no_digit(Rest);
        {Rest, Digits} -> exponent_part(Rest, Size + 1 + Digits, <<>>, Whole)
    end;
fraction_part(<<Byte, _/binary>> = Text, Size, Whole) when Byte =:= $e; Byte =:= $E ->
    exponent_part(Text, Size, <<".0e">>, Whole);
fraction_part(Text, Size, Whole) ->
    {integer, binary:part(Whole, 0, Size), Text}.

%% Erlang's floats have a fraction: where it is missing, Mark has it, with the `e`.
exponent_part(<<Byte, Text/binary>>, Size, Mark, Whole) when Byte =:= $e; Byte =:= $E ->
    {Signed, Sign} =
        case Text of
            <<First, More/binary>> when First =:= $+; First =:= $- -> {More, <<First>>};
            _ -> {Text, <<>>}
        end,
    case digits(Signed, 0) of
        {Rest, 0} -> no_digit(Rest);
        {Rest, Digits} ->
            Begin = binary:part(Whole, 0, Size),
            Exponent = binary:part(Signed, 0, Digits),
            {float, <<Begin/binary, (marked(Mark, Byte))/binary, Sign/binary, Exponent/binary>>, Rest}
    end;
exponent_part(Text, Size, _, Whole) ->
    {float, binary:part(Whole, 0, Size), Text}.

marked(<<>>, Byte) -> <<Byte>>;
marked(Mark, _) -> Mark.

digits(<<Byte, Text/binary>>, Count) when ?IS_DIGIT(Byte) -> digits(Text, Count + 1);
digits(Text, Count) -> {Text, Count}.

no_digit(<<>>) -> unfinished;
no_digit(<<Byte, _/binary>>) -> error({invalid_byte, Byte}).

%% Strings.

string_token(<<$", Text/binary>> = Whole, Use, Stack, Made, #decoder{string = Convert} = Decoder) ->
    case string(Text, Text, 0, []) of
        unfinished -> {continue, {Whole, Use, Stack, Made, Decoder}};
        {String, Rest} when Use =:= value -> done(Convert(String), Rest, Stack, Made, Decoder);
        {String, Rest} -> next(colon, Rest, [{key, Convert(String)} | Stack], Made, Decoder)
    end.

%% Goes over what stands for itself; Size bytes of From are passed, Parts are what came before, the last first.
string(Text, From, Size, Parts) ->
    case plain(Text) of
        {plain, Bytes, Rest} -> string(Rest, From, Size + Bytes, Parts);
        {invalid, Byte} -> error({invalid_byte, Byte});
        _ ->
            Passed = binary:part(From, 0, Size),
            case Text of
                <<$", Rest/binary>> -> {joined(Passed, Parts), Rest};
                <<$\\, _/binary>> ->
                    case escape(Text) of
                        unfinished -> unfinished;
                        {Character, Rest} -> string(Rest, Rest, 0, [<<Character/utf8>>, Passed | Parts])
                    end;
                _ -> unfinished
            end
    end.

joined(Passed, []) -> Passed;
joined(Passed, Parts) -> iolist_to_binary(lists:reverse(Parts, [Passed])).

%% The first character of a text if it stands for itself in a string; what is wrong with it; or `special` for a quote,
%% a backslash and an end. The byte that is wrong is the first that cannot go on as the bytes before it began.
plain(<<Byte, Text/binary>>) when Byte >= 16#20, Byte < 16#80, Byte =/= $", Byte =/= $\\ -> {plain, 1, Text};
plain(<<Byte, _/binary>>) when Byte =:= $"; Byte =:= $\\ -> special;
plain(<<First, Text/binary>>) ->
    case sequence(First) of
        {Low, High, More} -> continued(Text, Low, High, More, 1);
        invalid -> {invalid, First}
    end;
plain(<<>>) -> special.

%% What the second byte of a character may be, by its first, and how many come after that one.
sequence(First) when First >= 16#C2, First =< 16#DF -> {16#80, 16#BF, 0};
sequence(16#E0) -> {16#A0, 16#BF, 1};
sequence(16#ED) -> {16#80, 16#9F, 1};
sequence(First) when First >= 16#E1, First =< 16#EF -> {16#80, 16#BF, 1};
sequence(16#F0) -> {16#90, 16#BF, 2};
sequence(16#F4) -> {16#80, 16#8F, 2};
sequence(First) when First >= 16#F1, First =< 16#F3 -> {16#80, 16#BF, 2};
sequence(_) -> invalid.

continued(<<Byte, Text/binary>>, Low, High, 0, Size) when Byte >= Low, Byte =< High -> {plain, Size + 1, Text};
continued(<<Byte, Text/binary>>, Low, High, More, Size) when Byte >= Low, Byte =< High ->
    continued(Text, 16#80, 16#BF, More - 1, Size + 1);
continued(<<Byte, _/binary>>, _, _, _, _) -> {invalid, Byte};
continued(<<>>, _, _, _, _) -> special.

escape(<<"\\u", Digits:4/binary, Rest/binary>> = Text) -> escaped(hexadecimal(Digits), Digits, Rest, Text);
escape(<<"\\u", _/binary>>) -> unfinished;
escape(<<"\\">>) -> unfinished;
escape(<<"\\", Byte, Rest/binary>>) ->
    case Byte of
        $b -> {$\b, Rest};
        $f -> {$\f, Rest};
        $n -> {$\n, Rest};
        $r -> {$\r, Rest};
        $t -> {$\t, Rest};
        _ when Byte =:= $"; Byte =:= $\\; Byte =:= $/ -> {Byte, Rest};
        _ -> error({invalid_byte, Byte})
    end.

%% A high surrogate needs a low one behind it, which takes six bytes.
escaped(High, Digits, Rest, _) when is_integer(High), High >= 16#D800, High =< 16#DBFF ->
    case Rest of
        _ when byte_size(Rest) < 6 -> unfinished;
        <<"\\u", More:4/binary, Behind/binary>> ->
            case hexadecimal(More) of
                Low when is_integer(Low), Low >= 16#DC00, Low =< 16#DFFF ->
                    {16#10000 + ((High band 16#3FF) bsl 10) + (Low band 16#3FF), Behind};
                _ -> error({unexpected_sequence, <<"\\u", Digits/binary, "\\u", More/binary>>})
            end;
        <<Byte, _/binary>> -> error({invalid_byte, Byte})
    end;
escaped(Code, Digits, Rest, _) ->
    case Code =:= invalid orelse Code >= 16#DC00 andalso Code =< 16#DFFF of
        true -> error({unexpected_sequence, <<"\\u", Digits/binary>>});
        false -> {Code, Rest}
    end.

hexadecimal(Digits) ->
    case lists:all(fun is_hexadecimal/1, binary_to_list(Digits)) of
        true -> binary_to_integer(Digits, 16);
        false -> invalid
    end.

is_hexadecimal(Byte) ->
    ?IS_DIGIT(Byte) orelse Byte >= $a andalso Byte =< $f orelse Byte >= $A andalso Byte =< $F.

%% Encoding. An encoder is called with each value, and with itself for what is within.

encode(Term) ->
    encode(Term, fun encode_value/2).

encode(Term, Encoder) when is_function(Encoder, 2) ->
    Encoder(Term, Encoder).

encode_value(Atom, Encoder) when is_atom(Atom) -> encode_atom(Atom, Encoder);
encode_value(Binary, _) when is_binary(Binary) -> encode_binary(Binary);
encode_value(Integer, _) when is_integer(Integer) -> encode_integer(Integer);
encode_value(Float, _) when is_float(Float) -> encode_float(Float);
encode_value(List, Encoder) when is_list(List) -> encode_list(List, Encoder);
encode_value(Map, Encoder) when is_map(Map) -> encode_map(Map, Encoder);
encode_value(Other, _) -> error({unsupported_type, Other}).

encode_atom(null, _) -> <<"null">>;
encode_atom(true, _) -> <<"true">>;
encode_atom(false, _) -> <<"false">>;
encode_atom(Atom, Encoder) -> Encoder(atom_to_binary(Atom, utf8), Encoder).

encode_integer(Integer) -> integer_to_binary(Integer).

encode_float(Float) -> float_to_binary(Float, [short]).

encode_list(List, Encoder) when is_list(List) ->
    enclosed($[, elements(List, Encoder), $]).

elements([Element | Elements], Encoder) -> [Encoder(Element, Encoder) | elements(Elements, Encoder)];
elements([], _) -> [].

encode_map(Map, Encoder) when is_map(Map) ->
    encode_key_value_list(maps:to_list(Map), Encoder).

encode_map_checked(Map, Encoder) when is_map(Map) ->
    encode_key_value_list_checked(maps:to_list(Map), Encoder).

encode_key_value_list(List, Encoder) when is_function(Encoder, 2) ->
    enclosed(${, [[key(Key, Encoder), $: | Encoder(Value, Encoder)] || {Key, Value} <- List], $}).

encode_key_value_list_checked(List, Encoder) when is_function(Encoder, 2) ->
    {Members, _} = lists:mapfoldl(fun({Key, Value}, Seen) ->
                                      {Text, NowSeen} = new_key(Key, Encoder, Seen),
                                      {[Text, $: | Encoder(Value, Encoder)], NowSeen}
                                  end, #{}, List),
    enclosed(${, Members, $}).

new_key(Key, Encoder, Seen) ->
    Text = iolist_to_binary(key(Key, Encoder)),
    case Seen of
        #{Text := _} -> error({duplicate_key, binary:part(Text, 1, byte_size(Text) - 2)});
        #{} -> {Text, Seen#{Text => seen}}
    end.

key(Key, Encoder) when is_binary(Key) -> Encoder(Key, Encoder);
key(Key, Encoder) when is_atom(Key) -> Encoder(atom_to_binary(Key, utf8), Encoder);
key(Key, _) when is_integer(Key) -> [$", encode_integer(Key), $"];
key(Key, _) when is_float(Key) -> [$", encode_float(Key), $"].

enclosed(Open, [], Close) -> <<Open, Close>>;
enclosed(Open, Texts, Close) -> [Open, lists:join($,, Texts), Close].

encode_binary(Binary) when is_binary(Binary) ->
    [$", quoted(Binary, Binary, 0), $"].

quoted(Text, From, Size) ->
    case plain(Text) of
        {plain, Bytes, Rest} -> quoted(Rest, From, Size + Bytes);
        Problem -> [binary:part(From, 0, Size) | quoted_escape(Text, Problem)]
    end.

quoted_escape(<<>>, _) -> [];
quoted_escape(<<Byte, Rest/binary>>, _) when Byte < 16#80 -> [escape_of(Byte) | quoted(Rest, Rest, 0)];
quoted_escape(_, {invalid, Byte}) -> error({invalid_byte, Byte});
quoted_escape(_, special) -> error(unexpected_end).

encode_binary_escape_all(Binary) when is_binary(Binary) ->
    [$", escaped_all(Binary), $"].

escaped_all(<<Byte, Text/binary>>) when Byte < 16#80 -> [escape_of(Byte) | escaped_all(Text)];
escaped_all(<<Character/utf8, Text/binary>>) when Character >= 16#10000 ->
    <<High:16, Low:16>> = <<Character/utf16>>,
    [four_digits(High), four_digits(Low) | escaped_all(Text)];
escaped_all(<<Character/utf8, Text/binary>>) -> [four_digits(Character) | escaped_all(Text)];
escaped_all(<<Byte, _/binary>>) -> error({invalid_byte, Byte});
escaped_all(<<>>) -> [].

escape_of($") -> <<"\\\"">>;
escape_of($\\) -> <<"\\\\">>;
escape_of($\b) -> <<"\\b">>;
escape_of($\f) -> <<"\\f">>;
escape_of($\n) -> <<"\\n">>;
escape_of($\r) -> <<"\\r">>;
escape_of($\t) -> <<"\\t">>;
escape_of(Byte) when Byte < 16#20 -> four_digits(Byte);
escape_of(Byte) -> Byte.

four_digits(Code) ->
    Digits = integer_to_binary(Code, 16),
    [<<"\\u">>, binary:copy(<<"0">>, 4 - byte_size(Digits)), Digits].

%% Layout. A state has the width of a step, the greatest column, the level, and the column where a value begins.

format(Term) ->
    format(Term, #{}).

format(Term, Options) when is_map(Options) ->
    format(Term, fun format_value/3, Options);
format(Term, Encoder) when is_function(Encoder, 3) ->
    format(Term, Encoder, #{}).

format(Term, Encoder, Options) when is_function(Encoder, 3), is_map(Options) ->
    State = maps:merge(#{level => 0, col => 0, indent => 2, max => 100}, Options),
    [Encoder(Term, Encoder, State), $\n].

format_value([], _, _) -> <<"[]">>;
format_value(List, Encoder, State) when is_list(List) -> format_list(List, Encoder, State);
format_value(Map, Encoder, State) when is_map(Map) ->
    format_key_value_list(maps:to_list(maps:iterator(Map, ordered)), Encoder, State);
format_value(Atom, Encoder, State) when is_atom(Atom) ->
    encode_atom(Atom, fun(Name, _) -> Encoder(Name, Encoder, State) end);
format_value(Other, _, _) -> encode_value(Other, fun encode_value/2).

%% What begins with a text, a list or a map has a line for each element, and so has what begins too far on the right;
%% else a line is filled until it is too long.
format_list([First | _] = List, Encoder, #{level := Level, col := Column, max := Most} = State) ->
    Within = State#{level := Level + 1},
    {Width, NewLine} = line(Within),
    case is_binary(First) orelse is_list(First) orelse is_map(First) orelse Column > Most of
        true ->
            {_, LastLine} = line(State),
            Lines = [[NewLine, Encoder(Element, Encoder, Within#{col := Width})] || Element <- List],
            [$[, lists:join($,, Lines), LastLine, $]];
        false -> [$[, filled(List, Encoder, Within#{col := Column + 1}, line(Within), []), $]]
    end.

filled([Element | Elements], Encoder, #{col := Column, max := Most} = State, {Width, NewLine} = Line, Comma) ->
    Text = Encoder(Element, Encoder, State),
    Size = iolist_size(Text) + 1,
    case Column > Most of
        true -> [Comma, NewLine, Text | filled(Elements, Encoder, State#{col := Width + Size}, Line, $,)];
        false -> [Comma, Text | filled(Elements, Encoder, State#{col := Column + Size}, Line, $,)]
    end;
filled([], _, _, _, _) ->
    [].

format_key_value_list(List, Encoder, State) ->
    members([{key(Key, key_encoder(Encoder, State)), Value} || {Key, Value} <- List], Encoder, State).

format_key_value_list_checked(List, Encoder, State) ->
    {Members, _} = lists:mapfoldl(fun({Key, Value}, Seen) ->
                                      {Text, NowSeen} = new_key(Key, key_encoder(Encoder, State), Seen),
                                      {{Text, Value}, NowSeen}
                                  end, #{}, List),
    members(Members, Encoder, State).

key_encoder(Encoder, State) ->
    fun(Key, _) -> Encoder(Key, Encoder, State) end.

%% One member is a line of its own, but for an array or an object.
members([], _, _) ->
    <<"{}">>;
members(Members, Encoder, #{level := Level} = State) ->
    Within = State#{level := Level + 1},
    {Width, NewLine} = line(Within),
    {_, LastLine} = line(State),
    Texts = [member(Key, Value, Encoder, Within#{col := Width}) || {Key, Value} <- Members],
    case Texts of
        [{Key, Value}] -> one_member(Key, Value, is_composite(Value), NewLine, LastLine);
        _ -> [${, lists:join($,, [[NewLine, Key, <<": ">>, Value] || {Key, Value} <- Texts]), LastLine, $}]
    end.

one_member(Key, Value, false, _, _) -> [<<"{ ">>, Key, <<": ">>, Value, <<" }">>];
one_member(Key, Value, true, NewLine, LastLine) -> [${, NewLine, Key, <<": ">>, Value, LastLine, $}].

%% Whether the text of a value is an array's or an object's.
is_composite(<<Byte, Text/binary>>) when Byte =:= $\s; Byte =:= $\n -> is_composite(Text);
is_composite(<<Byte, _/binary>>) -> Byte =:= $[ orelse Byte =:= ${;
is_composite(<<>>) -> false.

member(Key, Value, Encoder, #{col := Column} = State) ->
    {Key, iolist_to_binary(Encoder(Value, Encoder, State#{col := Column + iolist_size(Key) + 2}))}.

line(#{level := Level, indent := Indent}) ->
    Width = Level * Indent,
    {Width, [$\n, lists:duplicate(Width, $\s)]}.

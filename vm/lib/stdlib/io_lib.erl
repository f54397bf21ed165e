%% Text of terms: plain printing, quoting, and what a printable list is.
%%
%% Invariant: every function returns a deep list of code points; nothing here sends a message.
%% Invariant: a depth of -1 prints everything; a depth of N prints "..." where the N-th level would begin.
%%
%% Absent on purpose: fread (input by format), and the chars_limit option, which is accepted and has no effect.
-module(io_lib).

-export([fwrite/2, fwrite/3, format/2, format/3, scan_format/2, unscan_format/1, build_text/1, build_text/2]).
-export([print/1, print/4, write/1, write/2, write/3, indentation/2, format_prompt/1, format_prompt/2, nl/0]).
-export([write_atom/1, write_atom_as_latin1/1, quote_atom/2, write_binary/3]).
-export([write_string/1, write_string/2, write_string_as_latin1/1, write_string_as_latin1/2,
         write_latin1_string/1, write_latin1_string/2, write_unicode_string/1]).
-export([write_char/1, write_char_as_latin1/1, write_latin1_char/1, write_unicode_char/1]).
-export([char_list/1, latin1_char_list/1, deep_char_list/1, deep_latin1_char_list/1, deep_unicode_char_list/1,
         printable_list/1, printable_latin1_list/1, printable_unicode_list/1, chars_length/1, limit_term/2]).
-export([collect_chars/3, collect_chars/4, collect_line/3, collect_line/4, get_until/3, get_until/4]).

%% Formats.

fwrite(Format, Arguments) ->
    format(Format, Arguments, []).

fwrite(Format, Arguments, Options) ->
    format(Format, Arguments, Options).

format(Format, Arguments) ->
    format(Format, Arguments, []).

format(Format, Arguments, _Options) ->
    try
        io_lib_format:fwrite(Format, Arguments)
    catch
        _:_ -> erlang:error(badarg, [Format, Arguments])
    end.

scan_format(Format, Arguments) ->
    try
        io_lib_format:scan(Format, Arguments)
    catch
        _:_ -> erlang:error(badarg, [Format, Arguments])
    end.

unscan_format(Parts) ->
    io_lib_format:unscan(Parts).

build_text(Parts) ->
    build_text(Parts, []).

build_text(Parts, _Options) ->
    try
        io_lib_format:build(Parts)
    catch
        _:_ -> erlang:error(badarg, [Parts])
    end.

%% The column at which text ends when it starts at a given column.
indentation(Text, Column) ->
    io_lib_format:indentation(Text, Column).

nl() ->
    "\n".

%% Pretty printing.

print(Term) ->
    io_lib_pretty:print(Term).

print(Term, Column, LineLength, Depth) ->
    io_lib_pretty:print(Term, Column, LineLength, Depth).

%% A prompt as it is shown: text, {format, Format, Arguments}, or any other term printed.
format_prompt(Prompt) ->
    format_prompt(Prompt, latin1).

format_prompt({format, Format, Arguments}, _Encoding) ->
    prompt_of_format(Format, Arguments);
format_prompt(Prompt, Encoding) when is_list(Prompt); is_atom(Prompt); is_binary(Prompt) ->
    prompt_of_format(prompt_directive(Encoding, "s"), [Prompt]);
format_prompt(Prompt, Encoding) ->
    prompt_of_format(prompt_directive(Encoding, "p"), [Prompt]).

prompt_directive(unicode, Control) -> "~t" ++ Control;
prompt_directive(_, Control) -> "~" ++ Control.

prompt_of_format(Format, Arguments) ->
    try
        format(Format, Arguments)
    catch
        _:_ -> "???"
    end.

%% Plain writing of terms. A style is {Encoding, order of map keys}.

write(Term) ->
    write_term(Term, -1, {latin1, undefined}).

write(Term, Options) when is_list(Options) ->
    Depth = option(depth, Options, -1),
    Style = {option(encoding, Options, latin1), option(maps_order, Options, undefined)},
    write_term(Term, Depth, Style);
write(Term, Depth) ->
    write(Term, Depth, false).

write(Term, Depth, true) ->
    print(Term, 1, 80, Depth);
write(Term, Depth, false) ->
    write_term(Term, Depth, {latin1, undefined}).

option(Key, Options, Default) ->
    case lists:keyfind(Key, 1, Options) of
        {Key, Value} -> Value;
        false -> Default
    end.

write_term(_, 0, _) -> "...";
write_term(Term, _, _) when is_integer(Term) -> integer_to_list(Term);
write_term(Term, _, Style) when is_atom(Term) -> write_atom_in(Term, element(1, Style));
write_term([], _, _) -> "[]";
write_term({}, _, _) -> "{}";
write_term(<<>>, _, _) -> "<<>>";
write_term(Map, _, _) when Map =:= #{} -> "#{}";
write_term(Term, Depth, Style) when is_list(Term) -> write_list(Term, Depth, Style);
write_term(Term, Depth, Style) when is_tuple(Term) -> write_tuple(Term, Depth, Style);
write_term(Term, Depth, Style) when is_map(Term) -> write_map(Term, Depth, Style);
write_term(Term, Depth, _) when is_bitstring(Term) -> write_bits(Term, Depth);
write_term(Term, _, _) when is_float(Term) -> io_lib_format:fwrite_g(Term);
write_term(Term, _, _) when is_pid(Term) -> pid_to_list(Term);
write_term(Term, _, _) when is_function(Term) -> erlang:fun_to_list(Term);
write_term(Term, _, _) when is_reference(Term) -> erlang:ref_to_list(Term);
write_term(Term, _, _) when is_port(Term) -> erlang:port_to_list(Term);
write_term(Record, Depth, Style) -> write_record(Record, Depth, Style).

write_list(_, 1, _) ->
    "[...]";
write_list([Head | Tail], Depth, Style) ->
    [$[, [write_term(Head, Depth - 1, Style) | write_tail(Tail, Depth - 1, Style)], $]].

write_tail([], _, _) ->
    "";
write_tail(_, 1, _) ->
    [$| | "..."];
write_tail([Head | Tail], Depth, Style) ->
    [$,, write_term(Head, Depth - 1, Style) | write_tail(Tail, Depth - 1, Style)];
write_tail(Last, Depth, Style) ->
    [$|, write_term(Last, Depth - 1, Style)].

write_tuple(_, 1, _) ->
    "{...}";
write_tuple(Tuple, Depth, Style) ->
    [${, [write_term(element(1, Tuple), Depth - 1, Style) | write_elements(Tuple, 2, Depth - 1, Style)], $}].

write_elements(Tuple, Index, _, _) when Index > tuple_size(Tuple) ->
    "";
write_elements(_, _, 1, _) ->
    [$, | "..."];
write_elements(Tuple, Index, Depth, Style) ->
    [$,, write_term(element(Index, Tuple), Depth - 1, Style)
     | write_elements(Tuple, Index + 1, Depth - 1, Style)].

%% A native record of OTP 29; as the last clause of write_term/3, for this code is made by an older compiler.
write_record(Record, Depth, {Encoding, _} = Style) ->
    Name = [write_atom_in(records:get_module(Record), Encoding), $:, write_atom_in(records:get_name(Record), Encoding)],
    [$#, Name, ${, write_fields(records:get_field_names(Record), Record, Depth, Style), $}].

write_fields([], _, _, _) ->
    "";
write_fields(_, _, 1, _) ->
    "...";
write_fields([Field | Fields], Record, Depth, {Encoding, _} = Style) ->
    [write_atom_in(Field, Encoding), " = ", write_term(records:get(Field, Record), Depth - 1, Style)
     | write_more_fields(Fields, Record, Depth - 1, Style)].

write_more_fields([], _, _, _) -> "";
write_more_fields(Fields, Record, Depth, Style) -> [$, | write_fields(Fields, Record, Depth, Style)].

write_map(_, 1, _) ->
    "#{}";
write_map(Map, Depth, {_, Order} = Style) ->
    [$#, ${, write_first_pair(maps:next(maps:iterator(Map, Order)), Depth, Style), $}].

write_first_pair({Key, Value, Iterator}, Depth, Style) ->
    [write_pair(Key, Value, Depth - 1, Style) | write_pairs(maps:next(Iterator), Depth - 1, Depth - 1, Style)].

%% A pair is as deep as the first, however many went before; Left is how many may still come:
%% where that ends, dots are written even after the last pair.
write_pairs(_, 1, _, _) ->
    [$, | "..."];
write_pairs(none, _, _, _) ->
    "";
write_pairs({Key, Value, Iterator}, Left, Depth, Style) ->
    [$,, write_pair(Key, Value, Depth, Style) | write_pairs(maps:next(Iterator), Left - 1, Depth, Style)].

write_pair(Key, Value, Depth, Style) ->
    [write_term(Key, Depth, Style), " => ", write_term(Value, Depth, Style)].

write_bits(Bits, 1) when is_bitstring(Bits) ->
    "<<...>>";
write_bits(Bits, Depth) ->
    {Text, _Rest} = write_binary(Bits, Depth, -1),
    Text.

%% The bytes of a bitstring as `<<1,2,3:2>>`; and what the depth left unprinted.
write_binary(Bits, Depth, _CharactersLimit) ->
    {Body, Rest} = write_bytes(Bits, Depth),
    {[$<, $<, Body, $>, $>], Rest}.

write_bytes(<<>>, _) ->
    {"", <<>>};
write_bytes(Rest, 1) ->
    {"...", Rest};
write_bytes(<<Byte>>, _) ->
    {[integer_to_list(Byte)], <<>>};
write_bytes(<<Byte, Rest/bitstring>>, Depth) ->
    {Text, Left} = write_bytes(Rest, Depth - 1),
    {[integer_to_list(Byte), $, | Text], Left};
write_bytes(Bits, _) ->
    Size = bit_size(Bits),
    <<Number:Size>> = Bits,
    {[integer_to_list(Number), $:, integer_to_list(Size)], <<>>}.

%% Atoms.

write_atom(Atom) ->
    write_atom_in(Atom, unicode).

write_atom_as_latin1(Atom) ->
    write_atom_in(Atom, latin1).

write_atom_in(Atom, Encoding) ->
    Name = atom_to_list(Atom),
    case quote_atom(Atom, Name) of
        true when Encoding =:= latin1 -> write_string_as_latin1(Name, $');
        true -> write_string(Name, $');
        false -> Name
    end.

%% Whether an atom with this name must stand between quotes.
quote_atom(Atom, Name) ->
    is_reserved_word(Atom) orelse needs_quotes(Name).

needs_quotes([First | Rest]) ->
    not (is_lower(First) andalso lists:all(fun is_name_character/1, Rest));
needs_quotes([]) ->
    true.

is_lower(C) when C >= $a, C =< $z -> true;
is_lower(C) when C >= 16#DF, C =< 16#FF -> C =/= 16#F7;
is_lower(_) -> false.

is_name_character(C) when C >= $a, C =< $z -> true;
is_name_character(C) when C >= $A, C =< $Z -> true;
is_name_character(C) when C >= $0, C =< $9 -> true;
is_name_character(C) when C =:= $_; C =:= $@ -> true;
is_name_character(C) when C >= 16#C0, C =< 16#FF -> C =/= 16#D7 andalso C =/= 16#F7;
is_name_character(_) -> false.

is_reserved_word('after') -> true;
is_reserved_word('begin') -> true;
is_reserved_word('case') -> true;
is_reserved_word('try') -> true;
is_reserved_word('cond') -> true;
is_reserved_word('catch') -> true;
is_reserved_word('andalso') -> true;
is_reserved_word('orelse') -> true;
is_reserved_word('end') -> true;
is_reserved_word('fun') -> true;
is_reserved_word('if') -> true;
is_reserved_word('let') -> true;
is_reserved_word('of') -> true;
is_reserved_word('receive') -> true;
is_reserved_word('when') -> true;
is_reserved_word('bnot') -> true;
is_reserved_word('not') -> true;
is_reserved_word('div') -> true;
is_reserved_word('rem') -> true;
is_reserved_word('band') -> true;
is_reserved_word('and') -> true;
is_reserved_word('bor') -> true;
is_reserved_word('bxor') -> true;
is_reserved_word('bsl') -> true;
is_reserved_word('bsr') -> true;
is_reserved_word('or') -> true;
is_reserved_word('xor') -> true;
is_reserved_word(_) -> false.

%% Strings between quotes, and characters after a dollar sign.

write_string(String) ->
    write_string(String, $").

write_string(String, Quote) ->
    quoted(String, Quote, 16#10FFFF).

write_unicode_string(String) ->
    write_string(String).

write_latin1_string(String) ->
    write_latin1_string(String, $").

write_latin1_string(String, Quote) ->
    quoted(String, Quote, 16#10FFFF).

write_string_as_latin1(String) ->
    write_string_as_latin1(String, $").

write_string_as_latin1(String, Quote) ->
    quoted(String, Quote, 16#FF).

quoted(String, Quote, Highest) ->
    [Quote | quoted_tail(String, Quote, Highest)].

quoted_tail([], Quote, _) ->
    [Quote];
quoted_tail([C | Rest], Quote, Highest) when C =:= Quote; C =:= $\\ ->
    [$\\, C | quoted_tail(Rest, Quote, Highest)];
quoted_tail([C | Rest], Quote, Highest) ->
    escaped(C, Highest, quoted_tail(Rest, Quote, Highest)).

%% One character in front of a text, escaped when it is a control character or above the highest allowed.
escaped(C, _, Tail) when C >= $\s, C =< $~ ->
    [C | Tail];
escaped(C, _, Tail) when C < $\s; C >= 16#7F, C < 16#A0 ->
    case escape_letter(C) of
        none -> [$\\, (C bsr 6) + $0, ((C bsr 3) band 7) + $0, (C band 7) + $0 | Tail];
        Letter -> [$\\, Letter | Tail]
    end;
escaped(C, Highest, Tail) when C > Highest ->
    "\\x{" ++ integer_to_list(C, 16) ++ [$} | Tail];
escaped(C, _, Tail) ->
    [C | Tail].

escape_letter($\n) -> $n;
escape_letter($\r) -> $r;
escape_letter($\t) -> $t;
escape_letter($\v) -> $v;
escape_letter($\b) -> $b;
escape_letter($\f) -> $f;
escape_letter($\e) -> $e;
escape_letter($\d) -> $d;
escape_letter(_) -> none.

write_char(C) when is_integer(C) ->
    dollar(C, 16#10FFFF).

write_unicode_char(C) when is_integer(C) ->
    dollar(C, 16#10FFFF).

write_latin1_char(C) when is_integer(C), C >= 0, C =< 255 ->
    dollar(C, 16#10FFFF).

%% Unlike the others this one shows a space as it is.
write_char_as_latin1($\s) ->
    "$ ";
write_char_as_latin1(C) when is_integer(C), C >= 0 ->
    dollar(C, 16#FF).

dollar($\s, _) -> "$\\s";
dollar($\\, _) -> "$\\\\";
dollar(C, Highest) -> [$$ | escaped(C, Highest, [])].

%% What kind of list is it.

latin1_char_list([C | Rest]) when is_integer(C), C >= 0, C =< 255 -> latin1_char_list(Rest);
latin1_char_list([]) -> true;
latin1_char_list(_) -> false.

char_list([C | Rest]) ->
    is_code_point(C) andalso char_list(Rest);
char_list([]) ->
    true;
char_list(_) ->
    false.

is_code_point(C) when is_integer(C), C >= 0, C < 16#D800 -> true;
is_code_point(C) when is_integer(C), C > 16#DFFF, C =< 16#10FFFF -> C =/= 16#FFFE andalso C =/= 16#FFFF;
is_code_point(_) -> false.

deep_char_list(List) ->
    deep_unicode_char_list(List).

deep_unicode_char_list(List) ->
    is_deep(List, [], fun is_code_point/1).

deep_latin1_char_list(List) ->
    is_deep(List, [], fun(C) -> is_integer(C) andalso C >= 0 andalso C =< 255 end).

is_deep([Inner | Rest], More, IsCharacter) when is_list(Inner) ->
    is_deep(Inner, [Rest | More], IsCharacter);
is_deep([C | Rest], More, IsCharacter) ->
    IsCharacter(C) andalso is_deep(Rest, More, IsCharacter);
is_deep([], [Rest | More], IsCharacter) ->
    is_deep(Rest, More, IsCharacter);
is_deep([], [], _) ->
    true;
is_deep(_, _, _) ->
    false.

printable_list(List) ->
    case io:printable_range() of
        unicode -> printable_unicode_list(List);
        latin1 -> printable_latin1_list(List)
    end.

printable_latin1_list([C | Rest]) ->
    is_printable(C, 16#FF) andalso printable_latin1_list(Rest);
printable_latin1_list([]) ->
    true;
printable_latin1_list(_) ->
    false.

printable_unicode_list([C | Rest]) ->
    is_printable(C, 16#10FFFF) andalso printable_unicode_list(Rest);
printable_unicode_list([]) ->
    true;
printable_unicode_list(_) ->
    false.

is_printable(C, _) when is_integer(C), C >= $\s, C =< $~ -> true;
is_printable(C, _) when is_integer(C), C >= $\b, C =< $\r -> true;
is_printable($\e, _) -> true;
is_printable(C, Highest) when is_integer(C), C >= 16#A0, C =< Highest -> is_code_point(C);
is_printable(_, _) -> false.

chars_length(Text) ->
    try
        iolist_size(Text)
    catch
        _:_ -> string:length(Text)
    end.

%% A term cut to a depth: what is deeper becomes the atom '...'. Bitstrings stay whole.
limit_term(Term, Depth) ->
    limit(Term, Depth).

limit(_, 0) -> '...';
limit([Head | Tail] = List, Depth) ->
    case Depth of
        1 -> ['...'];
        _ when Depth > 0 ->
            case printable_list(List) of
                true -> List;
                false -> [limit(Head, Depth - 1) | limit_tail(Tail, Depth - 1)]
            end;
        _ -> List
    end;
limit(Map, Depth) when is_map(Map), Depth > 0 -> limit_map(Map, Depth);
limit({}, _) -> {};
limit(Tuple, Depth) when is_tuple(Tuple), Depth > 0 -> limit_tuple(Tuple, Depth);
limit(Term, _) -> Term.

limit_tail([], _) -> [];
limit_tail(_, 1) -> ['...'];
limit_tail([Head | Tail], Depth) -> [limit(Head, Depth - 1) | limit_tail(Tail, Depth - 1)];
limit_tail(Last, Depth) -> limit(Last, Depth - 1).

limit_tuple(_, 1) -> {'...'};
limit_tuple(Tuple, Depth) -> list_to_tuple(limit_elements(tuple_to_list(Tuple), Depth)).

limit_elements([], _) -> [];
limit_elements(_, 1) -> ['...'];
limit_elements([Element | Rest], Depth) -> [limit(Element, Depth - 1) | limit_elements(Rest, Depth - 1)].

%% Keys stay whole: only values are cut, and pairs after the first few are left out.
limit_map(Map, Depth) ->
    Kept = lists:sublist(maps:to_list(Map), Depth + 1),
    maps:from_list([{Key, limit(Value, Depth - 1)} || {Key, Value} <- Kept]).

%% Collectors an I/O server calls for get_chars, get_line and get_until requests.
%% The state is `start` or {Collected, Wanted}; a result is {stop, Value, Left} or the next state.

collect_chars(State, Data, Wanted) ->
    collect_chars(State, Data, latin1, Wanted).

collect_chars(start, eof, _, _) -> {stop, eof, eof};
collect_chars(start, Data, Encoding, Wanted) when is_binary(Data) ->
    collect_chars(start, decoded(Data, Encoding), Encoding, Wanted);
collect_chars(start, Data, Encoding, Wanted) -> collect_chars({[], Wanted}, Data, Encoding, Wanted);
collect_chars({Seen, _}, eof, _, _) -> {stop, lists:reverse(Seen), eof};
collect_chars({Seen, Left}, Data, Encoding, Wanted) when is_binary(Data) ->
    collect_chars({Seen, Left}, decoded(Data, Encoding), Encoding, Wanted);
collect_chars({Seen, 0}, Data, _, _) -> {stop, lists:reverse(Seen), Data};
collect_chars({Seen, Left}, [C | Rest], Encoding, Wanted) ->
    collect_chars({[C | Seen], Left - 1}, Rest, Encoding, Wanted);
collect_chars(State, [], _, _) -> State.

collect_line(State, Data, Unused) ->
    collect_line(State, Data, latin1, Unused).

collect_line(start, eof, _, _) -> {stop, eof, eof};
collect_line(start, Data, Encoding, Unused) -> collect_line([], Data, Encoding, Unused);
collect_line(Seen, eof, _, _) -> {stop, lists:reverse(Seen), eof};
collect_line(Seen, Data, Encoding, Unused) when is_binary(Data) ->
    collect_line(Seen, decoded(Data, Encoding), Encoding, Unused);
collect_line(Seen, [$\r, $\n | Rest], _, _) -> {stop, lists:reverse(Seen, "\n"), Rest};
collect_line(Seen, [$\n | Rest], _, _) -> {stop, lists:reverse(Seen, "\n"), Rest};
collect_line(Seen, [C | Rest], Encoding, Unused) -> collect_line([C | Seen], Rest, Encoding, Unused);
collect_line(Seen, [], _, _) -> Seen.

get_until(State, Data, Function) ->
    get_until(State, Data, latin1, Function).

get_until(start, Data, Encoding, Function) -> get_until([], Data, Encoding, Function);
get_until(State, Data, Encoding, Function) when is_binary(Data) ->
    get_until(State, decoded(Data, Encoding), Encoding, Function);
get_until(State, Data, _, {Module, Name, Arguments}) ->
    case apply(Module, Name, [State, Data | Arguments]) of
        {done, Result, Rest} -> {stop, Result, Rest};
        {more, NewState} -> NewState
    end.

decoded(Data, Encoding) ->
    unicode:characters_to_list(Data, Encoding).

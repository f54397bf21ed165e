%% Format strings: `~Width.Precision.PadModControl`, and what each prints.
%%
%% Invariant: a format and its arguments become a list of characters and of maps (see scan/2); the maps become text.
%% Invariant: anything wrong with a format or its arguments raises; io_lib turns that into badarg.
%% The digits of ~e, ~f and ~g are the 21 significant ones of float_to_list/1, rounded half up, as OTP does.
%%
%% Absent on purpose: the chars_limit option.
-module(io_lib_format).

-export([fwrite/2, fwrite/3, fwrite_g/1, scan/2, unscan/1, build/1, build/2, indentation/2]).

-define(DEFAULT_LINE, 80).

fwrite(Format, Arguments) ->
    build(scan(Format, Arguments)).

fwrite(Format, Arguments, _Options) ->
    fwrite(Format, Arguments).

%% The shortest text that reads back as the same float.
fwrite_g(Float) ->
    float_to_list(Float, [short]).

%% Reading a format.

%% Each control becomes #{control_char, args, width, adjust, precision, pad_char, encoding, strings, maps_order}.
scan(Format, Arguments) when is_atom(Format) ->
    scan(atom_to_list(Format), Arguments);
scan(Format, Arguments) when is_binary(Format) ->
    scan(binary_to_list(Format), Arguments);
scan([$~ | Format], Arguments) ->
    {Control, Rest, Left} = control(Format, Arguments),
    [Control | scan(Rest, Left)];
scan([C | Format], Arguments) ->
    [C | scan(Format, Arguments)];
scan([], []) ->
    [].

control(Format0, Arguments0) ->
    {Width, Adjust, Format1, Arguments1} = field_width(Format0, Arguments0),
    {Precision, Format2, Arguments2} = precision(Format1, Arguments1),
    {Pad, Format3, Arguments3} = pad_character(Format2, Arguments2),
    Base = #{width => Width, adjust => Adjust, precision => Precision, pad_char => Pad,
             encoding => latin1, strings => true},
    {Modified, [Control | Rest], Arguments4} = modifiers(Format3, Arguments3, Base),
    {Taken, Left} = lists:split(argument_count(Control), Arguments4),
    {Modified#{control_char => Control, args => Taken}, Rest, Left}.

field_width([$- | Format], Arguments) ->
    {Width, Rest, Left} = number_or_star(Format, Arguments),
    signed_width(-Width, Rest, Left);
field_width(Format, Arguments) ->
    {Width, Rest, Left} = number_or_star(Format, Arguments),
    signed_width(Width, Rest, Left).

signed_width(Width, Format, Arguments) when is_integer(Width), Width < 0 ->
    {-Width, left, Format, Arguments};
signed_width(Width, Format, Arguments) ->
    {Width, right, Format, Arguments}.

precision([$. | Format], Arguments) ->
    number_or_star(Format, Arguments);
precision(Format, Arguments) ->
    {none, Format, Arguments}.

pad_character([$., $* | Format], [Pad | Arguments]) -> {Pad, Format, Arguments};
pad_character([$., Pad | Format], Arguments) -> {Pad, Format, Arguments};
pad_character(Format, Arguments) -> {$\s, Format, Arguments}.

number_or_star([$* | Format], [Number | Arguments]) when is_integer(Number) ->
    {Number, Format, Arguments};
number_or_star([C | _] = Format, Arguments) when C >= $0, C =< $9 ->
    {Number, Rest} = number(Format, 0),
    {Number, Rest, Arguments};
number_or_star(Format, Arguments) ->
    {none, Format, Arguments}.

number([C | Format], Number) when C >= $0, C =< $9 ->
    number(Format, Number * 10 + (C - $0));
number(Format, Number) ->
    {Number, Format}.

modifiers([$t | Format], Arguments, Control) ->
    modifiers(Format, Arguments, Control#{encoding := unicode});
modifiers([$l | Format], Arguments, Control) ->
    modifiers(Format, Arguments, Control#{strings := false});
modifiers([$k | Format], Arguments, Control) ->
    modifiers(Format, Arguments, Control#{maps_order => ordered});
modifiers([$K | Format], [Order | Arguments], Control) ->
    modifiers(Format, Arguments, Control#{maps_order => Order});
modifiers(Format, Arguments, Control) ->
    {Control, Format, Arguments}.

argument_count($~) -> 0;
argument_count($n) -> 0;
argument_count($W) -> 2;
argument_count($P) -> 2;
argument_count($x) -> 2;
argument_count($X) -> 2;
argument_count(C) ->
    true = lists:member(C, "cspwefgbB#+i"),
    1.

%% The format string and the arguments that a scanned list stands for.
unscan(Parts) ->
    {lists:flatten([unscan_format(Part) || Part <- Parts]), lists:append([unscan_arguments(Part) || Part <- Parts])}.

unscan_arguments(#{args := Arguments} = Part) ->
    case maps:get(maps_order, Part, undefined) of
        Order when is_function(Order); Order =:= reversed -> [Order | Arguments];
        _ -> Arguments
    end;
unscan_arguments(_) ->
    [].

unscan_format(#{control_char := Control} = Part) ->
    [$~, unscan_width(Part), unscan_precision(Part), unscan_encoding(Part), unscan_order(Part),
     unscan_strings(Part), Control];
unscan_format(C) ->
    C.

unscan_width(#{width := none}) -> "";
unscan_width(#{width := Width, adjust := left}) -> [$- | integer_to_list(Width)];
unscan_width(#{width := Width}) -> integer_to_list(Width).

unscan_precision(#{precision := none, pad_char := $\s}) -> "";
unscan_precision(#{precision := none, pad_char := Pad}) -> [$., $., Pad];
unscan_precision(#{precision := Precision, pad_char := $\s}) -> [$. | integer_to_list(Precision)];
unscan_precision(#{precision := Precision, pad_char := Pad}) -> [$., integer_to_list(Precision), $., Pad].

unscan_encoding(#{encoding := unicode}) -> "t";
unscan_encoding(_) -> "".

unscan_strings(#{strings := false}) -> "l";
unscan_strings(_) -> "".

unscan_order(#{maps_order := undefined}) -> "";
unscan_order(#{maps_order := ordered}) -> "k";
unscan_order(#{maps_order := _}) -> "K";
unscan_order(_) -> "".

%% Building the text.

build(Parts) ->
    build(Parts, pretty_count(Parts), 0).

build(Parts, _Options) ->
    build(Parts).

pretty_count([#{control_char := Control} | Parts]) when Control =:= $p; Control =:= $P ->
    1 + pretty_count(Parts);
pretty_count([_ | Parts]) ->
    pretty_count(Parts);
pretty_count([]) ->
    0.

%% The column matters only while a pretty printed term is still to come.
build([#{control_char := Control} = Part | Parts], Pretty, Column) ->
    Text = print_control(Control, Part, Column),
    Left =
        case Control of
            $p -> Pretty - 1;
            $P -> Pretty - 1;
            _ -> Pretty
        end,
    NewColumn =
        case Left > 0 of
            true -> indentation(Text, Column);
            false -> Column
        end,
    case Text of
        [] -> build(Parts, Left, NewColumn);
        _ -> [Text | build(Parts, Left, NewColumn)]
    end;
build([$\n | Parts], Pretty, _Column) ->
    [$\n | build(Parts, Pretty, 0)];
build([$\t | Parts], Pretty, Column) ->
    [$\t | build(Parts, Pretty, (Column + 8) div 8 * 8)];
build([C | Parts], Pretty, Column) ->
    [C | build(Parts, Pretty, Column + 1)];
build([], _, _) ->
    [].

%% The column after a deep list of characters.
indentation([$\n | Rest], _) -> indentation(Rest, 0);
indentation([$\t | Rest], Column) -> indentation(Rest, (Column + 8) div 8 * 8);
indentation([C | Rest], Column) when is_integer(C) -> indentation(Rest, Column + 1);
indentation([Inner | Rest], Column) -> indentation(Rest, indentation(Inner, Column));
indentation([], Column) -> Column.

print_control($w, #{args := [Term]} = Part, _) -> in_field(write(Term, -1, Part), Part);
print_control($W, #{args := [Term, Depth]} = Part, _) when is_integer(Depth) -> in_field(write(Term, Depth, Part), Part);
print_control($p, #{args := [Term]} = Part, Column) -> pretty(Term, -1, Part, Column);
print_control($P, #{args := [Term, Depth]} = Part, Column) when is_integer(Depth) -> pretty(Term, Depth, Part, Column);
print_control($s, #{args := [Data], encoding := Encoding} = Part, _) -> text(characters(Data, Encoding), Part);
print_control($c, #{args := [C], encoding := latin1} = Part, _) when is_integer(C) -> repeated(C band 255, Part);
print_control($c, #{args := [C]} = Part, _) when is_integer(C) -> repeated(C, Part);
print_control($e, #{args := [Float]} = Part, _) when is_float(Float) -> exponent_float(Float, default_precision(Part));
print_control($f, #{args := [Float]} = Part, _) when is_float(Float) -> fixed_float(Float, default_precision(Part));
print_control($g, #{args := [Float]} = Part, _) when is_float(Float) -> general_float(Float, default_precision(Part));
print_control($b, #{args := [Integer]} = Part, _) -> based(Integer, "", lower, Part);
print_control($B, #{args := [Integer]} = Part, _) -> based(Integer, "", upper, Part);
print_control($x, #{args := [Integer, Prefix]} = Part, _) -> based(Integer, prefix(Prefix), lower, Part);
print_control($X, #{args := [Integer, Prefix]} = Part, _) -> based(Integer, prefix(Prefix), upper, Part);
print_control($+, #{args := [Integer]} = Part, _) -> based(Integer, base_prefix(Part), lower, Part);
print_control($#, #{args := [Integer]} = Part, _) -> based(Integer, base_prefix(Part), upper, Part);
print_control($~, Part, _) -> repeated($~, Part);
print_control($n, #{width := none, adjust := right}, _) -> "\n";
print_control($n, #{width := Width, adjust := right}, _) -> characters_of($\n, Width);
print_control($i, _, _) -> [].

%% Terms.

write(Term, Depth, #{encoding := Encoding} = Part) ->
    io_lib:write(Term, [{depth, Depth}, {encoding, Encoding}, {maps_order, maps_order(Part)}]).

maps_order(Part) ->
    maps:get(maps_order, Part, undefined).

pretty(Term, Depth, #{width := none} = Part, Column) ->
    pretty(Term, Depth, Part#{width := ?DEFAULT_LINE}, Column);
pretty(Term, Depth, #{precision := none} = Part, Column) ->
    pretty(Term, Depth, Part#{precision := Column + 1}, Column);
pretty(Term, Depth, #{adjust := right, width := Width, precision := Start} = Part, _) ->
    #{encoding := Encoding, strings := Strings} = Part,
    io_lib_pretty:print(Term, [{column, Start}, {line_length, Width}, {depth, Depth},
                               {encoding, Encoding}, {strings, Strings}, {maps_order, maps_order(Part)}]).

%% A text in a field: too long a text becomes stars.
in_field(Text, #{width := none, precision := none}) ->
    Text;
in_field(Text, #{width := none, precision := Precision, adjust := Adjust, pad_char := Pad}) ->
    in_field(Text, Precision, Adjust, Precision, Pad);
in_field(Text, #{width := Width, precision := Precision, adjust := Adjust, pad_char := Pad}) ->
    in_field(Text, Width, Adjust, Precision, Pad).

in_field(Text, Width, Adjust, Precision, Pad) ->
    Length = io_lib:chars_length(Text),
    Shown =
        case Precision of
            none -> min(Length, Width);
            _ -> min(Length, min(Precision, Width))
        end,
    if
        Length > Shown -> adjusted(characters_of($*, Shown), characters_of(Pad, Width - Shown), Adjust);
        Width >= Shown -> adjusted(Text, characters_of(Pad, Width - Shown), Adjust)
    end.

adjusted(Text, [], _) -> Text;
adjusted(Text, Padding, left) -> [Text | Padding];
adjusted(Text, Padding, right) -> [Padding | Text].

characters_of(_, 0) -> [];
characters_of(C, Count) when Count > 0 -> [C | characters_of(C, Count - 1)].

%% A character: the width repeats it unless a precision says how often.
repeated(C, #{width := none, precision := none}) ->
    [C];
repeated(C, #{width := Width, precision := none}) ->
    characters_of(C, Width);
repeated(C, #{width := none, precision := Precision}) ->
    characters_of(C, Precision);
repeated(C, #{width := Width, precision := Precision, adjust := Adjust, pad_char := Pad}) when Width >= Precision ->
    adjusted(characters_of(C, Precision), characters_of(Pad, Width - Precision), Adjust).

%% Strings.

characters(Atom, latin1) when is_atom(Atom) -> latin1_characters(atom_to_list(Atom));
characters(Atom, unicode) when is_atom(Atom) -> atom_to_list(Atom);
characters(Data, latin1) -> latin1_characters(Data);
characters(Data, unicode) -> unicode_characters(Data).

latin1_characters([C | Rest]) when is_integer(C), C >= 0, C =< 255 -> [C | latin1_characters(Rest)];
latin1_characters([Inner | Rest]) when not is_integer(Inner) -> [latin1_characters(Inner) | latin1_characters(Rest)];
latin1_characters([]) -> [];
latin1_characters(Bytes) when is_binary(Bytes) -> binary_to_list(Bytes).

%% A number that is no character is left to who writes it.
unicode_characters([C | Rest]) when is_integer(C), C >= 0 -> [C | unicode_characters(Rest)];
unicode_characters([Inner | Rest]) when not is_integer(Inner) -> [unicode_characters(Inner) | unicode_characters(Rest)];
unicode_characters([]) -> [];
unicode_characters(Bytes) when is_binary(Bytes) ->
    case unicode:characters_to_list(Bytes) of
        Characters when is_list(Characters) -> Characters;
        _ -> binary_to_list(Bytes)
    end.

%% The precision is how much of the string is shown, the width how much room it has.
text(Text, #{width := none, precision := none}) ->
    Text;
text(Text, #{width := none, precision := Shown, pad_char := Pad}) ->
    cut(Text, Shown, left, Pad);
text(Text, #{width := Width, precision := none, adjust := Adjust, pad_char := Pad}) ->
    cut(Text, Width, Adjust, Pad);
text(Text, #{width := Width, precision := Width, adjust := Adjust, pad_char := Pad}) ->
    cut(Text, Width, Adjust, Pad);
text(Text, #{width := Width, precision := Shown, adjust := Adjust, pad_char := Pad}) when Width > Shown ->
    adjusted(cut(Text, Shown, left, Pad), characters_of(Pad, Width - Shown), Adjust).

cut(Text, Width, Adjust, Pad) ->
    case string:length(Text) of
        Length when Length > Width -> string:slice(Text, 0, Width);
        Length -> adjusted(Text, characters_of(Pad, Width - Length), Adjust)
    end.

prefix(Prefix) when is_atom(Prefix) -> atom_to_list(Prefix);
prefix(Prefix) ->
    true = io_lib:deep_char_list(Prefix),
    Prefix.

%% Integers.

base(#{precision := none}) -> 10;
base(#{precision := Base}) -> Base.

base_prefix(Part) ->
    integer_to_list(base(Part)) ++ "#".

%% Here the precision is the base, so only the width forms the field.
based(Integer, Prefix, Case, Part) when is_integer(Integer) ->
    Digits = digits_of(abs(Integer), base(Part), Case),
    Sign =
        case Integer < 0 of
            true -> "-";
            false -> ""
        end,
    in_field(lists:flatten([Sign, Prefix | Digits]), Part#{precision := none}).

digits_of(Integer, Base, upper) -> integer_to_list(Integer, Base);
digits_of(Integer, Base, lower) -> [lower(C) || C <- integer_to_list(Integer, Base)].

lower(C) when C >= $A, C =< $Z -> C + 32;
lower(C) -> C.

%% Floats: the precision is of the number, the width of the field.

default_precision(#{precision := none} = Part) -> Part#{precision := 6};
default_precision(Part) -> Part.

exponent_float(Float, #{precision := Precision} = Part) when Precision >= 2 ->
    {Sign, Digits, Exponent} = decimal(Float),
    {Shown, Carry} = rounded(Digits, Precision),
    [First | Fraction] = Shown,
    in_field(Sign ++ [First, $. | Fraction] ++ exponent(Exponent + Carry), Part#{precision := none}).

exponent(E) when E >= 0 -> "e+" ++ integer_to_list(E);
exponent(E) -> "e-" ++ integer_to_list(-E).

fixed_float(Float, #{precision := Precision} = Part) when Precision >= 1 ->
    {Sign, Digits, Exponent} = decimal(Float),
    %% With leading zeros at least one digit stands before the point.
    Padded = lists:duplicate(max(-Exponent, 0), $0) ++ Digits,
    Whole = max(Exponent, 0) + 1,
    {Shown, Carry} = rounded(Padded, Whole + Precision),
    {Before, After} = lists:split(Whole + Carry, widened(Shown, Carry)),
    in_field(Sign ++ Before ++ [$. | After], Part#{precision := none}).

widened(Digits, 0) -> Digits;
widened(Digits, 1) -> Digits ++ "0".

%% Fixed where the magnitude allows it, else with an exponent; the precision counts significant digits.
general_float(Float, #{precision := Precision} = Part) when Precision >= 1 ->
    Magnitude = magnitude(abs(Float)),
    if
        Precision =< 1, Magnitude =:= -1;
        is_integer(Magnitude), Precision - 1 > Magnitude, Magnitude >= -1 ->
            fixed_float(Float, Part#{precision := Precision - 1 - Magnitude});
        Precision =< 1 ->
            exponent_float(Float, Part#{precision := 2});
        true ->
            exponent_float(Float, Part)
    end.

magnitude(A) when A < 0.1 -> -2;
magnitude(A) when A < 1.0 -> -1;
magnitude(A) when A < 10.0 -> 0;
magnitude(A) when A < 100.0 -> 1;
magnitude(A) when A < 1000.0 -> 2;
magnitude(A) when A < 10000.0 -> 3;
magnitude(_) -> large.

%% {Sign, Digits, Exponent}: the number is Digits with a point after the first, times ten to the Exponent.
decimal(Float) ->
    case float_to_list(Float) of
        [$- | Text] -> decimal("-", Text);
        Text -> decimal("", Text)
    end.

decimal(Sign, [First, $. | Rest]) ->
    {Fraction, [$e | Exponent]} = lists:splitwith(fun(C) -> C =/= $e end, Rest),
    {Sign, [First | Fraction], list_to_integer(Exponent)}.

%% The first Count digits rounded half up, zeros added where there are too few; a carry of 1 means that the number
%% became 1 followed by Count - 1 zeros, of the next magnitude.
rounded(Digits, Count) ->
    case round_digits(Digits, Count) of
        {Shown, 0} -> {Shown, 0};
        {Shown, 1} -> {[$1 | lists:droplast(Shown)], 1}
    end.

round_digits([Next | _], 0) when Next >= $5 -> {[], 1};
round_digits(_, 0) -> {[], 0};
round_digits([], Count) -> {characters_of($0, Count), 0};
round_digits([Digit | Digits], Count) ->
    case round_digits(Digits, Count - 1) of
        {Shown, 1} when Digit =:= $9 -> {[$0 | Shown], 1};
        {Shown, Carry} -> {[Digit + Carry | Shown], 0}
    end.

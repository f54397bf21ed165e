%% Terms over several lines: one line where it fits, else indented.
%%
%% First a term is measured: a tree of nodes {Content, Length} where Length is that of the node on one line. Then the
%% tree is laid out on a page. A node stays on one line when it fits both the page and the most characters a line may
%% have beside its indentation. Simple nodes follow each other on a line, every other node begins its own.
%% The arguments of a tagged tuple stand below each other after the tag, or, where that would go too far right,
%% indented by 4 or by 1: the first of these choices that works for the whole term is taken for all of it.
%%
%% Invariant: layout never measures again; Column is where the next character goes, counted from 1; Used is the
%% characters already on the line since its indentation; Depth is the number of closing brackets due on the last line.
%%
%% Absent on purpose: the chars_limit option.
-module(io_lib_pretty).

-export([print/1, print/2, print/3, print/4, print/5, print/6]).

-define(LINE_LENGTH, 80).

%% How terms are measured: encoding, strings (whether lists may be shown as strings), order of map keys, and a
%% function (Tag, Arity) -> [FieldName] | no for records.
-record(style, {encoding, strings, order, records}).
%% Where nodes are laid out: line length, most characters on a line, indentation of the arguments of a tag (or -1).
-record(page, {length, most, tag}).

print(Term) ->
    print(Term, []).

print(Term, Options) when is_list(Options) ->
    Style = #style{
        encoding = option(encoding, Options, latin1),
        strings = option(strings, Options, true),
        order = option(maps_order, Options, undefined),
        records = option(record_print_fun, Options, fun no_records/2)
    },
    print(Term, option(column, Options, 1), option(line_length, Options, ?LINE_LENGTH), option(depth, Options, -1),
          option(line_max_chars, Options, -1), Style);
print(Term, Records) ->
    print(Term, [{record_print_fun, Records}]).

print(Term, Depth, Records) ->
    print(Term, [{depth, Depth}, {record_print_fun, Records}]).

print(Term, Column, LineLength, Depth) ->
    print(Term, [{column, Column}, {line_length, LineLength}, {depth, Depth}]).

print(Term, Column, LineLength, Depth, Records) ->
    print(Term, [{column, Column}, {line_length, LineLength}, {depth, Depth}, {record_print_fun, Records}]).

print(_, _, _, 0, _, _) ->
    "...";
print(Term, Column, LineLength, Depth, Most, Style) when Column =< 0 ->
    print(Term, 1, LineLength, Depth, Most, Style);
print(Term, Column, LineLength, Depth, Most, #style{} = Style) ->
    {_, Length} = Node = measure(Term, Depth, Style),
    Page = #page{length = LineLength, most = limit(Most, Length), tag = -1},
    case LineLength =:= 0 orelse is_simple(Node) orelse fits(Node, Column, 0, 0, Page) of
        true -> one_line(Node);
        false ->
            Indent = lists:duplicate(Column - 1, $\s),
            lay_out(Node, Column, Indent, 0, 0, choose_tag_indentation(Node, Column, Page))
    end;
print(Term, Column, LineLength, Depth, Most, Records) ->
    print(Term, [{column, Column}, {line_length, LineLength}, {depth, Depth}, {line_max_chars, Most},
                 {record_print_fun, Records}]).

option(Key, Options, Default) ->
    case lists:keyfind(Key, 1, Options) of
        {Key, Value} -> Value;
        false -> Default
    end.

no_records(_, _) ->
    no.

limit(Most, Length) when Most < 0 -> Length;
limit(Most, _) -> Most.

%% Measuring. Content is a list of characters when the node is simple, else {list, Items}, {tuple, Tagged, Items},
%% {map, Pairs}, {pair, Key, Value}, {record, Items}, {field, Name, Value}, {bits, Characters} or, of a
%% native record, {native_field, Name, Value}: its value begins on the line of its name.
%% Items end in [], in a node (the last of an improper list) or in `dots` where the depth ended.

measure(_, 0, _) -> {"...", 3};
measure([], _, _) -> {"[]", 2};
measure({}, _, _) -> {"{}", 2};
measure(<<>>, _, _) -> {"<<>>", 4};
measure(List, Depth, Style) when is_list(List) ->
    case Style#style.strings andalso is_printable(List, Depth, Style) of
        true -> simple(quoted(List, Style));
        false -> measure_list(List, Depth, Style)
    end;
measure(Tuple, Depth, Style) when is_tuple(Tuple) -> measure_tuple(Tuple, Depth, Style);
measure(Map, Depth, Style) when is_map(Map) -> measure_map(Map, Depth, Style);
measure(Bits, Depth, Style) when is_bitstring(Bits) -> measure_bits(Bits, Depth, Style);
measure(Term, Depth, Style) ->
    case erlang:is_record(Term) of
        true -> measure_native_record(Term, Depth, Style);
        false -> measure_simple(Term, Style)
    end.

measure_simple(Term, #style{encoding = Encoding}) -> simple(io_lib:write(Term, [{encoding, encoding(Encoding)}])).

encoding(latin1) -> latin1;
encoding(_) -> unicode.

simple(Text) ->
    {Text, io_lib:chars_length(Text)}.

quoted(List, #style{encoding = latin1}) -> io_lib:write_latin1_string(List, $");
quoted(List, _) -> io_lib:write_string(List, $").

is_printable(_, 1, _) -> false;
is_printable(List, _, #style{encoding = latin1}) -> io_lib:printable_latin1_list(List);
is_printable(List, _, _) -> io_lib:printable_list(List).

measure_list(List, Depth, Style) ->
    Items = measure_items(List, Depth, Style),
    {{list, Items}, items_length(Items, 2)}.

measure_items([], _, _) -> [];
measure_items(_, 1, _) -> dots;
measure_items([Head | Tail], Depth, Style) ->
    [measure(Head, Depth - 1, Style) | measure_items(Tail, Depth - 1, Style)];
measure_items(Last, Depth, Style) -> measure(Last, Depth - 1, Style).

items_length([], Length) -> Length;
items_length([{_, Item} | Rest], Length) -> rest_length(Rest, Length + Item);
items_length(dots, Length) -> Length + 3.

rest_length([], Length) -> Length;
rest_length([{_, Item} | Rest], Length) -> rest_length(Rest, Length + Item + 1);
rest_length(dots, Length) -> Length + 4;
rest_length({_, Item}, Length) -> Length + Item + 1.

measure_tuple(_, 1, _) ->
    {"{...}", 5};
measure_tuple(Tuple, Depth, Style) ->
    Tag = element(1, Tuple),
    Names =
        case is_atom(Tag) of
            true -> (Style#style.records)(Tag, tuple_size(Tuple) - 1);
            false -> no
        end,
    case Names of
        no ->
            Items = measure_elements(tuple_to_list(Tuple), Depth, Style),
            {{tuple, is_atom(Tag) andalso tuple_size(Tuple) > 1, Items}, items_length(Items, 2)};
        _ ->
            measure_record(Tuple, Names, Depth, Style)
    end.

measure_elements([], _, _) -> [];
measure_elements(_, 1, _) -> dots;
measure_elements([Element | Rest], Depth, Style) ->
    [measure(Element, Depth - 1, Style) | measure_elements(Rest, Depth - 1, Style)].

measure_record(Tuple, Names, Depth, Style) ->
    [Tag | Values] = tuple_to_list(Tuple),
    {Text, Length} = simple([$# | io_lib:write_atom(Tag)]),
    Fields = measure_fields(Names, Values, Depth - 1, Style),
    {{record, [{Text, Length} | Fields]}, items_length(Fields, Length + 2)}.

measure_native_record(Record, Depth, Style) ->
    Names = records:get_field_names(Record),
    Head = [$#, io_lib:write_atom(records:get_module(Record)), $:, io_lib:write_atom(records:get_name(Record))],
    {Text, Length} = simple(Head),
    Fields = measure_native_fields(Names, Record, Depth - 1, Style),
    {{record, [{Text, Length} | Fields]}, items_length(Fields, Length + 2)}.

measure_native_fields([], _, _, _) -> [];
measure_native_fields(_, _, Depth, _) when Depth =:= 1; Depth =:= 0 -> dots;
measure_native_fields([Name | Names], Record, Depth, Style) ->
    {_, NameLength} = NameNode = simple(io_lib:write_atom(Name)),
    {_, ValueLength} = Node = measure(records:get(Name, Record), Depth - 1, Style),
    [{{native_field, NameNode, Node}, NameLength + 3 + ValueLength}
     | measure_native_fields(Names, Record, Depth - 1, Style)].

measure_fields([], [], _, _) -> [];
measure_fields(_, _, 1, _) -> dots;
measure_fields([Name | Names], [Value | Values], Depth, Style) ->
    {NameText, NameLength} = simple(io_lib:write_atom(Name)),
    {_, ValueLength} = Node = measure(Value, Depth - 1, Style),
    [{{field, {NameText, NameLength}, Node}, NameLength + 3 + ValueLength}
     | measure_fields(Names, Values, Depth - 1, Style)].

measure_map(Map, _, _) when map_size(Map) =:= 0 ->
    {"#{}", 3};
measure_map(_, 1, _) ->
    {"#{...}", 6};
measure_map(Map, Depth, Style) ->
    Pairs = measure_pairs(maps:next(maps:iterator(Map, Style#style.order)), Depth, Depth - 1, Style),
    {{map, Pairs}, items_length(Pairs, 3)}.

%% Left is how many pairs may be shown; each is as deep as the first.
measure_pairs(none, _, _, _) -> [];
measure_pairs(_, 1, _, _) -> dots;
measure_pairs({Key, Value, Iterator}, Left, Depth, Style) ->
    {_, KeyLength} = KeyNode = measure(Key, Depth, Style),
    {_, ValueLength} = ValueNode = measure(Value, Depth, Style),
    [{{pair, KeyNode, ValueNode}, KeyLength + ValueLength + 4}
     | measure_pairs(maps:next(Iterator), Left - 1, Depth, Style)].

measure_bits(_, 1, _) ->
    {"<<...>>", 7};
measure_bits(Bits, Depth, Style) ->
    case is_binary(Bits) andalso Style#style.strings andalso binary_text(Bits, Depth - 1, Style) of
        {Text, Suffix} -> simple(["<<", quoted(Text, Style#style{encoding = unicode}), Suffix]);
        false -> measure_bytes(io_lib:write(Bits, Depth))
    end.

measure_bytes(Text) ->
    {{bits, lists:flatten(Text)}, iolist_size(Text)}.

%% The characters of a binary that is text, and what follows the closing quote. A depth shows 4 bytes a level; where it
%% cuts, a text is also what begins with as many printable characters as there are levels.
binary_text(Bytes, Depth, #style{encoding = Encoding}) ->
    Shown =
        case Depth >= 0 of
            true -> min(4 * Depth, byte_size(Bytes));
            false -> byte_size(Bytes)
        end,
    case Encoding =/= latin1 andalso is_utf8(Bytes, Shown) of
        true -> utf8_text(Bytes, Shown, Depth);
        false -> latin1_text(Bytes, Shown, Depth)
    end.

latin1_text(Bytes, Shown, Depth) ->
    IsPrintable = fun(C) -> io_lib:printable_latin1_list([C]) end,
    Text = lists:takewhile(IsPrintable, binary_to_list(binary:part(Bytes, 0, Shown))),
    case length(Text) of
        Length when Length =:= byte_size(Bytes) -> {Text, ">>"};
        Length when Length =:= Shown, Shown > 0 -> {Text, "...>>"};
        Length when Depth > 0, Length >= Depth -> {Text, "...>>"};
        _ -> false
    end.

is_utf8(_, 0) -> true;
is_utf8(<<>>, _) -> true;
is_utf8(<<_/utf8, Rest/binary>>, Count) -> is_utf8(Rest, Count - 1);
is_utf8(_, _) -> false.

utf8_text(Bytes, Shown, Depth) ->
    {Text, Rest} = utf8_prefix(Bytes, Shown, []),
    Length = length(Text),
    Suffix =
        case byte_size(Bytes) - byte_size(Rest) of
            Length -> "";
            _ -> "/utf8"
        end,
    case Rest of
        <<>> -> {Text, Suffix ++ ">>"};
        _ when Depth > 0, Length >= Depth -> {Text, Suffix ++ "...>>"};
        _ -> false
    end.

utf8_prefix(<<C/utf8, Rest/binary>> = Bytes, Count, Seen) when Count > 0 ->
    case io_lib:printable_list([C]) of
        true -> utf8_prefix(Rest, Count - 1, [C | Seen]);
        false -> {lists:reverse(Seen), Bytes}
    end;
utf8_prefix(Bytes, _, Seen) ->
    {lists:reverse(Seen), Bytes}.

%% On one line.

one_line({{list, Items}, _}) -> [$[, one_line_items(Items, $|), $]];
one_line({{tuple, _, Items}, _}) -> [${, one_line_items(Items, $,), $}];
one_line({{map, Pairs}, _}) -> ["#{", one_line_items(Pairs, $,), $}];
one_line({{pair, Key, Value}, _}) -> [one_line(Key), " => ", one_line(Value)];
one_line({{record, [Tag | Fields]}, _}) -> [one_line(Tag), ${, one_line_items(Fields, $,), $}];
one_line({{native_field, Name, Value}, _}) -> [one_line(Name), " = ", one_line(Value)];
one_line({{field, Name, Value}, _}) -> [one_line(Name), " = ", one_line(Value)];
one_line({{bits, Text}, _}) -> Text;
one_line({Text, _}) -> Text.

one_line_items([Item | Rest], Separator) -> [one_line(Item) | one_line_rest(Rest, Separator)];
one_line_items(Rest, _) -> one_line_last(Rest).

one_line_rest([Item | Rest], Separator) -> [$,, one_line(Item) | one_line_rest(Rest, Separator)];
one_line_rest([], _) -> [];
one_line_rest(Last, Separator) -> [Separator, one_line_last(Last)].

one_line_last(dots) -> "...";
one_line_last([]) -> "";
one_line_last(Node) -> one_line(Node).

is_simple({{list, _}, _}) -> false;
is_simple({{tuple, _, _}, _}) -> false;
is_simple({{map, _}, _}) -> false;
is_simple({{record, _}, _}) -> false;
is_simple({{pair, Key, Value}, _}) -> is_simple(Key) andalso is_simple(Value);
is_simple({{field, _, Value}, _}) -> is_simple(Value);
is_simple({{native_field, _, Value}, _}) -> is_simple(Value);
is_simple({{bits, _}, _}) -> false;
is_simple(_) -> true.

fits({_, Length}, Column, Depth, Used, #page{length = LineLength, most = Most}) ->
    Length < LineLength - Column - Depth andalso Length + Used + Depth =< Most.

%% The brackets due after an item: none but the comma while others follow.
depth_after([_ | _], _) -> 0;
depth_after(_, Depth) -> Depth + 1.

%% Whether a further item and its comma fit on the line.
rest_fits({_, Length}, Column, 0, Used, #page{length = LineLength, most = Most}) ->
    Length + 2 < LineLength - Column andalso Used + Length + 2 =< Most;
rest_fits({_, Length}, Column, Depth, Used, #page{length = LineLength, most = Most}) ->
    Length + 1 < LineLength - Column - Depth andalso Used + Length + 1 + Depth =< Most.

%% Over several lines.

lay_out({Content, _} = Node, Column, Indent, Depth, Used, Page) ->
    case fits(Node, Column, Depth, Used, Page) of
        true -> one_line(Node);
        false -> break(Content, Column, Indent, Depth, Used, Page)
    end.

break({list, Items}, Column, Indent, Depth, Used, Page) ->
    [$[, items(Items, Column + 1, indented(1, Indent), Depth, $|, Used + 1, Page), $]];
break({tuple, true, Items}, Column, Indent, Depth, Used, Page) ->
    [${, tagged(Items, Column, Indent, Depth, Used + 1, Page), $}];
break({tuple, false, Items}, Column, Indent, Depth, Used, Page) ->
    [${, items(Items, Column + 1, indented(1, Indent), Depth, $,, Used + 1, Page), $}];
break({map, Pairs}, Column, Indent, Depth, Used, Page) ->
    ["#{", items(Pairs, Column + 2, indented(2, Indent), Depth, $,, Used + 2, Page), $}];
break({record, [Tag | Fields]}, Column, Indent, Depth, Used, Page) ->
    [one_line(Tag), ${, record_fields(Tag, Fields, Column, Indent, Depth, Used, Page), $}];
break({pair, Key, Value}, Column, Indent, Depth, Used, Page) ->
    named(Key, " =>\n", Value, Column, Indent, Depth, Used, Page);
break({field, Name, Value}, Column, Indent, Depth, Used, Page) ->
    named(Name, " =\n", Value, Column, Indent, Depth, Used, Page);
break({native_field, {_, Length} = Name, Value}, Column, Indent, Depth, Used, Page) ->
    Width = Length + 3,
    [one_line(Name), " = " | lay_out(Value, Column + Width, indented(Width, Indent), Depth, Used + Width, Page)];
break({bits, Text}, Column, Indent, Depth, Used, Page) ->
    break_bits(Text, Column + 2, indented(2, Indent), Depth, Used, Page);
break(Text, _, _, _, _, _) ->
    Text.

indented(Count, Indent) ->
    lists:duplicate(Count, $\s) ++ Indent.

%% A key or field name with its value on the next line.
named(Name, Arrow, Value, Column, Indent, Depth, Used, #page{tag = Tag} = Page) ->
    Width = value_indentation(Tag),
    ValueIndent = indented(Width, Indent),
    [lay_out(Name, Column, Indent, Depth, Used, Page), Arrow, ValueIndent
     | lay_out(Value, Column + Width, ValueIndent, Depth, 0, Page)].

value_indentation(Tag) when Tag > 0 -> Tag;
value_indentation(_) -> 4.

items(dots, _, _, _, _, _, _) ->
    "...";
items([First | Rest], Column, Indent, Depth, Separator, Used, Page) ->
    {Text, Width} = item(First, Column, Indent, depth_after(Rest, Depth), Used, Page),
    [Text | rest(Rest, Column, Column + Width, Indent, Depth, Separator, Used + Width, Page)].

%% Start is the column where items begin, Column where the line has come to.
rest([], _, _, _, _, _, _, _) ->
    "";
rest(dots, _, _, _, _, Separator, _, _) ->
    [Separator | "..."];
rest([Item | Rest], Start, Column, Indent, Depth, Separator, Used, Page) ->
    {_, Length} = Item,
    After = depth_after(Rest, Depth),
    case is_simple(Item) andalso rest_fits(Item, Column, After, Used, Page) of
        true ->
            [$,, one_line(Item)
             | rest(Rest, Start, Column + Length + 1, Indent, Depth, Separator, Used + Length + 1, Page)];
        false ->
            {Text, Width} = item(Item, Start, Indent, After, 0, Page),
            [$,, $\n, Indent, Text | rest(Rest, Start, Start + Width, Indent, Depth, Separator, Width, Page)]
    end;
rest(Last, Start, Column, Indent, Depth, Separator, Used, Page) ->
    {_, Length} = Last,
    case is_simple(Last) andalso fits({last, Length + 1}, Column, Depth + 1, Used, Page) of
        true -> [Separator | one_line(Last)];
        false -> [Separator, $\n, Indent | lay_out(Last, Start, Indent, Depth + 1, 0, Page)]
    end.

%% An item and the width it leaves behind it: anything that is not simple fills its line.
item({_, Length} = Item, Column, Indent, Depth, Used, #page{length = LineLength} = Page) ->
    case is_simple(Item) andalso fits(Item, Column, Depth, Used, Page) of
        true -> {one_line(Item), Length};
        false -> {lay_out(Item, Column, Indent, Depth, Used, Page), LineLength}
    end.

tagged([{_, TagLength} = Tag | Rest], Column, Indent, Depth, Used, #page{tag = Narrow} = Page) ->
    %% Two more for the bracket and the comma.
    Width = TagLength + 2,
    case Narrow > 0 andalso Width > Narrow of
        true ->
            Start = Column + Narrow,
            [one_line(Tag)
             | rest(Rest, Start, Column + Width, indented(Narrow, Indent), Depth, $,, Used + TagLength, Page)];
        false when Rest =:= dots ->
            [one_line(Tag), $, | "..."];
        false ->
            [one_line(Tag), $,
             | items(Rest, Column + Width, indented(Width, Indent), Depth, $,, Used + TagLength + 1, Page)]
    end.

record_fields(_, [], _, _, _, _, _) ->
    "";
record_fields(_, dots, _, _, _, _, _) ->
    "...";
record_fields({_, TagLength}, Fields, Column, Indent, Depth, Used, #page{tag = Narrow} = Page) ->
    Width = TagLength + 1,
    case Narrow > 0 andalso Width > Narrow of
        true ->
            FieldIndent = indented(Narrow, Indent),
            [$\n, FieldIndent, items(Fields, Column + Narrow, FieldIndent, Depth, $,, 0, Page)];
        false ->
            items(Fields, Column + Width, indented(Width, Indent), Depth, $,, Used + Width, Page)
    end.

%% Bytes, broken after commas.
break_bits(Text, Column, Indent, Depth, Used, #page{length = LineLength, most = Most}) ->
    [$<, $< | Inner] = Text,
    Bytes = lists:sublist(Inner, length(Inner) - 2),
    Room = max(8, min(LineLength - Column, Most - 4 - Used) - Depth),
    ["<<", byte_lines(pieces(Bytes), Room, Room, Indent), ">>"].

pieces(Bytes) ->
    case lists:splitwith(fun(C) -> C =/= $, end, Bytes) of
        {Last, []} -> [Last];
        {Piece, [$, | Rest]} -> [Piece ++ "," | pieces(Rest)]
    end.

byte_lines([Piece | Pieces], Left, Room, Indent) ->
    case length(Piece) of
        Length when Left >= Length; Left =:= Room -> [Piece | byte_lines(Pieces, Left - Length, Room, Indent)];
        Length -> [$\n, Indent, Piece | byte_lines(Pieces, Room - Length, Room, Indent)]
    end;
byte_lines([], _, _, _) ->
    "".

%% How far the arguments of a tag are indented: as far as the tag is long (-1), else 4, else 1.

choose_tag_indentation(Node, Column, Page) ->
    Works = fun(Tag) -> is_roomy(Node, Column, 0, 0, Page#page{tag = Tag}) end,
    case lists:search(Works, [-1, 4]) of
        {value, Tag} -> Page#page{tag = Tag};
        false -> Page#page{tag = 1}
    end.

%% Whether every tag in a node that has to be broken leaves enough room to its right.
is_roomy({Content, _} = Node, Column, Depth, Used, Page) ->
    case fits(Node, Column, Depth, Used, Page) of
        true -> true;
        false -> is_roomy_broken(Content, Column, Depth, Used, Page)
    end.

is_roomy_broken({list, Items}, Column, Depth, Used, Page) ->
    are_roomy(Items, Column + 1, Depth, Used + 1, Page);
is_roomy_broken({tuple, true, [{_, TagLength} | Rest]}, Column, Depth, Used, Page) ->
    is_roomy_tagged(TagLength, Rest, Column, Depth, Used + 1, Page);
is_roomy_broken({tuple, false, Items}, Column, Depth, Used, Page) ->
    are_roomy(Items, Column + 1, Depth, Used + 1, Page);
is_roomy_broken({map, Pairs}, Column, Depth, Used, Page) ->
    are_roomy(Pairs, Column + 2, Depth, Used + 2, Page);
is_roomy_broken({record, [{_, TagLength} | Fields]}, Column, Depth, Used, Page) ->
    is_roomy_record(TagLength, Fields, Column, Depth, Used, Page);
is_roomy_broken({pair, Key, Value}, Column, Depth, Used, #page{tag = Tag} = Page) ->
    is_roomy(Key, Column, Depth, Used, Page) andalso
        is_roomy(Value, Column + value_indentation(Tag), Depth, 0, Page);
is_roomy_broken({field, _, Value}, Column, Depth, _, #page{tag = Tag} = Page) ->
    is_roomy(Value, Column + value_indentation(Tag), Depth, 0, Page);
is_roomy_broken({native_field, {_, Length}, Value}, Column, Depth, Used, Page) ->
    is_roomy(Value, Column + Length + 3, Depth, Used + Length + 3, Page);
is_roomy_broken(_, _, _, _, _) ->
    true.

is_roomy_tagged(TagLength, Rest, Column, Depth, Used, #page{length = LineLength, most = Most, tag = Narrow} = Page) ->
    Width = TagLength + 2,
    case Narrow > 0 andalso Width > Narrow of
        true ->
            Start = Column + Narrow,
            (Most + Start =< LineLength orelse Start =< LineLength div 2) andalso
                rest_is_roomy(Rest, Start, Column + Width, Depth, Used + TagLength, Page);
        false ->
            Start = Column + Width,
            (Most + Start < LineLength orelse Start < LineLength div 2) andalso
                are_roomy(Rest, Start, Depth, Used + TagLength + 1, Page)
    end.

is_roomy_record(TagLength, Fields, Column, Depth, Used, #page{length = LineLength, most = Most, tag = Narrow} = Page) ->
    Width = TagLength + 1,
    {Start, Begun} =
        case Narrow > 0 andalso Width > Narrow of
            true -> {Column + Narrow, 0};
            false -> {Column + Width, Used + Width}
        end,
    (Most + Start =< LineLength orelse Start =< LineLength div 2) andalso are_roomy(Fields, Start, Depth, Begun, Page).

are_roomy([First | Rest], Column, Depth, Used, Page) ->
    After = depth_after(Rest, Depth),
    is_roomy_item(First, Column, After, Used, Page) andalso
        begin
            Width = item_width(First, Column, After, Used, Page),
            rest_is_roomy(Rest, Column, Column + Width, Depth, Used + Width, Page)
        end;
are_roomy(_, _, _, _, _) ->
    true.

rest_is_roomy([{_, Length} = Item | Rest], Start, Column, Depth, Used, Page) ->
    After = depth_after(Rest, Depth),
    case is_simple(Item) andalso rest_fits(Item, Column, After, Used, Page) of
        true ->
            rest_is_roomy(Rest, Start, Column + Length + 1, Depth, Used + Length + 1, Page);
        false ->
            is_roomy_item(Item, Start, After, 0, Page) andalso
                begin
                    Width = item_width(Item, Start, After, 0, Page),
                    rest_is_roomy(Rest, Start, Start + Width, Depth, Width, Page)
                end
    end;
rest_is_roomy({_, Length} = Last, _, Column, Depth, Used, Page) ->
    case is_simple(Last) andalso fits({last, Length + 1}, Column, Depth + 1, Used, Page) of
        true -> true;
        %% What is behind the bar begins a line of its own, but OTP asks for the room where the elements ended.
        false -> is_roomy(Last, Column, Depth + 1, 0, Page)
    end;
rest_is_roomy(_, _, _, _, _, _) ->
    true.

is_roomy_item(Item, Column, Depth, Used, Page) ->
    is_simple(Item) orelse is_roomy(Item, Column, Depth, Used, Page).

item_width({_, Length} = Item, Column, Depth, Used, #page{length = LineLength} = Page) ->
    case is_simple(Item) andalso fits(Item, Column, Depth, Used, Page) of
        true -> Length;
        false -> LineLength
    end.

%% A small JSON reader and writer over binaries.
-module(json_codec).
-export([start/0]).

start() ->
    Text = <<"{\"name\": \"box\", \"size\": [1, -2.5, 3e2, 0], \"open\": true, \"tag\": null, \"in\": {\"a\\n\": \"\\u00e9\\\\\"}}">>,
    {Value, <<>>} = value(Text),
    erlang:display(lists:sort(maps:keys(Value))),
    erlang:display([maps:get(K, Value) || K <- [<<"name">>, <<"open">>, <<"tag">>, <<"in">>]]),
    erlang:display([is_float(N) || N <- maps:get(<<"size">>, Value)]),
    Written = iolist_to_binary(write(Value)),
    erlang:display(byte_size(Written)),
    {Again, <<>>} = value(Written),
    erlang:display(Again =:= Value),
    erlang:display(iolist_to_binary(write([1, true, null, <<"a\"b">>, [], #{}, [[2.5]]]))),
    [erlang:display(attempt(B)) || B <- [<<"[1, 2">>, <<"{\"a\" 1}">>, <<"tru">>, <<"[1,]">>, <<"\"open">>, <<" [ ] ">>]],
    ok.

attempt(Binary) ->
    try value(Binary) of {Value, Rest} -> {ok, Value, Rest} catch throw:{unexpected, At} -> {unexpected, At} end.

value(Binary) ->
    case skip(Binary) of
        <<"null", Rest/binary>> -> {null, Rest};
        <<"true", Rest/binary>> -> {true, Rest};
        <<"false", Rest/binary>> -> {false, Rest};
        <<$", Rest/binary>> -> string(Rest, <<>>);
        <<$[, Rest/binary>> -> array(skip(Rest));
        <<${, Rest/binary>> -> object(skip(Rest));
        <<C, _/binary>> = Number when C =:= $-; C >= $0, C =< $9 -> number(Number, 0);
        Other -> throw({unexpected, Other})
    end.

skip(<<C, Rest/binary>>) when C =:= $\s; C =:= $\n; C =:= $\t -> skip(Rest);
skip(Binary) -> Binary.

string(<<$", Rest/binary>>, Done) -> {Done, Rest};
string(<<"\\n", Rest/binary>>, Done) -> string(Rest, <<Done/binary, $\n>>);
string(<<"\\u", Hex:4/binary, Rest/binary>>, Done) -> string(Rest, <<Done/binary, (binary_to_integer(Hex, 16))/utf8>>);
string(<<$\\, C, Rest/binary>>, Done) -> string(Rest, <<Done/binary, C>>);
string(<<C, Rest/binary>>, Done) -> string(Rest, <<Done/binary, C>>);
string(<<>>, _) -> throw({unexpected, <<>>}).

array(<<$], Rest/binary>>) -> {[], Rest};
array(Binary) ->
    {First, Rest} = value(Binary),
    {Others, End} = items(skip(Rest)),
    {[First | Others], End}.

items(<<$,, Rest/binary>>) ->
    {Item, More} = value(Rest),
    {Items, End} = items(skip(More)),
    {[Item | Items], End};
items(<<$], Rest/binary>>) -> {[], Rest};
items(Other) -> throw({unexpected, Other}).

object(<<$}, Rest/binary>>) -> {#{}, Rest};
object(Binary) -> members(Binary, #{}).

members(<<$", Binary/binary>>, Map) ->
    {Key, Rest} = string(Binary, <<>>),
    case skip(Rest) of
        <<$:, More/binary>> ->
            {Value, End} = value(More),
            case skip(End) of
                <<$,, Next/binary>> -> members(skip(Next), Map#{Key => Value});
                <<$}, Next/binary>> -> {Map#{Key => Value}, Next};
                Other -> throw({unexpected, Other})
            end;
        Other -> throw({unexpected, Other})
    end;
members(Other, _) -> throw({unexpected, Other}).

number(Binary, Size) ->
    case Binary of
        <<_:Size/binary, C, _/binary>> when C >= $0, C =< $9; C =:= $-; C =:= $.; C =:= $e; C =:= $+ ->
            number(Binary, Size + 1);
        <<Text:Size/binary, Rest/binary>> ->
            {to_number(Text), Rest}
    end.

to_number(Text) ->
    case {binary:match(Text, <<".">>), binary:split(Text, <<"e">>)} of
        {nomatch, [_]} -> binary_to_integer(Text);
        {nomatch, [M, E]} -> binary_to_float(<<M/binary, ".0e", E/binary>>);
        {_, _} -> binary_to_float(Text)
    end.

write(Map) when is_map(Map) -> [${, commas([[write(K), $:, write(V)] || {K, V} <- lists:sort(maps:to_list(Map))]), $}];
write(List) when is_list(List) -> [$[, commas([write(V) || V <- List]), $]];
write(Text) when is_binary(Text) -> [$", [escape(C) || <<C>> <= Text], $"];
write(Atom) when is_atom(Atom) -> atom_to_binary(Atom, utf8);
write(N) when is_integer(N) -> integer_to_binary(N);
write(F) when is_float(F) -> float_to_binary(F, [short]).

escape($") -> "\\\"";
escape($\\) -> "\\\\";
escape($\n) -> "\\n";
escape(C) -> C.

commas([]) -> [];
commas([Last]) -> [Last];
commas([First | Rest]) -> [First, $, | commas(Rest)].

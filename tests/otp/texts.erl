%% Text: string, unicode, io_lib, re-free formatting, and codings of it.
-module(texts).
-export([start/0]).

start() ->
    Text = "Ärger über Öl",
    show(string, [string:uppercase(Text), string:titlecase("élan"), string:casefold("STRASSE"), string:length("e\x{301}a")]),
    show(split, [string:split("a,b,c", ",", all), string:lexemes("  a b  c ", " "), string:trim("  x  "), string:pad("7", 3, leading, $0)]),
    show(find, [string:find("abcbc", "bc", trailing), string:replace("aXbX", "X", "-", all), string:prefix("prefix", "pre")]),
    show(chars, [string:to_graphemes("e\x{301}x"), string:reverse("ab\x{301}c"), string:equal("A", "a", true)]),
    show(numbers, [string:to_integer("12ab"), string:to_float("1.5e3x"), list_to_float("2.5"), integer_to_list(255, 16)]),
    show(unicode, [unicode:characters_to_binary(Text), unicode:characters_to_nfd_list("é"), unicode:characters_to_nfc_binary("e\x{301}")]),
    show(bom, unicode:bom_to_encoding(<<16#FE, 16#FF, 0, 65>>)),
    io:format("~ts ~tp ~w ~p~n", [Text, Text, "ab", "ab"]),
    io:format("~8.2.0f|~-8s|~8s|~.3e|~g~n", [3.14159, "left", "right", 12345.678, 0.1]),
    io:format("~b ~8.16.0B ~.2# ~c~c ~i~s~n", [42, 48879, 5, $o, $k, ignored, <<"bin">>]),
    io:format("~p~n", [lists:duplicate(12, {some, "text", [1, 2, 3], #{key => <<"value">>}})]),
    io:format("~P ~W~n", [lists:seq(1, 30), 8, {a, {b, {c, {d, e}}}}, 4]),
    io:format("~s~n", [io_lib:format("~*s|~*.*f", [6, "x", 8, 3, 2.0])]),
    show(printable, [io_lib:printable_list("abc"), io_lib:printable_list([1]), io_lib:quote_atom('a b', []), io_lib:write_atom('X')]),
    show(read, [io_lib:fread("~d-~s", "12-abc rest"), io_lib:fread("~f", "1.5")]),
    show(base64, [base64:encode("hello world"), base64:decode(<<"aGVsbG8=">>), base64:encode_to_string(<<0, 255>>)]),
    show(uri, [lists:sort(maps:to_list(uri_string:parse("http://user@host:8080/a/b?x=1&y=%20z#frag"))), uri_string:normalize("HTTP://a/../b"),
               uri_string:compose_query([{"k", "v w"}, {"ü", "1"}])]),
    show(filename, [filename:join(["a", "b/", "c.erl"]), filename:basename("/x/y.erl", ".erl"), filename:extension("q.tar.gz"),
                    filename:dirname("/a/b"), filename:split("/a/b"), filename:rootname("a.b")]),
    show(hex, [binary:encode_hex(<<1, 171>>), binary:decode_hex(<<"01ab">>)]),
    ok.

show(What, Value) -> io:format("~w: ~tp~n", [What, Value]).

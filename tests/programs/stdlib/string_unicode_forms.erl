%% string: lengths, reverses, cases and slices of graphemes in lists and binaries.
-module(string_unicode_forms).
-export([start/0]).

start() ->
    Accent = [$e, 16#301, $x],
    [io:format("~w~n", [[string:length(T), string:reverse(T), string:to_graphemes(T), string:next_grapheme(T), string:next_codepoint(T)]])
     || T <- [Accent, unicode:characters_to_binary(Accent), "", <<>>, "a\r\nb", ["a", [<<"b">>, $c]]]],
    [io:format("~w~n", [[string:slice(T, 1), string:slice(T, 0, 1), string:slice(T, 1, 5), string:slice(T, 9)]])
     || T <- [Accent, unicode:characters_to_binary(Accent), "abc", <<"abc">>]],
    [io:format("~w~n", [[string:uppercase(T), string:lowercase(T), string:titlecase(T), string:casefold(T)]])
     || T <- ["straße", "ÅÄÖ", "İ", "ΑΣ", <<"straße"/utf8>>, ""]],
    io:format("~w~n", [[string:equal("fF", "Ff"), string:equal("STRASE", "strase", true), string:equal("e\x{301}", "é"), string:equal(<<"abc">>, ["a", <<"bc">>])]]),
    io:format("~w~n", [[string:is_empty(T) || T <- ["", <<>>, [[], <<>>], "a", [<<>>, "x"]]]]),
    io:format("~w~n", [[string:pad("é", 3), string:pad("e\x{301}", 3, leading), string:pad(<<"a">>, 4, both, $*), string:pad("long", 2)]]),
    io:format("~w~n", [[string:chomp("a\n"), string:chomp("a\r\n"), string:chomp("a\n\n"), string:chomp(<<"a\r\n">>), string:chomp("a\r")]]),
    ok.

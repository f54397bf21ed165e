%% A parser of settings: sections, comments, quotes, continued lines,.
-module(ini_files).
-export([start/0]).

start() ->
    Text = "; comment\nname = avm\n[network]\nssid=home\npassword = \"a b;c\"\nretries = 3\n\n[pins]\nled=25\nlist = 1, 2, 3\nlong = one \\\n two\nflag\n",
    [io:format("~0p~n", [S]) || S <- parse(Text)],
    io:format("~0p~n", [get_value("network", "ssid", parse(Text))]),
    io:format("~0p~n", [get_value("pins", "none", parse(Text))]),
    [io:format("~0p~n", [try parse(T) catch throw:E -> E end]) || T <- ["[open\n", "a=1\n=2\n", "k = \"no end\n", "", "\n\n"]],
    io:format("~s", [write(parse(Text))]),
    io:format("~w~n", [parse(write(parse(Text))) =:= parse(Text)]),
    ok.

parse(Text) ->
    Lines = joined(string:split(Text, "\n", all)),
    {Section, Pairs, Done} = lists:foldl(fun line/2, {"", [], []}, lists:zip(lists:seq(1, length(Lines)), Lines)),
    [{N, P} || {N, P} <- lists:reverse([{Section, lists:reverse(Pairs)} | Done]), {N, P} =/= {"", []}].

joined([A, B | Rest]) ->
    case lists:suffix("\\", A) of
        true -> joined([lists:droplast(A) ++ string:trim(B, leading) | Rest]);
        false -> [A | joined([B | Rest])]
    end;
joined(Lines) -> Lines.

line({N, Line}, {Section, Pairs, Done}) ->
    case string:trim(Line) of
        "" -> {Section, Pairs, Done};
        ";" ++ _ -> {Section, Pairs, Done};
        "[" ++ Rest ->
            case lists:suffix("]", Rest) of
                true -> {lists:droplast(Rest), [], [{Section, lists:reverse(Pairs)} | Done]};
                false -> throw({line, N, unclosed_section})
            end;
        Text -> {Section, [pair(N, string:split(Text, "=")) | Pairs], Done}
    end.

pair(N, ["" | _]) -> throw({line, N, no_key});
pair(_, [Key]) -> {string:trim(Key), true};
pair(N, [Key, Value]) -> {string:trim(Key), value(N, string:trim(Value))}.

value(N, "\"" ++ Rest) -> case lists:suffix("\"", Rest) of true -> lists:droplast(Rest); false -> throw({line, N, unclosed_quote}) end;
value(_, Text) ->
    case string:to_integer(Text) of
        {Number, ""} -> Number;
        _ -> case string:split(Text, ",", all) of [_] -> Text; Many -> [value(0, string:trim(M)) || M <- Many] end
    end.

get_value(Section, Key, Parsed) -> proplists:get_value(Key, proplists:get_value(Section, Parsed, []), missing).

write(Parsed) -> lists:flatten([[[["[", S, "]\n"] || S =/= ""], [[K, "=", text(V), "\n"] || {K, V} <- P]] || {S, P} <- Parsed]).

text(true) -> "true_value";
text(N) when is_integer(N) -> integer_to_list(N);
text([A | _] = L) when is_list(A); is_integer(A), A < 32 -> lists:join(", ", [text(X) || X <- L]);
text(T) -> case lists:member($;, T) of true -> ["\"", T, "\""]; false -> T end.

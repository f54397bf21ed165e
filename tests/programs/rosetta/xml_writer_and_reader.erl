%% A small XML: elements, attributes and texts written, escaped, read again,.
-module(xml_writer_and_reader).
-export([start/0]).

start() ->
    Doc = {book, [{lang, "en"}], [{title, [], ["A & B"]}, {author, [{id, "1"}], ["X \"Y\" <Z>"]}, {empty, [], []}, {p, [], ["one ", {b, [], ["two"]}, " three"]}]},
    Text = lists:flatten(write(Doc)),
    io:format("~s~n", [Text]),
    {Read, ""} = read(Text),
    io:format("~w~n", [Read =:= Doc]),
    io:format("~s~n", [text(Read)]),
    io:format("~0p~n", [find(b, Read)]),
    io:format("~0p~n", [[try read(T) catch throw:R -> R end || T <- ["<a>", "<a></b>", "<a x=1/>", "text", "<a/>", "<a b=\"c\"/>rest", "<1/>"]]]),
    io:format("~w~n", [count(Read)]),
    ok.

write(T) when is_list(T) -> [escape(C) || C <- T];
write({N, As, []}) -> ["<", atom_to_list(N), attributes(As), "/>"];
write({N, As, Cs}) -> ["<", atom_to_list(N), attributes(As), ">", [write(C) || C <- Cs], "</", atom_to_list(N), ">"].

attributes(As) -> [[" ", atom_to_list(K), "=\"", write(V), "\""] || {K, V} <- As].

escape($&) -> "&amp;"; escape($<) -> "&lt;"; escape($>) -> "&gt;"; escape($") -> "&quot;"; escape(C) -> C.

read([$<, C | T]) when C >= $a, C =< $z ->
    {Name, T1} = name([C | T]),
    {As, T2} = read_attributes(T1),
    case T2 of
        "/>" ++ Rest -> {{list_to_atom(Name), As, []}, Rest};
        ">" ++ Rest -> {Cs, Last} = children(Rest, Name), {{list_to_atom(Name), As, Cs}, Last};
        _ -> throw({bad_tag, Name})
    end;
read(_) -> throw(no_element).

name(T) -> lists:splitwith(fun(C) -> C >= $a andalso C =< $z end, T).

read_attributes([$\s | T]) ->
    {K, T1} = name(T),
    case T1 of
        "=\"" ++ T2 -> {V, [$" | T3]} = lists:splitwith(fun(C) -> C =/= $" end, T2), {As, Rest} = read_attributes(T3), {[{list_to_atom(K), unescape(V)} | As], Rest};
        _ -> throw({bad_attribute, K})
    end;
read_attributes(T) -> {[], T}.

children("</" ++ T, Name) -> case lists:prefix(Name ++ ">", T) of true -> {[], lists:nthtail(length(Name) + 1, T)}; false -> throw({not_closed, Name}) end;
children([], Name) -> throw({end_in, Name});
children([$< | _] = T, Name) -> {E, T1} = read(T), {Cs, Rest} = children(T1, Name), {[E | Cs], Rest};
children(T, Name) -> {Chars, T1} = lists:splitwith(fun(C) -> C =/= $< end, T), {Cs, Rest} = children(T1, Name), {[unescape(Chars) | Cs], Rest}.

unescape("&amp;" ++ T) -> [$& | unescape(T)];
unescape("&lt;" ++ T) -> [$< | unescape(T)];
unescape("&gt;" ++ T) -> [$> | unescape(T)];
unescape("&quot;" ++ T) -> [$" | unescape(T)];
unescape([C | T]) -> [C | unescape(T)];
unescape([]) -> [].

text(T) when is_list(T) -> T;
text({_, _, Cs}) -> lists:append([text(C) || C <- Cs]).

find(N, {N, _, Cs}) -> [text({N, [], Cs})];
find(N, {_, _, Cs}) -> lists:append([find(N, C) || C <- Cs, is_tuple(C)]).

count({_, As, Cs}) -> 1 + length(As) + lists:sum([count(C) || C <- Cs]);
count(_) -> 0.

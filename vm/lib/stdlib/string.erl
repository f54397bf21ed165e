%% Strings: the functions over Unicode characters, and the older ones over lists.
%%
%% A string is a list of code points, a UTF-8 binary, or such in lists. What a function gives is a binary where its
%% string was one, and a flat list otherwise.
%% A character is a grapheme cluster: an integer, or a list of code points. Clusters are approximated: a line end, or a
%% code point and the marks, joiners and selectors that follow it. Letters with both cases are known for Latin, Greek,
%% Cyrillic, Armenian and Georgian scripts.
%% A line end of two code points is one character unless a set of characters is given in which it is not.
%%
%% Invariant: bytes that are not UTF-8 raise {badarg, Bytes}.
%%
%% Absent on purpose: normal forms (the `nfc`, `nfd`... options of equal/4 compare as `none` does).
-module(string).

-compile({no_auto_import, [length/1]}).

-export([is_empty/1, length/1, to_graphemes/1, reverse/1, equal/2, equal/3, equal/4, slice/2, slice/3,
         pad/2, pad/3, pad/4, trim/1, trim/2, trim/3, chomp/1, take/2, take/3, take/4,
         uppercase/1, lowercase/1, titlecase/1, casefold/1, to_integer/1, to_float/1, prefix/2,
         split/2, split/3, replace/3, replace/4, lexemes/2, nth_lexeme/3, find/2, find/3,
         next_codepoint/1, next_grapheme/1, jaro_similarity/2]).
-export([len/1, concat/2, chr/2, rchr/2, str/2, rstr/2, span/2, cspan/2, substr/2, substr/3, tokens/2, join/2,
         chars/2, chars/3, copies/2, words/1, words/2, sub_word/2, sub_word/3, strip/1, strip/2, strip/3,
         left/2, left/3, right/2, right/3, centre/2, centre/3, sub_string/2, sub_string/3,
         to_upper/1, to_lower/1, list_to_integer/1, list_to_float/1]).

%% Characters of a string.

is_empty([]) -> true;
is_empty(<<>>) -> true;
is_empty([Inner | Rest]) when is_list(Inner); is_binary(Inner) -> is_empty(Inner) andalso is_empty(Rest);
is_empty(_) -> false.

length(String) ->
    erlang:length(to_graphemes(String)).

to_graphemes(String) ->
    clusters(points(String)).

reverse(String) ->
    lists:reverse(to_graphemes(String)).

next_codepoint(String) ->
    next_point(String).

next_point([C | _] = String) when is_integer(C) -> String;
next_point([]) -> [];
next_point(<<>>) -> [];
next_point(<<C/utf8, Rest/binary>>) -> [C | Rest];
next_point(Bytes) when is_binary(Bytes) -> {error, Bytes};
next_point([Inner | Rest]) when is_list(Inner); is_binary(Inner) ->
    case next_point(Inner) of
        [C | Left] -> [C | before(Left, Rest)];
        [] -> next_point(Rest);
        {error, Bytes} -> {error, before(Bytes, Rest)}
    end.

%% What is left of an inner string comes before what follows; lists are joined, binaries stand as they are.
before([C | Left], Rest) when is_integer(C) -> [C | before(Left, Rest)];
before([], [Inner]) when is_list(Inner); is_binary(Inner) -> Inner;
before([], [Inner | Rest]) when is_list(Inner) -> before(Inner, Rest);
before([], Rest) -> Rest;
before(Left, []) -> Left;
before(Left, Rest) -> [Left | Rest].

next_grapheme(String) ->
    case next_point(String) of
        [$\r | Rest] -> next_line_end(Rest);
        [C | Rest] when C >= $\s -> next_marks(C, Rest);
        Other -> Other
    end.

next_line_end(Rest) ->
    case next_point(Rest) of
        [$\n | After] -> [[$\r, $\n] | After];
        _ -> [$\r | Rest]
    end.

next_marks(C, String) ->
    case next_of_cluster([C], String) of
        {[_], Rest} -> [C | Rest];
        {Cluster, Rest} -> [lists:reverse(Cluster) | Rest]
    end.

next_of_cluster([Last | _] = Cluster, String) ->
    case next_point(String) of
        [Next | Rest] ->
            case joins(Last, Next) of
                true -> next_of_cluster([Next | Cluster], Rest);
                false -> {Cluster, after_cluster(String, [Next | Rest])}
            end;
        Nothing ->
            {Cluster, after_cluster(String, Nothing)}
    end.

%% What was looked into stays as it was where a binary begins it.
after_cluster(String, _) when is_binary(String) -> String;
after_cluster([Bytes | _] = String, _) when is_binary(Bytes) -> String;
after_cluster(String, {error, _}) -> String;
after_cluster(_, Seen) -> Seen.

%% All code points of a string as a flat list.
points(String) when is_list(String) ->
    case is_flat(String) of
        true -> String;
        false -> decoded(String)
    end;
points(String) ->
    decoded(String).

is_flat([C | Rest]) when is_integer(C) -> is_flat(Rest);
is_flat([]) -> true;
is_flat(_) -> false.

decoded(String) ->
    case unicode:characters_to_list(String) of
        Points when is_list(Points) -> Points;
        {_, _, Rest} -> erlang:error({badarg, Rest})
    end.

clusters([$\r, $\n | Rest]) ->
    ["\r\n" | clusters(Rest)];
clusters([C, Next | Rest]) when C < 256, Next < 256 ->
    [C | clusters([Next | Rest])];
clusters([C | Rest]) ->
    case marks(C, Rest) of
        {[], _} -> [C | clusters(Rest)];
        {Marks, After} -> [[C | Marks] | clusters(After)]
    end;
clusters([]) ->
    [].

marks(Last, [Next | Rest] = Points) when Last >= $\s, Last =/= 16#AD ->
    case joins(Last, Next) of
        true ->
            {Marks, After} = marks(Next, Rest),
            {[Next | Marks], After};
        false ->
            {[], Points}
    end;
marks(_, Points) ->
    {[], Points}.

%% Whether a code point belongs to the cluster of the one before it.
joins(16#200D, Next) -> is_mark(Next) orelse Next >= 16#1F000 orelse Next >= 16#2600 andalso Next =< 16#27BF;
joins(_, Next) -> Next >= 16#300 andalso is_mark(Next).

is_mark(C) when C < 16#300 -> false;
is_mark(C) when C =< 16#36F; C >= 16#483, C =< 16#489; C >= 16#591, C =< 16#5BD; C >= 16#64B, C =< 16#65F -> true;
is_mark(C) when C =:= 16#670; C >= 16#93A, C =< 16#93C; C >= 16#93E, C =< 16#94F; C =:= 16#E31 -> true;
is_mark(C) when C >= 16#E34, C =< 16#E3A; C >= 16#E47, C =< 16#E4E; C >= 16#1AB0, C =< 16#1AFF -> true;
is_mark(C) when C >= 16#1DC0, C =< 16#1DFF; C =:= 16#200C; C =:= 16#200D; C >= 16#20D0, C =< 16#20F0 -> true;
is_mark(C) when C >= 16#FE00, C =< 16#FE0F; C >= 16#FE20, C =< 16#FE2F; C >= 16#1F3FB, C =< 16#1F3FF -> true;
is_mark(_) -> false.

%% Clusters as a string of the kind the first argument is.
like(String, Clusters) when is_binary(String) -> unicode:characters_to_binary(Clusters);
like(_, Clusters) -> flat(Clusters).

flat([Cluster | Rest]) when is_list(Cluster) -> Cluster ++ flat(Rest);
flat([C | Rest]) -> [C | flat(Rest)];
flat([]) -> [].

%% Comparing, cutting and filling.

equal(A, B) ->
    equal(A, B, false).

equal(A, B, IgnoreCase) ->
    equal(A, B, IgnoreCase, none).

equal(A, B, false, _Form) -> points(A) =:= points(B);
equal(A, B, true, _Form) -> points(casefold(A)) =:= points(casefold(B)).

slice(String, Start) ->
    slice(String, Start, infinity).

slice(String, Start, Length) when is_integer(Start), Start >= 0 ->
    Left = skipped(to_graphemes(String), Start),
    case Length of
        infinity -> like(String, Left);
        _ when is_integer(Length), Length >= 0 -> like(String, lists:sublist(Left, Length))
    end.

skipped([_ | Rest], Count) when Count > 0 -> skipped(Rest, Count - 1);
skipped(Left, _) -> Left.

pad(String, Length) ->
    pad(String, Length, trailing, $\s).

pad(String, Length, Direction) ->
    pad(String, Length, Direction, $\s).

pad(String, Length, Direction, Char) when is_integer(Length) ->
    Missing = max(0, Length - length(String)),
    case Direction of
        leading -> [lists:duplicate(Missing, Char), String];
        trailing -> [String | lists:duplicate(Missing, Char)];
        both ->
            Half = lists:duplicate(Missing div 2, Char),
            case Missing rem 2 of
                0 -> [Half, String, Half];
                1 -> [Half, String, Half, Char]
            end
    end.

%% The white space of trim/1: line ends among them as one cluster.
white() ->
    ["\r\n", $\s, $\t, $\n, $\v, $\f, $\r, 16#85, 16#200E, 16#200F, 16#2028, 16#2029].

trim(String) ->
    trim(String, both, white()).

trim(String, Direction) ->
    trim(String, Direction, white()).

trim(String, _, []) ->
    String;
trim(String, Direction, Characters) ->
    Set = sets_of(Characters),
    like(String, trimmed(Direction, clusters_against(String, Set), Set)).

trimmed(leading, Clusters, Set) -> dropped(Clusters, Set);
trimmed(trailing, Clusters, Set) -> lists:reverse(dropped(lists:reverse(Clusters), Set));
trimmed(both, Clusters, Set) -> trimmed(trailing, trimmed(leading, Clusters, Set), Set).

dropped([Cluster | Rest] = Clusters, Set) ->
    case lists:member(Cluster, Set) of
        true -> dropped(Rest, Set);
        false -> Clusters
    end;
dropped([], _) ->
    [].

%% Characters given as a set: clusters stand in it as lists.
sets_of(Characters) ->
    [cluster_of(Character) || Character <- Characters].

cluster_of([C]) -> C;
cluster_of(Cluster) -> Cluster.

clusters_against(String, Set) ->
    Clusters = to_graphemes(String),
    case lists:member("\r\n", Set) of
        true -> Clusters;
        false -> line_ends_apart(Clusters)
    end.

line_ends_apart(["\r\n" | Rest]) -> [$\r, $\n | line_ends_apart(Rest)];
line_ends_apart([Cluster | Rest]) -> [Cluster | line_ends_apart(Rest)];
line_ends_apart([]) -> [].

chomp(String) ->
    trim(String, trailing, ["\r\n", $\n]).

take(String, Characters) ->
    take(String, Characters, false, leading).

take(String, Characters, Complement) ->
    take(String, Characters, Complement, leading).

take(String, Characters, Complement, leading) ->
    Set = sets_of(Characters),
    {Taken, Left} = taken(clusters_against(String, Set), Set, Complement),
    {like(String, Taken), like(String, Left)};
take(String, Characters, Complement, trailing) ->
    Set = sets_of(Characters),
    Clusters =
        case Complement of
            true -> to_graphemes(String);
            false -> clusters_against(String, Set)
        end,
    {Taken, Left} = taken(lists:reverse(Clusters), Set, Complement),
    {like(String, lists:reverse(Left)), like(String, lists:reverse(Taken))}.

taken(Clusters, Set, Complement) ->
    lists:splitwith(fun(Cluster) -> lists:member(Cluster, Set) =/= Complement end, Clusters).

%% Letters.

uppercase(String) ->
    changed(String, fun upper/1).

lowercase(String) ->
    changed(String, fun lower/1).

casefold(String) ->
    changed(String, fun fold/1).

titlecase(String) ->
    case points(String) of
        [] -> like(String, []);
        [C | Rest] -> like(String, [title(C) | Rest])
    end.

changed(String, Change) ->
    like(String, [Change(C) || C <- points(String)]).

%% The upper case of a code point: a code point or, where it has several, a list.
upper(C) when C >= $a, C =< $z -> C - 32;
upper(C) when C < 16#B5 -> C;
upper(C) when C >= 16#E0, C =< 16#FE, C =/= 16#F7 -> C - 32;
upper(16#B5) -> 16#39C;
upper(16#DF) -> "SS";
upper(16#FF) -> 16#178;
upper(16#131) -> $I;
upper(16#149) -> [16#2BC, $N];
upper(16#17F) -> $S;
upper(16#1F0) -> [$J, 16#30C];
upper(16#390) -> [16#399, 16#308, 16#301];
upper(16#3B0) -> [16#3A5, 16#308, 16#301];
upper(16#3AC) -> 16#386;
upper(16#3C2) -> 16#3A3;
upper(16#3CC) -> 16#38C;
upper(16#4CF) -> 16#4C0;
upper(16#587) -> [16#535, 16#552];
upper(C) when C >= 16#3AD, C =< 16#3AF -> C - 37;
upper(C) when C >= 16#3B1, C =< 16#3CB -> C - 32;
upper(C) when C >= 16#3CD, C =< 16#3CE -> C - 63;
upper(C) when C >= 16#430, C =< 16#44F -> C - 32;
upper(C) when C >= 16#450, C =< 16#45F -> C - 80;
upper(C) when C >= 16#561, C =< 16#586 -> C - 48;
upper(C) when C >= 16#10D0, C =< 16#10FA -> C + 3008;
upper(C) when C >= 16#2170, C =< 16#217F -> C - 16;
upper(C) when C >= 16#24D0, C =< 16#24E9 -> C - 26;
upper(C) when C >= 16#FF41, C =< 16#FF5A -> C - 32;
upper(C) when C >= 16#10428, C =< 16#1044F -> C - 40;
upper(C) -> upper_of_pair(C).

%% Letters whose two cases stand next to each other.
upper_of_pair(C) ->
    case pairing(C) of
        even when C band 1 =:= 1 -> C - 1;
        odd when C band 1 =:= 0 -> C - 1;
        _ -> C
    end.

lower_of_pair(C) ->
    case pairing(C) of
        even when C band 1 =:= 0 -> C + 1;
        odd when C band 1 =:= 1 -> C + 1;
        _ -> C
    end.

%% Where the upper case letter has the even or the odd code point of each pair.
pairing(C) when C < 16#100 -> none;
pairing(C) when C =< 16#12F; C >= 16#132, C =< 16#137; C >= 16#14A, C =< 16#177 -> even;
pairing(C) when C >= 16#139, C =< 16#148; C >= 16#179, C =< 16#17E; C >= 16#1CD, C =< 16#1DC -> odd;
pairing(C) when C >= 16#1DE, C =< 16#1EF; C >= 16#1F8, C =< 16#21F; C >= 16#222, C =< 16#233 -> even;
pairing(C) when C >= 16#370, C =< 16#373; C >= 16#3D8, C =< 16#3EF; C >= 16#460, C =< 16#481 -> even;
pairing(C) when C >= 16#48A, C =< 16#4BF; C >= 16#4D0, C =< 16#52F; C >= 16#1E00, C =< 16#1E95 -> even;
pairing(C) when C >= 16#4C1, C =< 16#4CE -> odd;
pairing(C) when C >= 16#1EA0, C =< 16#1EFF -> even;
pairing(_) -> none.

lower(C) when C >= $A, C =< $Z -> C + 32;
lower(C) when C < 16#C0 -> C;
lower(C) when C =< 16#DE, C =/= 16#D7 -> C + 32;
lower(16#130) -> [$i, 16#307];
lower(16#178) -> 16#FF;
lower(16#386) -> 16#3AC;
lower(16#38C) -> 16#3CC;
lower(16#4C0) -> 16#4CF;
lower(16#1E9E) -> 16#DF;
lower(C) when C >= 16#388, C =< 16#38A -> C + 37;
lower(C) when C >= 16#38E, C =< 16#38F -> C + 63;
lower(C) when C >= 16#391, C =< 16#3AB, C =/= 16#3A2 -> C + 32;
lower(C) when C >= 16#400, C =< 16#40F -> C + 80;
lower(C) when C >= 16#410, C =< 16#42F -> C + 32;
lower(C) when C >= 16#531, C =< 16#556 -> C + 48;
lower(C) when C >= 16#1C90, C =< 16#1CBA -> C - 3008;
lower(C) when C >= 16#2160, C =< 16#216F -> C + 16;
lower(C) when C >= 16#24B6, C =< 16#24CF -> C + 26;
lower(C) when C >= 16#FF21, C =< 16#FF3A -> C + 32;
lower(C) when C >= 16#10400, C =< 16#10427 -> C + 40;
lower(C) -> lower_of_pair(C).

%% Case folding differs from lower case where several lower case letters are one.
fold(16#B5) -> 16#3BC;
fold(16#DF) -> "ss";
fold(16#149) -> [16#2BC, $n];
fold(16#17F) -> $s;
fold(16#1F0) -> [$j, 16#30C];
fold(16#390) -> [16#3B9, 16#308, 16#301];
fold(16#3B0) -> [16#3C5, 16#308, 16#301];
fold(16#3C2) -> 16#3C3;
fold(16#587) -> [16#565, 16#582];
fold(16#1E9E) -> "ss";
fold(C) -> lower(C).

title(16#DF) -> "Ss";
title(16#587) -> [16#535, 16#582];
title(C) when C >= 16#10D0, C =< 16#10FF -> C;
title(C) -> upper(C).

%% Numbers at the beginning of a string.

to_integer(String) ->
    case number_text(String) of
        {error, Reason} ->
            {error, Reason};
        Points ->
            {Sign, Rest} = sign(Points),
            case lists:splitwith(fun is_digit/1, Rest) of
                {[], _} -> {error, no_integer};
                {Digits, Left} -> {erlang:list_to_integer(Sign ++ Digits), rest_of(String, Points, Left)}
            end
    end.

%% What is left of a string of which some code points are left.
rest_of(String, Points, Left) ->
    beyond(erlang:length(Points) - erlang:length(Left), String).

beyond(0, [<<>> | Rest]) ->
    Rest;
beyond(0, String) ->
    String;
beyond(Count, String) ->
    [_ | Rest] = next_point(String),
    beyond(Count - 1, Rest).

to_float(String) ->
    case number_text(String) of
        {error, Reason} ->
            {error, Reason};
        Points ->
            {Sign, Rest} = sign(Points),
            case float_text(Rest) of
                none -> {error, no_float};
                {Text, Left} -> float_of(Sign ++ Text, rest_of(String, Points, Left))
            end
    end.

float_of(Text, Left) ->
    try
        {erlang:list_to_float(Text), Left}
    catch
        error:badarg -> {error, no_float}
    end.

number_text(String) ->
    try
        points(String)
    catch
        _:_ -> {error, badarg}
    end.

sign([$- | Rest]) -> {"-", Rest};
sign([$+ | Rest]) -> {"", Rest};
sign([16#2212 | Rest]) -> {"-", Rest};
sign(Rest) -> {"", Rest}.

is_digit(C) -> C >= $0 andalso C =< $9.

%% Digits, a point or comma, digits, and an exponent when it is whole.
float_text(Points) ->
    case lists:splitwith(fun is_digit/1, Points) of
        {[_ | _] = Whole, [Point | Rest]} when Point =:= $.; Point =:= $, ->
            case lists:splitwith(fun is_digit/1, Rest) of
                {[], _} -> none;
                {Fraction, Left} -> with_exponent(Whole ++ "." ++ Fraction, Left)
            end;
        _ ->
            none
    end.

with_exponent(Text, [E | Rest] = Points) when E =:= $e; E =:= $E ->
    {Sign, Digits} =
        case Rest of
            [C | More] when C =:= $+; C =:= $- -> {[C], More};
            _ -> {"", Rest}
        end,
    case lists:splitwith(fun is_digit/1, Digits) of
        {[], _} -> {Text, Points};
        {Exponent, Left} -> {Text ++ "e" ++ Sign ++ Exponent, Left}
    end;
with_exponent(Text, Points) ->
    {Text, Points}.

%% Searching.

prefix(String, Prefix) ->
    case after_prefix(to_graphemes(String), to_graphemes(Prefix)) of
        nomatch -> nomatch;
        Rest -> like(String, Rest)
    end.

after_prefix(Rest, []) -> Rest;
after_prefix([Cluster | Rest], [Cluster | Prefix]) -> after_prefix(Rest, Prefix);
after_prefix(_, _) -> nomatch.

find(String, Pattern) ->
    find(String, Pattern, leading).

find(String, Pattern, Direction) ->
    case is_empty(Pattern) of
        true ->
            String;
        false ->
            Clusters = to_graphemes(String),
            case place(Direction, Clusters, to_graphemes(Pattern)) of
                nomatch -> nomatch;
                {_, At, _} -> like(String, At)
            end
    end.

%% {Before, reversed; from the match on; after the match} or nomatch.
place(leading, Clusters, Pattern) -> first_place(Clusters, Pattern, []);
place(trailing, Clusters, Pattern) -> last_place(Clusters, Pattern, [], nomatch).

first_place([Cluster | Rest] = Clusters, Pattern, Seen) ->
    case after_prefix(Clusters, Pattern) of
        nomatch -> first_place(Rest, Pattern, [Cluster | Seen]);
        After -> {Seen, Clusters, After}
    end;
first_place([], _, _) ->
    nomatch.

last_place([Cluster | Rest] = Clusters, Pattern, Seen, Found) ->
    case after_prefix(Clusters, Pattern) of
        nomatch -> last_place(Rest, Pattern, [Cluster | Seen], Found);
        After -> last_place(Rest, Pattern, [Cluster | Seen], {Seen, Clusters, After})
    end;
last_place([], _, _, Found) ->
    Found.

split(String, Pattern) ->
    split(String, Pattern, leading).

split(String, Pattern, Where) ->
    case is_empty(Pattern) of
        true -> [String];
        false -> [like(String, Part) || Part <- parts(Where, to_graphemes(String), to_graphemes(Pattern))]
    end.

parts(all, Clusters, Pattern) ->
    case place(leading, Clusters, Pattern) of
        nomatch -> [Clusters];
        {Before, _, After} -> [lists:reverse(Before) | parts(all, After, Pattern)]
    end;
parts(Direction, Clusters, Pattern) ->
    case place(Direction, Clusters, Pattern) of
        nomatch -> [Clusters];
        {Before, _, After} -> [lists:reverse(Before), After]
    end.

replace(String, Pattern, Replacement) ->
    replace(String, Pattern, Replacement, leading).

replace(String, Pattern, Replacement, Where) ->
    lists:join(Replacement, split(String, Pattern, Where)).

lexemes([], []) ->
    [];
lexemes(String, []) ->
    [String];
lexemes(String, Separators) ->
    Set = sets_of(Separators),
    [like(String, Lexeme) || Lexeme <- lexeme_list(clusters_against(String, Set), Set)].

lexeme_list(Clusters, Set) ->
    case dropped(Clusters, Set) of
        [] ->
            [];
        Begun ->
            {Lexeme, Rest} = taken(Begun, Set, true),
            [Lexeme | lexeme_list(Rest, Set)]
    end.

nth_lexeme(String, 1, []) ->
    String;
nth_lexeme(String, N, Separators) when is_integer(N), N > 0 ->
    Set = sets_of(Separators),
    case nth_or_none(N, lexeme_list(clusters_against(String, Set), Set)) of
        none when Separators =:= [], is_binary(String) -> erlang:error(badarg, [String, N, Separators]);
        none -> like(String, []);
        Lexeme -> like(String, Lexeme)
    end.

nth_or_none(1, [Element | _]) -> Element;
nth_or_none(N, [_ | Rest]) -> nth_or_none(N - 1, Rest);
nth_or_none(_, []) -> none.

%% How alike two strings are, between 0.0 and 1.0, by the measure of Jaro.
jaro_similarity(A, B) ->
    As = to_graphemes(A),
    Bs = to_graphemes(B),
    case {erlang:length(As), erlang:length(Bs)} of
        {0, 0} -> 1.0;
        {LengthA, LengthB} -> jaro(As, LengthA, Bs, LengthB)
    end.

jaro(As, LengthA, Bs, LengthB) ->
    Window = max(LengthA, LengthB) div 2 - 1,
    {MatchedA, Used} = jaro_matches(As, 0, Bs, Window, #{}, []),
    case erlang:length(MatchedA) of
        0 ->
            0.0;
        Count ->
            Indexed = lists:zip(lists:seq(0, LengthB - 1), Bs),
            MatchedB = [Cluster || {Index, Cluster} <- Indexed, maps:is_key(Index, Used)],
            Moved = erlang:length([moved || {X, Y} <- lists:zip(MatchedA, MatchedB), X =/= Y]),
            (Count / LengthA + Count / LengthB + (Count - Moved / 2) / Count) / 3
    end.

jaro_matches([Cluster | As], Place, Bs, Window, Used, Matched) ->
    From = max(0, Place - Window),
    case jaro_match(Cluster, skipped(Bs, From), From, Place + Window, Used) of
        none -> jaro_matches(As, Place + 1, Bs, Window, Used, Matched);
        Index -> jaro_matches(As, Place + 1, Bs, Window, Used#{Index => true}, [Cluster | Matched])
    end;
jaro_matches([], _, _, _, Used, Matched) ->
    {lists:reverse(Matched), Used}.

jaro_match(_, [], _, _, _) -> none;
jaro_match(_, _, Index, Last, _) when Index > Last -> none;
jaro_match(Cluster, [Cluster | _], Index, _, Used) when not is_map_key(Index, Used) -> Index;
jaro_match(Cluster, [_ | Bs], Index, Last, Used) -> jaro_match(Cluster, Bs, Index + 1, Last, Used).

%% The older functions: flat lists, positions from 1, characters are integers.

len(String) ->
    erlang:length(String).

concat(A, B) ->
    A ++ B.

chr(String, C) when is_integer(C) ->
    chr(String, C, 1).

chr([C | _], C, Place) -> Place;
chr([_ | Rest], C, Place) -> chr(Rest, C, Place + 1);
chr([], _, _) -> 0.

rchr(String, C) when is_integer(C) ->
    rchr(String, C, 1, 0).

rchr([C | Rest], C, Place, _) -> rchr(Rest, C, Place + 1, Place);
rchr([_ | Rest], C, Place, Found) -> rchr(Rest, C, Place + 1, Found);
rchr([], _, _, Found) -> Found.

str(String, Part) when is_list(Part) ->
    str(String, Part, 1).

str([C | Rest] = String, [C | _] = Part, Place) ->
    case lists:prefix(Part, String) of
        true -> Place;
        false -> str(Rest, Part, Place + 1)
    end;
str([_ | Rest], Part, Place) -> str(Rest, Part, Place + 1);
str([], _, _) -> 0.

rstr(String, []) when is_list(String) ->
    0;
rstr(String, Part) when is_list(Part) ->
    rstr(String, Part, 1, 0).

rstr([_ | Rest] = String, Part, Place, Found) ->
    case lists:prefix(Part, String) of
        true -> rstr(Rest, Part, Place + 1, Place);
        false -> rstr(Rest, Part, Place + 1, Found)
    end;
rstr([], _, _, Found) ->
    Found.

span(String, Characters) when is_list(Characters) ->
    erlang:length(lists:takewhile(fun(C) -> lists:member(C, Characters) end, String)).

cspan(String, Characters) when is_list(Characters) ->
    erlang:length(lists:takewhile(fun(C) -> not lists:member(C, Characters) end, String)).

substr(String, 1) when is_list(String) -> String;
substr(String, Start) when is_integer(Start), Start > 1 -> lists:nthtail(Start - 1, String).

substr(String, Start, Length) when is_integer(Start), Start > 0, is_integer(Length), Length >= 0 ->
    lists:sublist(substr(String, Start), Length).

tokens(String, []) ->
    case String of
        [] -> [];
        _ -> [String]
    end;
tokens(String, Separators) ->
    token_list(String, Separators).

token_list(String, Separators) ->
    case lists:dropwhile(fun(C) -> lists:member(C, Separators) end, String) of
        [] ->
            [];
        Begun ->
            {Token, Rest} = lists:splitwith(fun(C) -> not lists:member(C, Separators) end, Begun),
            [Token | token_list(Rest, Separators)]
    end.

join([], Separator) when is_list(Separator) -> [];
join([First | Rest], Separator) -> First ++ lists:append([Separator ++ String || String <- Rest]).

chars(C, Count) ->
    chars(C, Count, []).

chars(C, Count, Tail) when is_integer(Count), Count > 0 -> chars(C, Count - 1, [C | Tail]);
chars(C, 0, Tail) when is_integer(C) -> Tail.

copies(String, Count) when is_list(String), Count >= 0 ->
    lists:append(lists:duplicate(Count, String)).

words(String) ->
    words(String, $\s).

words(String, C) when is_integer(C) ->
    max(1, erlang:length(tokens(strip(String, both, C), [C]))).

sub_word(String, N) ->
    sub_word(String, N, $\s).

sub_word(String, N, C) when is_integer(N), is_integer(C) ->
    case nth_or_none(max(N, 1), tokens(String, [C])) of
        none -> [];
        Word -> Word
    end.

strip(String) ->
    strip(String, both).

strip(String, Side) ->
    strip(String, Side, $\s).

strip(String, left, C) -> lists:dropwhile(fun(Character) -> Character =:= C end, String);
strip(String, right, C) -> lists:reverse(strip(lists:reverse(String), left, C));
strip(String, both, C) -> strip(strip(String, left, C), right, C).

left(String, Length) ->
    left(String, Length, $\s).

left(String, Length, C) when is_integer(C) ->
    case erlang:length(String) of
        Longer when Longer > Length -> substr(String, 1, Length);
        Shorter -> String ++ chars(C, Length - Shorter)
    end.

right(String, Length) ->
    right(String, Length, $\s).

right(String, Length, C) when is_integer(C) ->
    case erlang:length(String) of
        Longer when Longer > Length -> lists:nthtail(Longer - Length, String);
        Shorter -> chars(C, Length - Shorter, String)
    end.

centre(String, Length) ->
    centre(String, Length, $\s).

centre(String, 0, C) when is_list(String), is_integer(C) ->
    [];
centre(String, Length, C) when is_integer(C) ->
    case erlang:length(String) of
        Longer when Longer > Length ->
            substr(String, (Longer - Length) div 2 + 1, Length);
        Shorter ->
            Before = (Length - Shorter) div 2,
            chars(C, Before, String ++ chars(C, Length - Shorter - Before))
    end.

sub_string(String, Start) ->
    substr(String, Start).

sub_string(String, Start, Stop) ->
    substr(String, Start, Stop - Start + 1).

to_upper(C) when is_integer(C) -> upper_latin1(C);
to_upper(String) when is_list(String) -> [upper_latin1(C) || C <- String].

to_lower(C) when is_integer(C) -> lower_latin1(C);
to_lower(String) when is_list(String) -> [lower_latin1(C) || C <- String].

upper_latin1(C) when C >= $a, C =< $z -> C - 32;
upper_latin1(C) when C >= 16#E0, C =< 16#FE, C =/= 16#F7 -> C - 32;
upper_latin1(C) -> C.

lower_latin1(C) when C >= $A, C =< $Z -> C + 32;
lower_latin1(C) when C >= 16#C0, C =< 16#DE, C =/= 16#D7 -> C + 32;
lower_latin1(C) -> C.

list_to_integer(String) when is_list(String) -> to_integer(String);
list_to_integer(_) -> {error, not_a_list}.

list_to_float(String) when is_list(String) -> to_float(String);
list_to_float(_) -> {error, not_a_list}.

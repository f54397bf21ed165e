%% Regular expressions by Brzozowski's derivatives: parsed, matched, compared.
-module(regular_expressions).
-export([start/0]).

start() ->
    Cases = [{"ab*c", ["ac", "abbbc", "abb", ""]}, {"(a|b)*abb", ["abb", "aababb", "ab"]}, {"a?b+", ["b", "abbb", "a", "aab"]}, {"", ["", "a"]}, {".x.", ["axb", "xx", "xxx"]}, {"(ab|c)(d|)*", ["ab", "cddd", "abc"]}, {"((a))", ["a", "aa"]}],
    [io:format("~s: ~w~n", [P, [matches(parse(P), T) || T <- Texts]]) || {P, Texts} <- Cases],
    io:format("~w~n", [[try parse(P) catch throw:R -> R end || P <- ["(", ")", "a**", "*"]]]),
    io:format("~w~n", [length([T || T <- texts(5), matches(parse("(a|b)*ab(a|b)*"), T)])]),
    ok.

texts(0) -> [""];
texts(N) -> Shorter = texts(N - 1), Shorter ++ [[C | T] || C <- "ab", T <- Shorter, length(T) =:= N - 1].

parse(P) -> case alternatives(P) of {R, []} -> R; {_, [C | _]} -> throw({unexpected, [C]}) end.

alternatives(P) ->
    {R, Rest} = sequence(P, empty),
    case Rest of [$| | More] -> {S, Last} = alternatives(More), {{alt, R, S}, Last}; _ -> {R, Rest} end.

sequence([C | _] = P, R) when C =:= $|; C =:= $) -> {R, P};
sequence([], R) -> {R, []};
sequence(P, R) -> {A, Rest} = repeated(P), sequence(Rest, cat(R, A)).

repeated(P) -> {A, Rest} = atom(P), suffix(A, Rest).

suffix(A, [$* | Rest]) -> suffix({star, A}, Rest);
suffix(A, [$+ | Rest]) -> suffix(cat(A, {star, A}), Rest);
suffix(A, [$? | Rest]) -> suffix({alt, A, empty}, Rest);
suffix(A, Rest) -> {A, Rest}.

atom([$( | P]) -> case alternatives(P) of {R, [$) | Rest]} -> {R, Rest}; _ -> throw(unclosed) end;
atom([$. | P]) -> {any, P};
atom([C | _]) when C =:= $*; C =:= $+; C =:= $? -> throw({nothing_before, [C]});
atom([C | P]) -> {{char, C}, P}.

cat(empty, R) -> R;
cat(R, empty) -> R;
cat(none, _) -> none;
cat(_, none) -> none;
cat(R, S) -> {cat, R, S}.

alt(none, R) -> R;
alt(R, none) -> R;
alt(R, R) -> R;
alt(R, S) -> {alt, R, S}.

matches(R, []) -> nullable(R);
matches(R, [C | Rest]) -> matches(derive(R, C), Rest).

nullable(empty) -> true;
nullable({star, _}) -> true;
nullable({cat, R, S}) -> nullable(R) andalso nullable(S);
nullable({alt, R, S}) -> nullable(R) orelse nullable(S);
nullable(_) -> false.

derive({char, C}, C) -> empty;
derive(any, _) -> empty;
derive({star, R} = S, C) -> cat(derive(R, C), S);
derive({alt, R, S}, C) -> alt(derive(R, C), derive(S, C));
derive({cat, R, S}, C) -> D = cat(derive(R, C), S), case nullable(R) of true -> alt(D, derive(S, C)); false -> D end;
derive(_, _) -> none.

%% Decks of cards shuffled by a seed, dealt, sorted, and hands of poker told apart.
-module(card_decks).
-export([start/0]).

start() ->
    Deck = [{R, S} || S <- "CDHS", R <- lists:seq(2, 14)],
    Shuffled = shuffle(Deck, 12345),
    show([length(Shuffled), lists:sort(Shuffled) =:= lists:sort(Deck), Shuffled =/= Deck]),
    show([text(C) || C <- lists:sublist(Shuffled, 8)]),
    show([hand(parse(H)) || H <- ["2H 2D 2C KC QD", "2H 5H 7D 8C 9S", "AH 2D 3C 4C 5D", "2H 3H 2D 3C 3D", "2H 7H 2D 3C 3D", "2H 7H 7D 7C 7S", "TH JH QH KH AH", "4H 4C KC 5D TC", "QC TC 7C 6C 4C"]]),
    show(faro(8, 0, Deck)),
    show(lists:sort(fun({A, _}, {B, _}) -> A >= B end, [{hand(lists:sublist(Shuffled, N, 5)), N} || N <- [1, 6, 11, 16]])),
    ok.

shuffle([], _) -> [];
shuffle(L, Seed) -> Next = (Seed * 1103515245 + 12345) rem (1 bsl 31), {A, [X | B]} = lists:split((Next bsr 8) rem length(L), L), [X | shuffle(A ++ B, Next)].

text({R, S}) -> [lists:nth(R - 1, "23456789TJQKA"), S].

parse(H) -> [{string:chr("23456789TJQKA", R) + 1, S} || [R, S] <- string:lexemes(H, " ")].

hand(Cards) ->
    Ranks = lists:sort([R || {R, _} <- Cards]),
    Groups = lists:reverse(lists:sort([length([X || X <- Ranks, X =:= R]) || R <- lists:usort(Ranks)])),
    Flush = length(lists:usort([S || {_, S} <- Cards])) =:= 1,
    Straight = Ranks =:= lists:seq(hd(Ranks), hd(Ranks) + 4) orelse Ranks =:= [2, 3, 4, 5, 14],
    case Groups of
        [4 | _] -> {8, four};
        [3, 2] -> {7, full_house};
        [3 | _] -> {4, three};
        [2, 2 | _] -> {3, two_pairs};
        [2 | _] -> {2, pair};
        _ when Flush, Straight -> {9, straight_flush};
        _ when Flush -> {6, flush};
        _ when Straight -> {5, straight};
        _ -> {1, high_card}
    end.

faro(0, N, _) -> N;
faro(K, N, Deck) -> {A, B} = lists:split(26, Deck), Mixed = lists:append(lists:zipwith(fun(X, Y) -> [X, Y] end, A, B)), faro(K - 1, N + length([x || {X, X} <- lists:zip(Deck, Mixed)]), Mixed).

show(Term) -> io:format("~0p~n", [Term]).

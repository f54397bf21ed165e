%% Tries: words put in, found by prefix, counted, removed, and completed.
-module(tries_of_words).
-export([start/0]).

start() ->
    Words = ["tea", "ten", "to", "inn", "in", "i", "team", "tent", "a", "ten"],
    Trie = lists:foldl(fun insert/2, new(), Words),
    show([{W, count(W, Trie)} || W <- ["ten", "te", "in", "inns", "", "a"]]),
    show([{P, with_prefix(P, Trie)} || P <- ["te", "in", "x", "", "team"]]),
    show(longest(Trie)),
    show(words(remove("ten", remove("tea", Trie)))),
    show(longest_prefix_of("tentative", Trie)),
    show(longest_prefix_of("zebra", Trie)),
    Big = lists:foldl(fun(N, T) -> insert(integer_to_list(N, 3), T) end, new(), lists:seq(1, 200)),
    show([length(words(Big)), length(with_prefix("21", Big)), nodes_of(Big)]),
    ok.

new() -> {0, #{}}.

insert([], {N, Next}) -> {N + 1, Next};
insert([C | Rest], {N, Next}) -> {N, Next#{C => insert(Rest, maps:get(C, Next, new()))}}.

count(W, Trie) -> case at(W, Trie) of {N, _} -> N; none -> 0 end.

at([], Node) -> Node;
at([C | Rest], {_, Next}) -> case Next of #{C := Node} -> at(Rest, Node); #{} -> none end.

words({N, Next}) ->
    [[] || N > 0] ++ [[C | W] || {C, Node} <- lists:sort(maps:to_list(Next)), W <- words(Node)].

with_prefix(P, Trie) -> case at(P, Trie) of none -> []; Node -> [P ++ W || W <- words(Node)] end.

remove([], {_, Next}) -> {0, Next};
remove([C | Rest], {N, Next}) ->
    case Next of
        #{C := Node} -> case remove(Rest, Node) of {0, M} when map_size(M) =:= 0 -> {N, maps:remove(C, Next)}; New -> {N, Next#{C := New}} end;
        #{} -> {N, Next}
    end.

longest(Trie) -> lists:foldl(fun(W, Best) when length(W) > length(Best) -> W; (_, Best) -> Best end, "", words(Trie)).

longest_prefix_of(Text, Trie) -> lists:last(["" | [P || L <- lists:seq(1, length(Text)), P <- [lists:sublist(Text, L)], count(P, Trie) > 0]]).

nodes_of({_, Next}) -> 1 + lists:sum([nodes_of(N) || N <- maps:values(Next)]).

show(Term) -> io:format("~0p~n", [Term]).

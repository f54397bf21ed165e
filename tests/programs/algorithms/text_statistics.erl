%% Words counted, palindromes, anagrams, Caesar's cipher and run lengths.
-module(text_statistics).
-export([start/0]).

start() ->
    Text = "the quick brown fox jumps over the lazy dog and the dog sleeps",
    Words = string:tokens(Text, " "),
    Counts = lists:foldl(fun(W, M) -> maps:update_with(W, fun(N) -> N + 1 end, 1, M) end, #{}, Words),
    erlang:display(lists:sublist(lists:reverse(lists:keysort(2, lists:sort(maps:to_list(Counts)))), 4)),
    erlang:display([palindrome(T) || T <- ["A man a plan a canal Panama", "not one", ""]]),
    erlang:display(anagrams(["eat", "tea", "tan", "ate", "nat", "bat"])),
    erlang:display(caesar("Hello, World", 3)),
    erlang:display(caesar(caesar("Hello, World", 3), -3)),
    erlang:display(lists:flatten(pack("aaabccdddd"))),
    erlang:display(unpack(pack("aaabccdddd"))),
    erlang:display(capital("every word gets one", true)),
    erlang:display(lists:usort(Text) -- " "),
    ok.

palindrome(Text) ->
    Letters = [C || C <- string:to_lower(Text), C >= $a, C =< $z],
    Letters =:= lists:reverse(Letters).

anagrams(Words) ->
    Groups = lists:foldl(fun(W, M) ->
        Key = lists:sort(W),
        M#{Key => [W | maps:get(Key, M, [])]}
    end, #{}, Words),
    lists:sort([lists:sort(G) || G <- maps:values(Groups)]).

caesar(Text, By) -> [shift(C, By) || C <- Text].

shift(C, By) when C >= $a, C =< $z -> (C - $a + By + 26) rem 26 + $a;
shift(C, By) when C >= $A, C =< $Z -> (C - $A + By + 26) rem 26 + $A;
shift(C, _) -> C.

pack([]) -> [];
pack([C | Rest]) ->
    {Same, Others} = lists:splitwith(fun(D) -> D =:= C end, Rest),
    [{C, length(Same) + 1} | pack(Others)].

unpack(Packed) -> lists:append([lists:duplicate(N, C) || {C, N} <- Packed]).

capital([], _) -> [];
capital([$\s | Rest], _) -> [$\s | capital(Rest, true)];
capital([C | Rest], true) -> [C - 32 | capital(Rest, false)];
capital([C | Rest], false) -> [C | capital(Rest, false)].

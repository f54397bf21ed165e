%% LZW: texts compressed to codes and back.
-module(lempel_ziv_welch).
-export([start/0]).

start() ->
    Texts = ["TOBEORNOTTOBEORTOBEORNOT", "", "a", "aaaaaaaaaaaa", lists:flatten(lists:duplicate(30, "ab cab "))],
    [begin
        Codes = compress(T),
        io:format("~w ~w ~0p~n", [length(T), length(Codes), lists:sublist(Codes, 12)]),
        T = expand(Codes)
     end || T <- Texts],
    ok.

compress(Text) ->
    compress(Text, [], maps:from_list([{[C], C} || C <- lists:seq(0, 255)]), []).

compress([], [], _, Codes) -> lists:reverse(Codes);
compress([], Word, Table, Codes) -> lists:reverse([maps:get(Word, Table) | Codes]);
compress([C | Rest], Word, Table, Codes) ->
    Longer = Word ++ [C],
    case Table of
        #{Longer := _} -> compress(Rest, Longer, Table, Codes);
        #{Word := Code} -> compress(Rest, [C], Table#{Longer => map_size(Table)}, [Code | Codes])
    end.

expand([]) -> [];
expand([First | Codes]) ->
    Table = maps:from_list([{C, [C]} || C <- lists:seq(0, 255)]),
    expand(Codes, maps:get(First, Table), Table, [[First]]).

expand([], _, _, Words) -> lists:append(lists:reverse(Words));
expand([Code | Codes], Last, Table, Words) ->
    Word = case Table of
        #{Code := Known} -> Known;
        #{} when Code =:= map_size(Table) -> Last ++ [hd(Last)]
    end,
    expand(Codes, Word, Table#{map_size(Table) => Last ++ [hd(Word)]}, [Word | Words]).

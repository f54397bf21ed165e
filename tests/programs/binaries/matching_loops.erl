%% Loops over binaries that carry the match along: sums, scans, splits, parsers.
-module(matching_loops).
-export([start/0]).

start() ->
    Binary = list_to_binary(lists:seq(0, 255)),
    erlang:display(sum(Binary, 0)),
    erlang:display(sum16(Binary, 0)),
    erlang:display(split(<<"one,two,,three">>, <<>>, [])),
    erlang:display(words(<<"  the quick  brown fox ">>)),
    erlang:display(number(<<"12345abc">>, 0)),
    erlang:display(records(<<1, 5:16, 2, 3, "abc", 3, 1, 255, 9>>)),
    erlang:display(list_to_tuple(hex(<<"dead BEEF">>))),
    erlang:display(find(<<"needle">>, <<"haystack with a needle inside">>, 0)),
    erlang:display(find(<<"pin">>, <<"haystack">>, 0)),
    erlang:display(runs(<<"aaabccdddd">>)),
    ok.

sum(<<X, Rest/binary>>, Sum) -> sum(Rest, Sum + X);
sum(<<>>, Sum) -> Sum.

sum16(<<X:16, Rest/binary>>, Sum) when X > 1000 -> sum16(Rest, Sum + X);
sum16(<<_:16, Rest/binary>>, Sum) -> sum16(Rest, Sum);
sum16(<<>>, Sum) -> Sum.

split(<<$,, Rest/binary>>, Part, Parts) -> split(Rest, <<>>, [Part | Parts]);
split(<<C, Rest/binary>>, Part, Parts) -> split(Rest, <<Part/binary, C>>, Parts);
split(<<>>, Part, Parts) -> lists:reverse([Part | Parts]).

words(<<$\s, Rest/binary>>) -> words(Rest);
words(<<>>) -> [];
words(Binary) -> word(Binary, 0, Binary).

word(Binary, Size, <<C, Rest/binary>>) when C =/= $\s -> word(Binary, Size + 1, Rest);
word(Binary, Size, Rest) ->
    <<Word:Size/binary, _/binary>> = Binary,
    [Word | words(Rest)].

number(<<D, Rest/binary>>, N) when D >= $0, D =< $9 -> number(Rest, N * 10 + D - $0);
number(Rest, N) -> {N, Rest}.

records(<<1, N:16, Rest/binary>>) -> [{number, N} | records(Rest)];
records(<<2, Size, Text:Size/binary, Rest/binary>>) -> [{text, Text} | records(Rest)];
records(<<3, Flag:1, _:7, N/signed, Rest/binary>>) -> [{flag, Flag, N} | records(Rest)];
records(<<>>) -> [];
records(Bad) -> [{bad, Bad}].

hex(<<" ", Rest/binary>>) -> hex(Rest);
hex(<<H, L, Rest/binary>>) -> [digit(H) * 16 + digit(L) | hex(Rest)];
hex(<<>>) -> [].

digit(D) when D >= $0, D =< $9 -> D - $0;
digit(D) when D >= $a, D =< $f -> D - $a + 10;
digit(D) when D >= $A, D =< $F -> D - $A + 10.

find(Needle, Hay, At) ->
    Size = byte_size(Needle),
    case Hay of
        <<_:At/binary, Needle:Size/binary, _/binary>> -> {found, At};
        <<_:At/binary, _, _/binary>> -> find(Needle, Hay, At + 1);
        _ -> none
    end.

runs(<<C, Rest/binary>>) -> runs(Rest, C, 1);
runs(<<>>) -> [].

runs(<<C, Rest/binary>>, C, N) -> runs(Rest, C, N + 1);
runs(Rest, C, N) -> [{[C], N} | runs(Rest)].

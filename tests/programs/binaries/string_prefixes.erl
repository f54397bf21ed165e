%% Clauses chosen by the text a binary begins with.
-module(string_prefixes).
-export([start/0]).

start() ->
    [erlang:display({B, command(B)}) ||
        B <- [<<"GET /index">>, <<"GETX">>, <<"PUT /a body">>, <<"POST">>, <<"">>, <<"G">>, <<"DELETE /x">>,
              <<"HEAD /">>, <<"get /">>]],
    [erlang:display(protocol(B)) || B <- [<<"http://a">>, <<"https://b">>, <<"ftp://c">>, <<"htt">>]],
    erlang:display(unescape(<<"a&lt;b&gt;&amp;c&quot;&x">>, <<>>)),
    erlang:display(tokens(<<"if (x <= 10) then y := 3 else z">>)),
    ok.

command(<<"GET ", Path/binary>>) -> {get, Path};
command(<<"PUT ", Rest/binary>>) -> {put, binary:split(Rest, <<" ">>)};
command(<<"POST", _/binary>>) -> post;
command(<<"DELETE ", Path/binary>>) -> {delete, Path};
command(<<"HEAD", " ", C>>) -> {head, C};
command(<<>>) -> empty;
command(<<C, _/binary>>) -> {unknown, C}.

protocol(<<"http://", Host/binary>>) -> {plain, Host};
protocol(<<"https://", Host/binary>>) -> {secure, Host};
protocol(<<"ftp:", Rest/bytes>>) -> {ftp, Rest};
protocol(Other) -> {other, byte_size(Other)}.

unescape(<<"&lt;", Rest/binary>>, Done) -> unescape(Rest, <<Done/binary, $<>>);
unescape(<<"&gt;", Rest/binary>>, Done) -> unescape(Rest, <<Done/binary, $>>>);
unescape(<<"&amp;", Rest/binary>>, Done) -> unescape(Rest, <<Done/binary, $&>>);
unescape(<<"&quot;", Rest/binary>>, Done) -> unescape(Rest, <<Done/binary, $">>);
unescape(<<C, Rest/binary>>, Done) -> unescape(Rest, <<Done/binary, C>>);
unescape(<<>>, Done) -> Done.

tokens(<<" ", Rest/binary>>) -> tokens(Rest);
tokens(<<"<=", Rest/binary>>) -> [le | tokens(Rest)];
tokens(<<":=", Rest/binary>>) -> [assign | tokens(Rest)];
tokens(<<"if", Rest/binary>>) -> ['if' | tokens(Rest)];
tokens(<<"then", Rest/binary>>) -> [then | tokens(Rest)];
tokens(<<"else", Rest/binary>>) -> ['else' | tokens(Rest)];
tokens(<<C, Rest/binary>>) when C >= $0, C =< $9 -> [C - $0 | tokens(Rest)];
tokens(<<C, Rest/binary>>) when C >= $a, C =< $z -> [list_to_atom([C]) | tokens(Rest)];
tokens(<<C, Rest/binary>>) -> [{sign, C} | tokens(Rest)];
tokens(<<>>) -> [].

%% Strings as segments, with sizes and encodings
-module(string_segments).
-export([start/0]).

start() ->
    show([<<"abc">>, <<"abc":16>>, <<"abc":16/little>>, <<"abc":4>>, <<"åä"/utf8>>, <<"åä">>, <<"å日"/utf16>>, <<"":32>>]),
    [case B of <<"GET ", R/binary>> -> show({get, R}); <<"PO", R/binary>> -> show({post, R}); _ -> show(other) end || B <- [<<"GET /">>, <<"POST">>, <<"GE">>, <<>>]],
    [case B of <<"hé"/utf8, R/bits>> -> show(R); _ -> show(no) end || B <- [<<"héé"/utf8>>, <<"hé">>]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

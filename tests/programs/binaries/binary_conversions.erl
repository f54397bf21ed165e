%% Lists, numbers, atoms and terms become binaries and come back.
-module(binary_conversions).
-export([start/0, id/1]).

start() ->
    erlang:display(list_to_binary(id([1, 2, [<<3, 4>>, 5 | <<6>>]]))),
    erlang:display(iolist_to_binary(id(["text", $x, [[]], <<"bin">>]))),
    erlang:display(iolist_size(id(["text", $x, [[]], <<"bin">>]))),
    erlang:display(binary_to_list(id(<<"abc">>))),
    erlang:display(binary_to_list(id(<<"abcdef">>), 2, 4)),
    erlang:display(unicode:characters_to_binary([16#3bb, "x", <<"y">>])),
    erlang:display(unicode:characters_to_list(<<206, 187, $x>>)),
    erlang:display(split_binary(id(<<"abcdef">>), 2)),
    erlang:display(binary:split(<<"a-b-c">>, <<"-">>)),
    erlang:display(binary:split(<<"a-b-c">>, <<"-">>, [global])),
    erlang:display(binary:match(<<"hello">>, <<"ll">>)),
    erlang:display(binary:replace(<<"a.b.c">>, <<".">>, <<"/">>, [global])),
    erlang:display(binary_part(id(<<"abcdef">>), {2, 3})),
    erlang:display(binary:decode_unsigned(<<1, 0, 0>>)),
    erlang:display(binary:encode_unsigned(65537)),
    erlang:display(binary_to_term(term_to_binary({a, [1, 2.5], <<"b">>, #{k => "v"}, 1 bsl 80})) =:=
                       {a, [1, 2.5], <<"b">>, #{k => "v"}, 1 bsl 80}),
    erlang:display(term_to_binary([1, 1000, -1, "text", {}])),
    erlang:display([catch_error(fun() -> list_to_binary(id(L)) end) || L <- [[256], [-1], [a], a, [1 | 2]]]),
    erlang:display([catch_error(F) || F <- [fun() -> binary_part(id(<<1, 2>>), 1, 2) end,
                                            fun() -> split_binary(id(<<1>>), 2) end,
                                            fun() -> binary_to_list(id([])) end,
                                            fun() -> byte_size(id(a)) end]]),
    ok.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

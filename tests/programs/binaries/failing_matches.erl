%% Matches that fail: too short, too long, wrong value, wrong type, bad size.
-module(failing_matches).
-export([start/0, id/1]).

start() ->
    [erlang:display({B, classify(B)}) ||
        B <- [<<>>, <<1>>, <<1, 2>>, <<1, 2, 3>>, <<"abcd">>, <<"abce">>, <<1:1>>, <<255, 255, 255, 255, 255>>,
              list, 1, <<0, 0, 7:4>>]],
    [erlang:display(sized(S, <<1, 2, 3, 4>>)) || S <- [0, 1, 4, 5, -1, a, 1 bsl 65]],
    [erlang:display(same(B)) || B <- [<<1, 1>>, <<1, 2>>, <<2, 5, 2>>, <<3, 0, 0, 0>>]],
    erlang:display(catch_error(fun() -> <<_:8, X/binary>> = id(<<1:4>>), X end)),
    erlang:display(catch_error(fun() -> <<X:2/binary>> = id(<<1, 2, 3>>), X end)),
    erlang:display(catch_error(fun() -> <<"abc">> = id(<<"abd">>) end)),
    erlang:display(catch_error(fun() -> <<-1:8/signed>> = id(<<254>>) end)),
    erlang:display(catch_error(fun() -> <<-1:8/signed>> = id(<<255>>) end)),
    erlang:display(catch_error(fun() -> <<X/utf8>> = id(<<200>>), X end)),
    ok.

classify(<<>>) -> empty;
classify(<<1>>) -> one;
classify(<<"abcd">>) -> abcd;
classify(<<A:16>>) -> {sixteen, A};
classify(<<_:24, _:16>>) -> five;
classify(<<_:1>>) -> bit;
classify(<<0:16, Rest/bits>>) -> {zeros, Rest};
classify(<<_/binary>>) -> bytes;
classify(Other) -> {none, Other}.

sized(Size, Binary) ->
    case Binary of
        <<Part:Size/binary, Rest/binary>> -> {Part, Rest};
        _ -> no
    end.

same(<<A, A>>) -> pair;
same(<<Size, Rest:Size/unit:8>>) -> {rest, Rest};
same(<<A, _, A>>) -> ends;
same(_) -> no.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

id(X) -> X.

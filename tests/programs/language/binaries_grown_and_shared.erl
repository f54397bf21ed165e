%% Binaries appended to from two ends, kept while they grow,.
-module(binaries_grown_and_shared).
-export([start/0]).

start() ->
    B0 = <<"start">>,
    B1 = <<B0/binary, "one">>,
    B2 = <<B1/binary, "two">>,
    B3 = <<B1/binary, "three">>,
    show([B0, B1, B2, B3]),
    Grown = lists:foldl(fun(N, B) -> <<B/binary, N>> end, <<>>, lists:seq(1, 255)),
    Kept = [binary:part(Grown, N, 3) || N <- [0, 100, 252]],
    Again = <<Grown/binary, "more">>,
    Other = <<Grown/binary, "else">>,
    show([Kept, byte_size(Again), binary:part(Again, 255, 4), binary:part(Other, 255, 4), binary:last(Grown)]),
    Bits = lists:foldl(fun(N, B) -> <<B/bits, (N rem 2):1>> end, <<>>, lists:seq(1, 77)),
    show({bit_size(Bits), Bits}),
    Mixed = lists:foldl(fun(N, B) -> <<B/bits, N:(N rem 7 + 1)>> end, <<1:1>>, lists:seq(1, 60)),
    show({bit_size(Mixed), erlang:phash2(Mixed)}),
    Self = self(),
    spawn(fun() -> Self ! <<Grown/binary, "from another">> end),
    Theirs = receive T -> T end,
    Mine = <<Grown/binary, "from myself!">>,
    show([binary:part(Theirs, 255, 12), binary:part(Mine, 255, 12), Grown =:= binary:part(Mine, 0, 255)]),
    <<Head:10/binary, Tail/binary>> = Grown,
    show([<<Head/binary, Tail/binary>> =:= Grown, <<Tail/binary, Head/binary>> =:= Grown, <<Head/binary, "x">>, Head]),
    Prepended = lists:foldl(fun(N, B) -> <<N, B/binary>> end, <<>>, lists:seq(1, 100)),
    show([binary:first(Prepended), binary:last(Prepended), byte_size(Prepended)]),
    garbage_collect(),
    show([erlang:crc32(X) || X <- [B2, B3, Again, Other, Prepended | Kept]]),
    Doubled = lists:foldl(fun(_, B) -> <<B/binary, B/binary>> end, <<"ab">>, lists:seq(1, 12)),
    show([byte_size(Doubled), erlang:adler32(Doubled)]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

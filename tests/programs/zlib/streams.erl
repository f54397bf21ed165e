%% Compression in streams.
-module(streams).
-export([start/0]).

start() ->
    [io:format("~p ~p~n", [Bits, there_and_back(Bits, Level, Strategy)])
     || {Bits, Level, Strategy} <- [{15, default, default}, {-15, best_speed, filtered}, {31, best_compression, huffman_only},
                                    {9, none, default}, {-9, 3, rle}, {25, 0, default}]],
    D = zlib:open(),
    true = is_reference(D),
    ok = zlib:deflateInit(D),
    Flushed = [zlib:deflate(D, "first", sync), zlib:deflate(D, "second", full), zlib:deflate(D, "third"), zlib:deflate(D, [], finish)],
    ok = zlib:deflateEnd(D),
    I = zlib:open(),
    ok = zlib:inflateInit(I),
    io:format("~p~n", [[iolist_to_binary(zlib:inflate(I, Each)) || Each <- Flushed]]),
    ok = zlib:inflateEnd(I),
    Packed = zlib:compress(binary:copy(<<"0123456789">>, 3000)),
    ok = zlib:inflateInit(I),
    io:format("~p~n", [safely(I, zlib:safeInflate(I, Packed), 0)]),
    io:format("~p~n", [zlib:inflateReset(I)]),
    io:format("~p~n", [iolist_size([zlib:inflate(I, <<Byte>>) || <<Byte>> <= Packed])]),
    io:format("~p~n", [zlib:inflateEnd(I)]),
    dictionaries(D, I),
    wrong(D, I),
    io:format("~p~n", [[zlib:close(D), zlib:close(I)]]),
    io:format("~0p~n", [catch_of(fun() -> zlib:close(D) end)]),
    ok.

there_and_back(Bits, Level, Strategy) ->
    D = zlib:open(),
    ok = zlib:deflateInit(D, Level, deflated, Bits, 8, Strategy),
    Texts = [lists:seq(1, N rem 256) || N <- lists:seq(1, 400)],
    Packed = [[zlib:deflate(D, Text) || Text <- Texts], zlib:deflate(D, [], finish)],
    ok = zlib:deflateEnd(D),
    ok = zlib:close(D),
    I = zlib:open(),
    ok = zlib:inflateInit(I, case Bits of 9 -> 47; 25 -> 47; _ -> Bits end),
    Plain = iolist_to_binary(zlib:inflate(I, Packed)),
    ok = zlib:inflateEnd(I),
    ok = zlib:close(I),
    Plain =:= iolist_to_binary(Texts).

safely(I, {continue, Bytes}, Size) -> safely(I, zlib:safeInflate(I, []), Size + iolist_size(Bytes));
safely(_, {finished, Bytes}, Size) -> Size + iolist_size(Bytes).

dictionaries(D, I) ->
    Dictionary = <<"a dictionary of words">>,
    ok = zlib:deflateInit(D),
    Sum = zlib:deflateSetDictionary(D, Dictionary),
    io:format("~p~n", [Sum =:= erlang:adler32(Dictionary)]),
    Packed = zlib:deflate(D, "words of a dictionary", finish),
    ok = zlib:deflateEnd(D),
    ok = zlib:inflateInit(I),
    io:format("~0p~n", [catch_of(fun() -> zlib:inflate(I, Packed) end)]),
    io:format("~0p~n", [catch_of(fun() -> zlib:inflateSetDictionary(I, "another") end)]),
    ok = zlib:inflateReset(I),
    {need_dictionary, Sum, _} = zlib:inflate(I, Packed, [{exception_on_need_dict, false}]),
    ok = zlib:inflateSetDictionary(I, Dictionary),
    io:format("~p~n", [iolist_to_binary(zlib:inflate(I, []))]),
    ok = zlib:inflateEnd(I),
    %% What OTP made with that dictionary.
    ok = zlib:inflateInit(I),
    {need_dictionary, Sum, _} = zlib:inflate(I, binary:decode_hex(made()), [{exception_on_need_dict, false}]),
    ok = zlib:inflateSetDictionary(I, Dictionary),
    io:format("~p~n", [iolist_to_binary(zlib:inflate(I, []))]),
    ok = zlib:inflateEnd(I).

made() -> <<"78BB55E807FC0313205E22922C0055FC07FC">>.

wrong(D, I) ->
    Self = self(),
    [io:format("~0p~n", [catch_of(Fun)]) || Fun <- [
        fun() -> zlib:deflate(D, "a") end, fun() -> zlib:inflate(I, "a") end, fun() -> zlib:deflateEnd(D) end,
        fun() -> zlib:inflateEnd(I) end, fun() -> zlib:deflateInit(D) end, fun() -> zlib:deflateInit(D) end,
        fun() -> zlib:deflate(D, "pending"), zlib:deflateEnd(D) end,
        fun() -> zlib:deflateInit(D, nothing) end, fun() -> zlib:deflateInit(D, 10) end,
        fun() -> zlib:deflateInit(D, default, deflated, 99, 8, default) end,
        fun() -> zlib:deflateInit(D, default, deflated, 15, 8, nothing) end,
        fun() -> zlib:inflateInit(I), zlib:inflate(I, <<"nothing of the kind">>) end,
        fun() -> zlib:inflateEnd(I) end,
        fun() -> zlib:close(nothing) end,
        fun() -> spawn(fun() -> Self ! catch_of(fun() -> zlib:inflateInit(I) end) end), receive Said -> Said end end,
        fun() -> zlib:set_controlling_process(I, nothing) end]].

catch_of(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

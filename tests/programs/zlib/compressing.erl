%% Compression at once: there and back, and what OTP compressed.
-module(compressing).
-export([start/0]).

start() ->
    Texts = [<<>>, <<"a">>, <<"abcabcabcabcabcabcabcabc">>, binary:copy(<<"hello ">>, 5000), list_to_binary(lists:seq(0, 255)),
             ["io", [<<"list">>, $s]], noise(70000)],
    [io:format("~p~n", [[Back(There(Text)) =:= iolist_to_binary(Text)
                         || {There, Back} <- [{fun zlib:compress/1, fun zlib:uncompress/1}, {fun zlib:zip/1, fun zlib:unzip/1},
                                              {fun zlib:gzip/1, fun zlib:gunzip/1}]]]) || Text <- Texts],
    io:format("~p~n", [byte_size(zlib:compress(binary:copy(<<"x">>, 100000))) < 1000]),
    io:format("~p~n", [zlib:uncompress(<<120,156,75,76,74,78,76,74,6,0,8,12,2,77>>)]),
    io:format("~p~n", [zlib:unzip(<<75,76,74,78,76,74,6,0>>)]),
    io:format("~p~n", [zlib:gunzip(<<31,139,8,0,0,0,0,0,0,3,75,76,74,78,76,74,6,0,76,153,110,114,6,0,0,0>>)]),
    Twice = [zlib:gzip("one "), zlib:gzip("two")],
    io:format("~p~n", [zlib:gunzip(Twice)]),
    [io:format("~0p~n", [catch_of(Fun)]) || Fun <- [
        fun() -> zlib:uncompress(<<"nothing of the kind">>) end, fun() -> zlib:uncompress(<<>>) end,
        fun() -> zlib:uncompress(binary:part(zlib:compress("some text to be cut"), 0, 15)) end,
        fun() -> zlib:gunzip(<<"nothing of the kind at all">>) end, fun() -> zlib:unzip(<<255, 255, 255, 255>>) end,
        fun() -> zlib:compress(nothing) end, fun() -> zlib:uncompress(nothing) end,
        fun() -> zlib:uncompress(<<120,156,75,76,74,78,76,74,6,0,8,95,2,79>>) end]],
    ok.

noise(N) -> noise(N, 12345, []).

noise(0, _, Bytes) -> list_to_binary(Bytes);
noise(N, Seed, Bytes) ->
    Next = (Seed * 1103515245 + 12345) band 16#7fffffff,
    noise(N - 1, Next, [(Next bsr 16) band 255 | Bytes]).

catch_of(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

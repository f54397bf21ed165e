%% Compression: zlib, gzip and raw deflate, at once or in streams.
%%
%% Invariant: natives work in steps; what a step says is left is asked for until there is nothing.
-module(zlib).

-export([open/0, close/1, set_controlling_process/2]).
-export([deflateInit/1, deflateInit/2, deflateInit/6, deflate/2, deflate/3, deflateReset/1, deflateParams/3,
         deflateSetDictionary/2, deflateEnd/1]).
-export([inflateInit/1, inflateInit/2, inflateInit/3, inflate/2, inflate/3, inflateReset/1, inflateEnd/1,
         inflateSetDictionary/2, inflateGetDictionary/1, safeInflate/2, inflateChunk/1, inflateChunk/2]).
-export([compress/1, uncompress/1, zip/1, unzip/1, gzip/1, gunzip/1]).
-export([crc32/1, crc32/2, crc32/3, adler32/2, adler32/3, crc32_combine/4, adler32_combine/4,
         setBufSize/2, getBufSize/1]).
-export([open_stream/0, close_stream/1, give_stream/2, start_deflate/2, step_deflate/3, change_deflate/2,
         name_dictionary/2, reset_stream/1, end_deflate/1, start_inflate/2, step_inflate/3, give_dictionary/2,
         take_dictionary/1, end_inflate/1]).

%% Bytes a step makes at most when it is asked for all, and for some.
-define(ALL, 1 bsl 16).
-define(SOME, 1 bsl 12).

%% Natives.

open_stream() -> erlang:nif_error(undef).
close_stream(_Z) -> erlang:nif_error(undef).
give_stream(_Z, _Pid) -> erlang:nif_error(undef).
start_deflate(_Z, _How) -> erlang:nif_error(undef).
step_deflate(_Z, _Data, _Flush) -> erlang:nif_error(undef).
change_deflate(_Z, _How) -> erlang:nif_error(undef).
name_dictionary(_Z, _Dictionary) -> erlang:nif_error(undef).
reset_stream(_Z) -> erlang:nif_error(undef).
end_deflate(_Z) -> erlang:nif_error(undef).
start_inflate(_Z, _How) -> erlang:nif_error(undef).
step_inflate(_Z, _Data, _Most) -> erlang:nif_error(undef).
give_dictionary(_Z, _Dictionary) -> erlang:nif_error(undef).
take_dictionary(_Z) -> erlang:nif_error(undef).
end_inflate(_Z) -> erlang:nif_error(undef).

open() -> open_stream().

close(Z) -> close_stream(Z).

set_controlling_process(Z, Pid) -> give_stream(Z, Pid).

%% Compressing.

deflateInit(Z) -> deflateInit(Z, default).

deflateInit(Z, Level) -> deflateInit(Z, Level, deflated, 15, 8, default).

deflateInit(_, _, Method, _, _, _) when Method =/= deflated ->
    erlang:error(bad_compression_method);
deflateInit(_, _, _, _, MemLevel, _) when not is_integer(MemLevel); MemLevel < 1; MemLevel > 9 ->
    erlang:error(bad_memlevel);
deflateInit(Z, Level, deflated, WindowBits, _, Strategy) ->
    start_deflate(Z, {level(Level), window(WindowBits), strategy(Strategy)}).

window(Bits) when is_integer(Bits), Bits >= 8, Bits =< 47 -> Bits;
window(Bits) when is_integer(Bits), Bits >= -15, Bits =< -8 -> Bits;
window(_) -> erlang:error(bad_windowbits).

level(none) -> 0;
level(best_speed) -> 1;
level(best_compression) -> 9;
level(default) -> -1;
level(Level) when is_integer(Level), Level >= 0, Level =< 9 -> Level;
level(_) -> erlang:error(bad_compression_level).

strategy(default) -> 0;
strategy(filtered) -> 1;
strategy(huffman_only) -> 2;
strategy(rle) -> 3;
strategy(_) -> erlang:error(bad_compression_strategy).

deflate(Z, Data) -> deflate(Z, Data, none).

deflate(Z, Data, Flush) -> deflated(Z, Data, flush(Flush)).

flush(none) -> 0;
flush(sync) -> 2;
flush(full) -> 3;
flush(finish) -> 4;
flush(_) -> erlang:error(bad_flush_mode).

deflated(Z, Data, Flush) ->
    case step_deflate(Z, Data, Flush) of
        {done, Bytes} -> listed(Bytes);
        {more, Bytes} -> listed(Bytes) ++ deflated(Z, [], Flush)
    end.

listed(<<>>) -> [];
listed(Bytes) -> [Bytes].

deflateReset(Z) -> reset_stream(Z).

deflateParams(Z, Level, Strategy) -> change_deflate(Z, {level(Level), strategy(Strategy)}).

deflateSetDictionary(Z, Dictionary) -> name_dictionary(Z, Dictionary).

deflateEnd(Z) -> end_deflate(Z).

%% Decompressing.

inflateInit(Z) -> inflateInit(Z, 15).

inflateInit(Z, WindowBits) -> inflateInit(Z, WindowBits, cut).

inflateInit(Z, WindowBits, error) -> start_inflate(Z, {window(WindowBits), 0});
inflateInit(Z, WindowBits, reset) -> start_inflate(Z, {window(WindowBits), 1});
inflateInit(Z, WindowBits, cut) -> start_inflate(Z, {window(WindowBits), 2});
inflateInit(_, _, _) -> erlang:error(bad_eos_behavior).

inflate(Z, Data) -> inflate(Z, Data, []).

inflate(Z, Data, Options) ->
    case inflated(Z, Data, []) of
        {need_dictionary, Sum, Made} ->
            case proplists:get_value(exception_on_need_dict, Options, true) of
                true -> erlang:error({need_dictionary, Sum});
                false -> {need_dictionary, Sum, Made}
            end;
        Made ->
            Made
    end.

inflated(Z, Data, Made) ->
    case step_inflate(Z, Data, ?ALL) of
        {more, Bytes} -> inflated(Z, [], [Bytes | Made]);
        {need_dictionary, Sum, Bytes} -> {need_dictionary, Sum, lists:reverse(Made, listed(Bytes))};
        {_, Bytes} -> lists:reverse(Made, listed(Bytes))
    end.

safeInflate(Z, Data) ->
    case step_inflate(Z, Data, ?SOME) of
        {more, Bytes} -> {continue, listed(Bytes)};
        {need_dictionary, Sum, Bytes} -> {need_dictionary, Sum, listed(Bytes)};
        {_, Bytes} -> {finished, listed(Bytes)}
    end.

inflateChunk(Z) -> inflateChunk(Z, []).

inflateChunk(Z, Data) ->
    case step_inflate(Z, Data, ?SOME) of
        {more, Bytes} -> {more, listed(Bytes)};
        {need_dictionary, Sum, _} -> erlang:error({need_dictionary, Sum});
        {_, Bytes} -> listed(Bytes)
    end.

inflateReset(Z) -> reset_stream(Z).

inflateSetDictionary(Z, Dictionary) -> give_dictionary(Z, Dictionary).

inflateGetDictionary(Z) -> take_dictionary(Z).

inflateEnd(Z) -> end_inflate(Z).

%% At once.

compress(Data) -> packed(Data, 15).

zip(Data) -> packed(Data, -15).

gzip(Data) -> packed(Data, 31).

packed(Data, WindowBits) ->
    Z = open(),
    try
        deflateInit(Z, default, deflated, WindowBits, 8, default),
        iolist_to_binary(deflate(Z, Data, finish))
    after
        close(Z)
    end.

uncompress(Data) -> unpacked(Data, 15, cut).

unzip(Data) -> unpacked(Data, -15, cut).

gunzip(Data) -> unpacked(Data, 31, reset).

unpacked(Data, WindowBits, AtEnd) ->
    try iolist_size(Data) of
        Size when Size < 8, WindowBits > 0 -> erlang:error(data_error);
        _ -> ok
    catch
        error:badarg -> erlang:error(badarg)
    end,
    Z = open(),
    try
        inflateInit(Z, WindowBits, AtEnd),
        Made = iolist_to_binary(inflate(Z, Data)),
        inflateEnd(Z),
        Made
    after
        close(Z)
    end.

%% Checksums, which need no stream but are given one.

crc32(_Z) -> erlang:error(not_supported).

crc32(_Z, Data) -> erlang:crc32(Data).

crc32(_Z, Sum, Data) -> erlang:crc32(Sum, Data).

adler32(_Z, Data) -> erlang:adler32(Data).

adler32(_Z, Sum, Data) -> erlang:adler32(Sum, Data).

crc32_combine(_Z, Sum1, Sum2, Size) -> erlang:crc32_combine(Sum1, Sum2, Size).

adler32_combine(_Z, Sum1, Sum2, Size) -> erlang:adler32_combine(Sum1, Sum2, Size).

setBufSize(_Z, Size) when is_integer(Size), Size > 0 -> ok;
setBufSize(_, _) -> erlang:error(badarg).

getBufSize(_Z) -> ?SOME.

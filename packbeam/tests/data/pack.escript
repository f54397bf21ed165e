#!/usr/bin/env escript
%% Writes a pack as the format says, taking modules apart and putting them together with OTP's own beam_lib
%%
%% Usage: pack.escript OUTPUT.avm INPUT…, where an input that is not a .beam is a plain file, packed under its own path
main([Output | Inputs]) ->
    Header = <<"#!/usr/bin/env AtomVM\n", 0, 0>>,
    End = section("end", 0, <<>>, 0),
    ok = file:write_file(Output, [Header, [input(Input) || Input <- Inputs], End]).

input(Input) ->
    {ok, Bytes} = file:read_file(Input),
    case filename:extension(Input) of
        ".beam" -> module(Bytes);
        _ -> section(Input, 4, <<(byte_size(Bytes)):32, Bytes/binary>>)
    end.

module(Bytes) ->
    {ok, Module, Chunks} = beam_lib:all_chunks(Bytes),
    Kept = ["AtU8", "Code", "ExpT", "LocT", "ImpT", "LitU", "FunT", "StrT", "LitT", "avmN", "Type", "Line"],
    {ok, Beam} = beam_lib:build_module([plain(Chunk) || {Name, _} = Chunk <- Chunks, lists:member(Name, Kept)]),
    {ok, {Module, [{exports, Exports}]}} = beam_lib:chunks(Bytes, [exports]),
    Start = case lists:member({start, 0}, Exports) of true -> 1; false -> 0 end,
    section(atom_to_list(Module) ++ ".beam", 2 bor Start, Beam).

plain({"LitT", <<Size:32, Packed/binary>>}) when Size > 0 -> {"LitU", zlib:uncompress(Packed)};
plain(Chunk) -> Chunk.

section(Name, Flags, Data) ->
    section(Name, Flags, Data, iolist_size(section(Name, Flags, Data, 0))).

section(Name, Flags, Data, Size) ->
    [<<Size:32, Flags:32, 0:32>>, padded([Name, 0]), padded(Data)].

padded(Data) -> [Data, binary:copy(<<0>>, -iolist_size(Data) band 3)].

#!/usr/bin/env escript
%% What packing, listing and pruning take a program in Erlang
%%
%% Usage: packs.escript create OUT BEAM... | list PACK | prune OUT BEAM...
main(["create", Out | Beams]) ->
    ok = file:write_file(Out, [stripped(Beam) || Beam <- Beams]);
main(["list", Pack]) ->
    {ok, <<_:24/binary, Sections/binary>>} = file:read_file(Pack),
    list(Sections);
main(["prune", Out | Beams]) ->
    Modules = maps:from_list([module(Beam) || Beam <- Beams]),
    [First | _] = Beams,
    {Name, _} = module(First),
    Reached = reached([Name], Modules, #{}),
    ok = file:write_file(Out, [stripped(Beam) || Beam <- Beams, is_map_key(element(1, module(Beam)), Reached)]).

stripped(Beam) ->
    {ok, _, Chunks} = beam_lib:all_chunks(Beam),
    Kept = ["AtU8", "Code", "ExpT", "LocT", "ImpT", "LitU", "FunT", "StrT", "LitT", "Type", "Line"],
    {ok, Stripped} = beam_lib:build_module([plain(Chunk) || {Tag, _} = Chunk <- Chunks, lists:member(Tag, Kept)]),
    Stripped.

plain({"LitT", <<Size:32, Packed/binary>>}) when Size > 0 -> {"LitU", zlib:uncompress(Packed)};
plain(Chunk) -> Chunk.

list(<<0:32, _/binary>>) ->
    ok;
list(<<Size:32, Flags:32, _:32, Rest/binary>>) ->
    [Name, _] = binary:split(Rest, <<0>>),
    io:format("~s ~p [~p]~n", [Name, Flags, Size]),
    <<_:(Size - 12)/binary, Next/binary>> = Rest,
    list(Next).

module(Beam) ->
    {ok, {Name, [{atoms, Atoms}, {imports, Imports}]}} = beam_lib:chunks(Beam, [atoms, imports]),
    {Name, [Atom || {_, Atom} <- Atoms] ++ [Module || {Module, _, _} <- Imports]}.

reached([], _, Reached) ->
    Reached;
reached([Name | Names], Modules, Reached) when is_map_key(Name, Reached); not is_map_key(Name, Modules) ->
    reached(Names, Modules, Reached);
reached([Name | Names], Modules, Reached) ->
    reached(maps:get(Name, Modules) ++ Names, Modules, Reached#{Name => true}).

#!/usr/bin/env escript
%% Prints what OTP's own reader finds in a module, in the words the test of the reader uses
%%
%% Usage: describe.escript MODULE.beam > MODULE.txt
main([File]) ->
    io:setopts([{encoding, unicode}]),
    Names = [atoms, indexed_imports, "ExpT", "LocT", "FunT", "StrT", "Code"],
    {ok, {Module, Chunks}} = beam_lib:chunks(File, Names, [allow_missing_chunks]),
    Atoms = maps:from_list(proplists:get_value(atoms, Chunks)),
    io:format("module ~ts~n", [Module]),
    [io:format("atom ~b ~ts~n", [Number, Atom]) || {Number, Atom} <- lists:sort(maps:to_list(Atoms))],
    <<_:32, _:32, Opcode:32, Labels:32, Functions:32, Code/binary>> = chunk("Code", Chunks),
    io:format("code ~b ~b ~b ~b~n", [Opcode, Labels, Functions, byte_size(Code)]),
    io:format("strings ~p~n", [binary_to_list(chunk("StrT", Chunks))]),
    [
        io:format("import ~ts ~ts ~b~n", [M, F, A])
     || {_, M, F, A} <- lists:sort(proplists:get_value(indexed_imports, Chunks))
    ],
    Functions3 = fun(Word, Chunk) ->
        [io:format("~s ~ts ~b ~b~n", [Word, map_get(F, Atoms), A, L]) || [F, A, L] <- rows(3, chunk(Chunk, Chunks))]
    end,
    Functions3("export", "ExpT"),
    Functions3("local", "LocT"),
    [
        io:format("fun ~ts ~b ~b ~b ~b ~b~n", [map_get(F, Atoms), A, L, I, N, U])
     || [F, A, L, I, N, U] <- rows(6, chunk("FunT", Chunks))
    ],
    [io:format("literal ~w~n", [binary_to_list(Term)]) || Term <- literals(File)].

chunk(Name, Chunks) ->
    case proplists:get_value(Name, Chunks) of
        missing_chunk -> <<>>;
        Chunk -> Chunk
    end.

rows(_, <<>>) ->
    [];
rows(Width, <<Count:32, Rows/binary>>) ->
    Words = [Word || <<Word:32>> <= Rows],
    Count = length(Words) div Width,
    [lists:sublist(Words, Width * Row + 1, Width) || Row <- lists:seq(0, Count - 1)].

literals(File) ->
    case beam_lib:chunks(File, ["LitT"], [allow_missing_chunks]) of
        {ok, {_, [{"LitT", missing_chunk}]}} -> [];
        {ok, {_, [{"LitT", <<0:32, _:32, Plain/binary>>}]}} -> terms(Plain);
        {ok, {_, [{"LitT", <<_:32, Packed/binary>>}]}} ->
            <<_:32, Plain/binary>> = zlib:uncompress(Packed),
            terms(Plain)
    end.

terms(Plain) -> [Term || <<Size:32, Term:Size/binary>> <= Plain].

#!/usr/bin/env escript
%% Assembles a module of BEAM instructions, also of those that the compiler at hand no longer writes.
%%
%%   assemble.escript SOURCE.S FOLDER
%%
%% The compiler knows every instruction's name and number, but gives numbers only to those it writes, and
%% lets its validator pass no others. It gets a table that gives all, and a validator that passes all.

main([Source, Folder]) ->
    replace_table(),
    replace_validator(),
    Options = [from_asm, no_postopt, deterministic, report, {outdir, Folder}],
    case compile:file(filename:rootname(Source), Options) of
        {ok, _} -> ok;
        error -> halt(1)
    end.

replace_table() ->
    Names = names(1),
    Line = erl_anno:new(0),
    Clause = fun(Arguments, Result) ->
        {clause, Line, [erl_parse:abstract(A) || A <- Arguments], [], [erl_parse:abstract(Result)]}
    end,
    Forms = [
        {attribute, Line, module, beam_opcodes},
        {attribute, Line, export, [{opcode, 2}, {opname, 1}, {format_number, 0}]},
        {function, Line, format_number, 0, [Clause([], beam_opcodes:format_number())]},
        {function, Line, opcode, 2, [Clause([Name, Arity], Number) || {Number, {Name, Arity}} <- Names]},
        {function, Line, opname, 1, [Clause([Number], Name) || {Number, Name} <- Names]}
    ],
    replace(Forms).

replace_validator() ->
    Line = erl_anno:new(0),
    Anything = [{var, Line, '_'}, {var, Line, '_'}],
    replace([
        {attribute, Line, module, beam_validator},
        {attribute, Line, export, [{validate, 2}]},
        {function, Line, validate, 2, [{clause, Line, Anything, [], [{atom, Line, ok}]}]}
    ]).

replace(Forms) ->
    {ok, Module, Code} = compile:forms(Forms),
    code:unstick_dir(filename:dirname(code:which(Module))),
    code:purge(Module),
    {module, Module} = code:load_binary(Module, atom_to_list(Module), Code).

%% All of them, from a number on.
names(Number) ->
    try beam_opcodes:opname(Number) of
        Name -> [{Number, Name} | names(Number + 1)]
    catch
        error:_ -> []
    end.

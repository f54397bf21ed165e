#!/usr/bin/env escript
%% Writes what this OTP gives behind each call of the files named.
%%
%% A line is `Module:Function(Arguments)`, with ` => Result` behind it once it is recorded.

-mode(compile).

main(Files) -> lists:foreach(fun write/1, Files).

write(File) ->
    {ok, Bytes} = file:read_file(File),
    Lines = [line(Line) || Line <- string:split(unicode:characters_to_list(string:trim(Bytes, trailing)), "\n", all)],
    ok = file:write_file(File, unicode:characters_to_binary([[Line, $\n] || Line <- Lines])).

line([]) -> [];
line([$% | _] = Line) -> Line;
line(Line) ->
    %% A map has an arrow too, but only a call ends in a parenthesis.
    [Open | _] = string:split(Line, ")"),
    Call = Open ++ ")",
    [Call, " => ", evaluate(Call)].

evaluate(Call) ->
    {ok, Tokens, _} = erl_scan:string(Call ++ "."),
    {ok, [{call, _, {remote, _, Module, Function}, Arguments}]} = erl_parse:parse_exprs(Tokens),
    Terms = [element(2, erl_eval:expr(Argument, [])) || Argument <- Arguments],
    %% Not `apply/3` on literals: the compiler would know the result of some.
    try apply(element(3, Module), element(3, Function), Terms) of
        Result -> io_lib:format("~tw", [Result])
    catch
        Class:Reason -> io_lib:format("~w ~tw", [Class, Reason])
    end.

%% Runs the programs named on the command line and keeps what each wrote.
%%
%% The first argument is a file that standard output is appended to as well: erlang:display/1 writes to
%% the latter, io:format/2 reaches the former through the leader, and both in the order they were called.
%% A line '=== room/name' opens the output of each program. A program has to return ok.
%% Reports of crashed processes are switched off: they are no part of what a program prints.
-module(observe).
-export([start/0]).

-define(LIMIT_MS, 10000).

start() ->
    ok = logger:set_primary_config(level, none),
    [Output | Beams] = init:get_plain_arguments(),
    Leader = spawn_link(fun() ->
        {ok, File} = file:open(Output, [append, raw, binary]),
        lead(File)
    end),
    Failures = [Beam || Beam <- Beams, observe(Beam, Leader) =:= failed],
    halt(min(length(Failures), 1)).

observe(Beam, Leader) ->
    [Name, _Otp, Room] = lists:sublist(lists:reverse(filename:split(filename:rootname(Beam))), 3),
    erlang:display(list_to_atom("=== " ++ Room ++ "/" ++ Name)),
    {module, Module} = code:load_abs(filename:rootname(Beam)),
    {Process, Monitor} = spawn_monitor(fun() ->
        group_leader(Leader, self()),
        ok = Module:start()
    end),
    receive
        {'DOWN', Monitor, process, Process, normal} -> passed;
        {'DOWN', Monitor, process, Process, Reason} -> fail(Name, Reason)
    after ?LIMIT_MS ->
        exit(Process, kill),
        fail(Name, timeout)
    end.

fail(Name, Reason) ->
    io:format(standard_error, "~s failed: ~p~n", [Name, Reason]),
    failed.

lead(File) ->
    receive
        {io_request, From, Reference, Request} ->
            From ! {io_reply, Reference, answer(Request, File)},
            lead(File)
    end.

answer({put_chars, Encoding, Module, Function, Arguments}, File) ->
    try apply(Module, Function, Arguments) of
        Characters -> answer({put_chars, Encoding, Characters}, File)
    catch
        _:Reason -> {error, Reason}
    end;
answer({put_chars, Encoding, Characters}, File) ->
    file:write(File, unicode:characters_to_binary(Characters, Encoding));
answer(_, _) ->
    {error, request}.

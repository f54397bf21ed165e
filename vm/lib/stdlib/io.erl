%% Input and output through the I/O protocol, or straight to the console.
%%
%% An I/O device is a pid, a registered name, or the group leader (`standard_io` or no device given). A request is
%% {io_request, From, ReplyAs, Request}, its answer {io_reply, ReplyAs, Reply}.
%% avm_console:is_console(Pid) says that a group leader stands for the console of the machine; then
%% avm_console:write/1 writes from within the caller. Whatever else is asked of it is the server's (avm_user), where there
%% is one: the virtual board and devices have none, and no input.
%%
%% Invariant: a function without a device raises where one returns an error, as in OTP.
%%
%% Absent on purpose: scanning and parsing of Erlang (scan_erl_*, parse_erl_*, read), fread and terminal options.
-module(io).

-export([put_chars/1, put_chars/2, nl/0, nl/1, format/1, format/2, format/3, fwrite/1, fwrite/2, fwrite/3,
         write/1, write/2]).
-export([get_chars/2, get_chars/3, get_line/1, get_line/2, columns/0, columns/1, rows/0, rows/1,
         getopts/0, getopts/1, setopts/1, setopts/2]).
-export([request/1, request/2, requests/1, requests/2, printable_range/0]).

%% Output.

put_chars(Characters) ->
    put_chars(standard_io, Characters).

put_chars(Device, Characters) ->
    output(Device, {put_chars, unicode, Characters}, [Device, Characters]).

nl() ->
    nl(standard_io).

nl(Device) ->
    output(Device, {put_chars, unicode, "\n"}, [Device]).

format(Format) ->
    format(Format, []).

format(Format, Arguments) ->
    format(standard_io, Format, Arguments).

format(Device, Format, Arguments) ->
    output(Device, {format, Format, Arguments}, [Device, Format, Arguments]).

fwrite(Format) ->
    format(Format).

fwrite(Format, Arguments) ->
    format(Format, Arguments).

fwrite(Device, Format, Arguments) ->
    format(Device, Format, Arguments).

write(Term) ->
    write(standard_io, Term).

write(Device, Term) ->
    output(Device, {write, Term}, [Device, Term]).

output(Device, Request, Arguments) ->
    case request(Device, Request) of
        ok -> ok;
        {error, Reason} -> erlang:error(error_reason(Reason), Arguments)
    end.

error_reason(Reason) when Reason =:= terminated; Reason =:= calling_self; Reason =:= no_translation -> Reason;
error_reason(_) -> badarg.

%% Input.

get_chars(Prompt, Count) ->
    get_chars(standard_io, Prompt, Count).

get_chars(Device, Prompt, Count) when is_integer(Count), Count >= 0 ->
    input(request(Device, {get_chars, unicode, Prompt, Count})).

get_line(Prompt) ->
    get_line(standard_io, Prompt).

get_line(Device, Prompt) ->
    input(request(Device, {get_line, unicode, Prompt})).

input({error, Reason}) -> {error, Reason};
input(Data) -> Data.

%% What a terminal says of itself.

columns() ->
    columns(standard_io).

columns(Device) ->
    geometry(request(Device, {get_geometry, columns})).

rows() ->
    rows(standard_io).

rows(Device) ->
    geometry(request(Device, {get_geometry, rows})).

geometry(Count) when is_integer(Count), Count > 0 -> {ok, Count};
geometry(_) -> {error, enotsup}.

getopts() ->
    getopts(standard_io).

getopts(Device) ->
    request(Device, getopts).

setopts(Options) ->
    setopts(standard_io, Options).

setopts(Device, Options) ->
    request(Device, {setopts, Options}).

%% The characters that ~p shows in strings.
printable_range() ->
    latin1.

%% Requests.

request(Request) ->
    request(standard_io, Request).

request(Device, Request) ->
    case server(Device) of
        console -> console(prepared(Request));
        undefined -> {error, arguments};
        Server -> ask(Server, prepared(Request))
    end.

requests(Requests) ->
    requests(standard_io, Requests).

requests(Device, Requests) ->
    case server(Device) of
        console -> console_all(Requests, ok);
        undefined -> {error, arguments};
        Server -> ask(Server, {requests, [prepared(Request) || Request <- Requests]})
    end.

server(standard_io) ->
    server_of(group_leader());
server(standard_error) ->
    registered_server(standard_error, group_leader());
server(user) ->
    registered_server(user, group_leader());
server(Name) when is_atom(Name) ->
    registered_server(Name, undefined);
server(Pid) when is_pid(Pid) ->
    server_of(Pid).

server_of(Pid) ->
    case avm_console:is_console(Pid) of
        true -> console;
        false -> Pid
    end.

%% The console stands in where the system has no process of that name.
registered_server(Name, Otherwise) ->
    case whereis(Name) of
        undefined when Name =:= user; Name =:= standard_error -> standing_in(server_of(Otherwise));
        undefined -> undefined;
        Pid -> Pid
    end.

standing_in(console) -> console;
standing_in(_) -> undefined.

%% Formatting happens here, not in the server: it may lie on a machine that lacks the caller's modules.
prepared({format, Format, Arguments}) ->
    {put_chars, unicode, io_lib, format, [Format, Arguments]};
prepared({write, Term}) ->
    {put_chars, unicode, io_lib, write, [Term]};
prepared(nl) ->
    {put_chars, unicode, "\n"};
prepared(Request) ->
    Request.

ask(Server, _) when Server =:= self() ->
    {error, calling_self};
ask(Server, Request) ->
    Monitor = erlang:monitor(process, Server),
    Server ! {io_request, self(), Monitor, settled(Request)},
    receive
        {io_reply, Monitor, Reply} ->
            erlang:demonitor(Monitor, [flush]),
            Reply;
        {'DOWN', Monitor, process, _, _} ->
            receive
                {'EXIT', Server, _} -> ok
            after 0 -> ok
            end,
            {error, terminated}
    end.

%% Characters are made into a binary here when they can be: it is copied once and cannot fail in the server.
settled({put_chars, unicode, io_lib, Function, Arguments} = Request) ->
    try unicode:characters_to_binary(apply(io_lib, Function, Arguments)) of
        Binary when is_binary(Binary) -> {put_chars, unicode, Binary};
        _ -> Request
    catch
        _:_ -> Request
    end;
settled({put_chars, unicode, Characters} = Request) ->
    case characters(Characters) of
        Binary when is_binary(Binary) -> {put_chars, unicode, Binary};
        error -> Request
    end;
settled(Request) ->
    Request.

characters(Characters) ->
    try unicode:characters_to_binary(Characters) of
        Binary when is_binary(Binary) -> Binary;
        _ -> error
    catch
        _:_ -> error
    end.

%% The console without a process.

console({put_chars, unicode, Characters}) ->
    write_console(characters(Characters));
console({put_chars, latin1, Characters}) ->
    try unicode:characters_to_binary(Characters, latin1, unicode) of
        Binary when is_binary(Binary) -> write_console(Binary);
        _ -> {error, arguments}
    catch
        _:_ -> {error, arguments}
    end;
console({put_chars, Encoding, Module, Function, Arguments}) ->
    try apply(Module, Function, Arguments) of
        Characters -> console({put_chars, Encoding, Characters})
    catch
        _:_ -> {error, arguments}
    end;
console(Request) ->
    case whereis(user) of
        undefined -> without_server(Request);
        Server -> ask(Server, Request)
    end.

without_server({requests, Requests}) -> console_all(Requests, ok);
without_server(getopts) -> [{binary, false}, {encoding, unicode}];
without_server({setopts, _}) -> {error, enotsup};
without_server({get_line, _, _}) -> {error, enotsup};
without_server({get_chars, _, _, _}) -> {error, enotsup};
without_server(_) -> {error, request}.

console_all([Request | Requests], ok) -> console_all(Requests, console(prepared(Request)));
console_all(_, Reply) -> Reply.

write_console(error) -> {error, arguments};
write_console(Binary) -> avm_console:write(Binary).

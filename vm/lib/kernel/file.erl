%% Files, where the machine has any.
%%
%% A file that is open is a process that holds all its bytes, speaks the I/O protocol and writes the file when nothing else
%% is to do, at the latest when it is closed or whoever opened it ends. A machine without files answers {error, enoent}.
%%
%% Absent on purpose: links, owners and modes, changing the current directory, files larger than memory. `raw` files are
%% processes like all others.
-module(file).

-export([read_file/1, read_file/2, write_file/2, write_file/3, rename/2, delete/1, delete/2, make_dir/1, del_dir/1,
         list_dir/1, list_dir_all/1, read_file_info/1, read_file_info/2, read_link_info/1, read_link_info/2, get_cwd/0,
         get_cwd/1, set_cwd/1, native_name_encoding/0, copy/2, format_error/1]).
-export([open/2, close/1, read/2, read_line/1, write/2, position/2, pread/2, pread/3, pwrite/2, pwrite/3, truncate/1,
         sync/1, datasync/1, advise/4]).
-export([consult/1, path_consult/2, path_open/3, script/1, script/2, eval/1, eval/2]).

-record(file_info, {size, type, access, atime, mtime, ctime, mode, links, major_device, minor_device, inode, uid, gid}).

%% Whole files.

read_file(Name) -> avm_file:read(text(Name)).

read_file(Name, _Options) -> read_file(Name).

write_file(Name, Bytes) -> write_file(Name, Bytes, []).

write_file(Name, Bytes, Modes) ->
    try {iolist_to_binary(Bytes), lists:member(append, Modes), lists:member(exclusive, Modes)} of
        {Binary, Append, Exclusive} -> write_whole(text(Name), Binary, Append, Exclusive)
    catch
        error:badarg -> {error, badarg}
    end.

write_whole(Name, Binary, Append, Exclusive) ->
    case avm_file:read(Name) of
        {ok, _} when Exclusive -> {error, eexist};
        {ok, Before} when Append -> avm_file:write(Name, <<Before/binary, Binary/binary>>);
        _ -> avm_file:write(Name, Binary)
    end.

rename(From, To) -> avm_file:rename(text(From), text(To)).

delete(Name) -> avm_file:remove(text(Name)).

delete(Name, _Options) -> delete(Name).

make_dir(Name) -> avm_file:make_directory(text(Name)).

del_dir(Name) -> avm_file:remove_directory(text(Name)).

list_dir(Name) -> avm_file:list(text(Name)).

list_dir_all(Name) -> list_dir(Name).

read_file_info(Name) -> read_file_info(Name, []).

read_file_info(Name, Options) ->
    case avm_file:information(text(Name)) of
        {ok, {Type, Size, Modified}} ->
            Time = time(Modified, proplists:get_value(time, Options, local)),
            {ok, #file_info{size = Size, type = Type, access = read_write, atime = Time, mtime = Time, ctime = Time,
                            mode = mode(Type), links = 1, major_device = 0, minor_device = 0, inode = 0, uid = 0,
                            gid = 0}};
        {error, _} = Error -> Error
    end.

mode(directory) -> 8#40755;
mode(_) -> 8#100644.

time(Seconds, posix) -> Seconds;
time(Seconds, universal) -> erlang:posixtime_to_universaltime(Seconds);
time(Seconds, local) -> erlang:universaltime_to_localtime(erlang:posixtime_to_universaltime(Seconds)).

read_link_info(Name) -> read_file_info(Name).

read_link_info(Name, Options) -> read_file_info(Name, Options).

get_cwd() -> avm_file:current_directory().

get_cwd(_Drive) -> {error, enotsup}.

set_cwd(_Name) -> {error, enotsup}.

native_name_encoding() -> erlang:nif_error(undef).

copy(From, To) ->
    case read_file(From) of
        {ok, Bytes} ->
            case write_file(To, Bytes) of
                ok -> {ok, byte_size(Bytes)};
                Error -> Error
            end;
        Error -> Error
    end.

format_error({_Line, ?MODULE, undefined_script}) -> "no value returned from script";
format_error({Line, Module, Reason}) -> io_lib:format("~w: ~ts", [Line, Module:format_error(Reason)]);
format_error(enoent) -> "no such file or directory";
format_error(eacces) -> "permission denied";
format_error(eexist) -> "file already exists";
format_error(eisdir) -> "illegal operation on a directory";
format_error(enotdir) -> "not a directory";
format_error(enotsup) -> "operation not supported";
format_error(badarg) -> "bad argument";
format_error(terminated) -> "the file server process is terminated";
format_error(_) -> "unknown POSIX error".

%% Open files.

open(Name, Mode) when is_atom(Mode) -> open(Name, [Mode]);
open(Name, Modes) when is_list(Modes) ->
    try avm_file_server:start(text(Name), Modes) catch error:badarg -> {error, badarg} end.

close(File) ->
    case request(File, close) of
        {error, terminated} -> ok;
        Answer -> Answer
    end.

read(File, Count) ->
    characters(io:request(File, {get_chars, latin1, '', Count})).

read_line(File) ->
    characters(io:request(File, {get_line, latin1, ''})).

characters(eof) -> eof;
characters({error, Reason}) -> {error, Reason};
characters(Data) -> {ok, Data}.

write(File, Bytes) ->
    case io:request(File, {put_chars, latin1, Bytes}) of
        ok -> ok;
        {error, Reason} -> {error, Reason}
    end.

position(File, At) -> request(File, {position, At}).

pread(File, Places) ->
    {ok, [case pread(File, At, Count) of {ok, Data} -> Data; eof -> eof end || {At, Count} <- Places]}.

pread(File, At, Count) -> request(File, {pread, At, Count}).

pwrite(_, []) -> ok;
pwrite(File, [{At, Bytes} | Rest]) ->
    ok = pwrite(File, At, Bytes),
    pwrite(File, Rest).

pwrite(File, At, Bytes) -> request(File, {pwrite, At, iolist_to_binary(Bytes)}).

truncate(File) -> request(File, truncate).

sync(File) -> request(File, sync).

datasync(File) -> sync(File).

advise(_File, _At, _Length, _Advice) -> ok.

request(File, Request) when is_pid(File) ->
    Monitor = erlang:monitor(process, File),
    File ! {file_request, self(), Monitor, Request},
    receive
        {file_reply, Monitor, Reply} ->
            erlang:demonitor(Monitor, [flush]),
            Reply;
        {'DOWN', Monitor, process, File, _} ->
            {error, terminated}
    end;
request(_, _) ->
    {error, badarg}.

%% Files of terms and expressions.

consult(Name) -> with(Name, fun(File) -> terms(File, 1, []) end).

path_consult(Path, Name) ->
    case path_open(Path, Name, [read]) of
        {ok, File, Full} ->
            Answer = terms(File, 1, []),
            ok = close(File),
            case Answer of
                {ok, Terms} -> {ok, Terms, Full};
                Error -> Error
            end;
        Error -> Error
    end.

path_open([], _, _) -> {error, enoent};
path_open([Directory | Rest], Name, Modes) ->
    Full = filename:join(Directory, Name),
    case open(Full, Modes) of
        {ok, File} -> {ok, File, Full};
        {error, enoent} -> path_open(Rest, Name, Modes);
        Error -> Error
    end.

with(Name, Act) ->
    case open(Name, [read, {encoding, unicode}]) of
        {ok, File} ->
            Answer = Act(File),
            ok = close(File),
            Answer;
        Error -> Error
    end.

terms(File, Line, Seen) ->
    case io:read(File, '', Line) of
        {ok, Term, Next} -> terms(File, Next, [Term | Seen]);
        {eof, _} -> {ok, lists:reverse(Seen)};
        {error, Reason, _} -> {error, Reason};
        {error, Reason} -> {error, Reason}
    end.

script(Name) -> script(Name, []).

script(Name, Bindings) ->
    case evaluated(Name, Bindings) of
        {ok, []} -> {error, {0, ?MODULE, undefined_script}};
        {ok, Values} -> {ok, lists:last(Values)};
        Error -> Error
    end.

eval(Name) -> eval(Name, []).

eval(Name, Bindings) ->
    case evaluated(Name, Bindings) of
        {ok, _} -> ok;
        Error -> Error
    end.

evaluated(Name, Bindings) ->
    with(Name, fun(File) -> values(File, 1, Bindings, []) end).

values(File, Line, Bindings, Seen) ->
    case io:parse_erl_exprs(File, '', Line) of
        {ok, Expressions, Next} ->
            {value, Value, Bound} = erl_eval:exprs(Expressions, Bindings),
            values(File, Next, Bound, [Value | Seen]);
        {eof, _} -> {ok, lists:reverse(Seen)};
        {error, Reason, _} -> {error, Reason}
    end.

text(Name) when is_binary(Name) -> unicode:characters_to_list(Name);
text(Name) -> filename:flatten(Name).

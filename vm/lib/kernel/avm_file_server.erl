%% An open file: a process that holds its bytes and speaks the I/O protocol.
%%
%% Input and output begin at the position; a request for input is answered at once, since all there is, is here. The file
%% is written when no request waits, when it is closed, and when whoever opened it ends.
%%
%% Absent on purpose: files that grow while they are read by somebody else.
-module(avm_file_server).

-export([start/2]).

-record(state, {
    name :: string(),
    owner :: reference(),
    bytes :: binary(),
    position = 0 :: non_neg_integer(),
    changed = false :: boolean(),
    reads :: boolean(),
    writes :: boolean(),
    appends :: boolean(),
    binary :: boolean(),
    encoding :: latin1 | unicode
}).

start(Name, Modes) ->
    Known = [case Mode of {encoding, utf8} -> {encoding, unicode}; _ -> Mode end || Mode <- Modes],
    Writes = lists:any(fun(Mode) -> lists:member(Mode, Known) end, [write, append, exclusive]),
    Reads = lists:member(read, Known) orelse not Writes,
    Exclusive = lists:member(exclusive, Known),
    case {avm_file:read(Name), Writes} of
        {{ok, _}, true} when Exclusive -> {error, eexist};
        {{ok, Bytes}, false} -> started(Name, Known, Bytes, Reads, Writes, false);
        {{ok, Bytes}, true} ->
            Kept = case Reads orelse lists:member(append, Known) of true -> Bytes; false -> <<>> end,
            started(Name, Known, Kept, Reads, Writes, Kept =/= Bytes);
        {{error, enoent}, true} ->
            case avm_file:write(Name, <<>>) of
                ok -> started(Name, Known, <<>>, Reads, Writes, false);
                Error -> Error
            end;
        {Error, _} -> Error
    end.

started(Name, Modes, Bytes, Reads, Writes, Changed) ->
    Encoding = proplists:get_value(encoding, Modes, latin1),
    lists:member(Encoding, [latin1, unicode]) orelse error(badarg),
    Owner = self(),
    {ok, spawn(fun() ->
        loop(#state{name = Name, owner = erlang:monitor(process, Owner), bytes = Bytes, changed = Changed,
                    reads = Reads, writes = Writes, appends = lists:member(append, Modes),
                    binary = lists:member(binary, Modes), encoding = Encoding})
    end)}.

loop(#state{owner = Owner} = State) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) ->
            {Reply, After} = serve(Request, State),
            From ! {io_reply, ReplyAs, Reply},
            loop(After);
        {file_request, From, ReplyAs, close} ->
            From ! {file_reply, ReplyAs, saved(State)};
        {file_request, From, ReplyAs, Request} ->
            {Reply, After} = file(Request, State),
            From ! {file_reply, ReplyAs, Reply},
            loop(After);
        {'DOWN', Owner, process, _, _} ->
            saved(State);
        _ ->
            loop(State)
    after patience(State) ->
        _ = saved(State),
        loop(State#state{changed = false})
    end.

patience(#state{changed = true}) -> 0;
patience(_) -> infinity.

saved(#state{changed = true, name = Name, bytes = Bytes}) -> avm_file:write(Name, Bytes);
saved(_) -> ok.

%% Requests of the I/O protocol.

serve({put_chars, Encoding, Characters}, State) -> put(Encoding, Characters, State);
serve({put_chars, Encoding, Module, Function, Arguments}, State) ->
    try apply(Module, Function, Arguments) of
        Characters -> put(Encoding, Characters, State)
    catch
        _:_ -> {{error, Function}, State}
    end;
serve({put_chars, Characters}, State) -> put(latin1, Characters, State);
serve({get_line, Encoding, _}, State) -> reading(State, fun() -> line(Encoding, State) end);
serve({get_line, _}, State) -> reading(State, fun() -> line(latin1, State) end);
serve({get_chars, Encoding, _, Count}, State) when is_integer(Count) ->
    reading(State, fun() -> characters(Encoding, Count, State) end);
serve({get_until, Encoding, _, Module, Function, Arguments}, State) ->
    Continue = fun(Taken, Data) -> apply(Module, Function, [Taken, Data | Arguments]) end,
    reading(State, fun() -> until(Encoding, Continue, [], State) end);
serve({requests, Requests}, State) -> all(Requests, {ok, State});
serve({setopts, Options}, State) -> options(proplists:unfold(Options), State);
serve(getopts, #state{binary = Binary, encoding = Encoding} = State) ->
    {[{binary, Binary}, {encoding, Encoding}], State};
serve(_, State) -> {{error, request}, State}.

all([Request | Requests], {ok, State}) -> all(Requests, serve(Request, State));
all(_, Answer) -> Answer.

options([], State) -> {ok, State};
options([{binary, Flag} | Rest], State) when is_boolean(Flag) -> options(Rest, State#state{binary = Flag});
options([{list, Flag} | Rest], State) when is_boolean(Flag) -> options(Rest, State#state{binary = not Flag});
options([{encoding, utf8} | Rest], State) -> options(Rest, State#state{encoding = unicode});
options([{encoding, Encoding} | Rest], State) when Encoding =:= latin1; Encoding =:= unicode ->
    options(Rest, State#state{encoding = Encoding});
options(_, State) -> {{error, enotsup}, State}.

reading(#state{reads = true}, Read) -> Read();
reading(State, _) -> {{error, ebadf}, State}.

%% Output.

put(Encoding, Characters, #state{writes = true, encoding = Own} = State) ->
    try unicode:characters_to_binary(Characters, Encoding, Own) of
        Binary when is_binary(Binary) -> {ok, written(Binary, State)};
        _ -> {{error, {no_translation, Encoding, Own}}, State}
    catch
        error:badarg -> {{error, badarg}, State}
    end;
put(_, _, State) -> {{error, ebadf}, State}.

written(Binary, #state{appends = true, bytes = Bytes} = State) ->
    State#state{bytes = <<Bytes/binary, Binary/binary>>, changed = true};
written(Binary, #state{position = Position} = State) ->
    (written_at(Position, Binary, State))#state{position = Position + byte_size(Binary)}.

written_at(At, Binary, #state{bytes = Bytes} = State) when At =:= byte_size(Bytes) ->
    State#state{bytes = <<Bytes/binary, Binary/binary>>, changed = true};
written_at(At, Binary, #state{bytes = Bytes} = State) ->
    Size = byte_size(Bytes),
    Before = case At > Size of
        true -> <<Bytes/binary, 0:((At - Size) * 8)>>;
        false -> binary:part(Bytes, 0, At)
    end,
    Behind = At + byte_size(Binary),
    After = case Behind < Size of
        true -> binary:part(Bytes, Behind, Size - Behind);
        false -> <<>>
    end,
    State#state{bytes = <<Before/binary, Binary/binary, After/binary>>, changed = true}.

%% Input.

rest(#state{bytes = Bytes, position = Position}) when Position < byte_size(Bytes) ->
    binary:part(Bytes, Position, byte_size(Bytes) - Position);
rest(_) -> <<>>.

line(Encoding, State) ->
    case whole_line(rest(State)) of
        <<>> -> {eof, State};
        Line -> given(Line, Encoding, State)
    end.

whole_line(Rest) ->
    case binary:match(Rest, <<"\n">>) of
        {At, 1} -> binary:part(Rest, 0, At + 1);
        nomatch -> Rest
    end.

characters(Encoding, Count, State) ->
    case {rest(State), State#state.encoding} of
        {<<>>, _} when Count > 0 -> {eof, State};
        {Rest, latin1} -> given(binary:part(Rest, 0, min(Count, byte_size(Rest))), Encoding, State);
        {Rest, unicode} -> given(binary:part(Rest, 0, size_of(Rest, Count, 0)), Encoding, State)
    end.

%% The bytes of so many characters.
size_of(<<Character/utf8, Rest/binary>>, Count, Size) when Count > 0 ->
    size_of(Rest, Count - 1, Size + byte_size(<<Character/utf8>>));
size_of(_, _, Size) -> Size.

given(Bytes, Encoding, #state{position = Position, encoding = Own} = State) ->
    After = State#state{position = Position + byte_size(Bytes)},
    case typed(Bytes, Encoding, State) of
        error -> {{error, {no_translation, Own, Encoding}}, State};
        Data -> {Data, After}
    end.

typed(Bytes, Encoding, #state{binary = true, encoding = Own}) ->
    case unicode:characters_to_binary(Bytes, Own, Encoding) of
        Binary when is_binary(Binary) -> Binary;
        _ -> error
    end;
typed(Bytes, Encoding, #state{encoding = Own}) ->
    case unicode:characters_to_list(Bytes, Own) of
        List when is_list(List), Encoding =:= latin1 ->
            case lists:all(fun(Character) -> Character < 256 end, List) of
                true -> List;
                false -> error
            end;
        List when is_list(List) -> List;
        _ -> error
    end.

%% A line at a time, until the function has what it wants; what it leaves is read again.
until(Encoding, Function, Taken, #state{position = Position, encoding = Own} = State) ->
    Line = whole_line(rest(State)),
    Data = case Line of
        <<>> -> eof;
        _ -> unicode:characters_to_list(Line, Own)
    end,
    After = State#state{position = Position + byte_size(Line)},
    try Function(Taken, Data) of
        {done, Result, Left} -> {result(Result, Encoding, State), left(Left, After)};
        {more, Further} when Data =/= eof -> until(Encoding, Function, Further, After);
        {more, _} -> {eof, After}
    catch
        _:_ -> {{error, get_until}, After}
    end.

left(Left, #state{position = Position, encoding = Own} = State) when is_list(Left) ->
    State#state{position = Position - byte_size(unicode:characters_to_binary(Left, unicode, Own))};
left(_, State) -> State.

result(Result, Encoding, #state{binary = true}) when is_list(Result) ->
    case unicode:characters_to_binary(Result, unicode, Encoding) of
        Binary when is_binary(Binary) -> Binary;
        _ -> Result
    end;
result(Result, _, _) -> Result.

%% Requests of module file.

file({position, At}, #state{bytes = Bytes, position = Position} = State) ->
    case place(At, Position, byte_size(Bytes)) of
        Place when is_integer(Place), Place >= 0 -> {{ok, Place}, State#state{position = Place}};
        _ -> {{error, einval}, State}
    end;
file({pread, At, Count}, #state{bytes = Bytes} = State) when At < byte_size(Bytes) ->
    Data = binary:part(Bytes, At, min(Count, byte_size(Bytes) - At)),
    {{ok, case State#state.binary of true -> Data; false -> binary_to_list(Data) end}, State};
file({pread, _, _}, State) -> {eof, State};
file({pwrite, At, Binary}, #state{writes = true} = State) -> {ok, written_at(At, Binary, State)};
file(truncate, #state{writes = true, bytes = Bytes, position = Position} = State) ->
    {ok, State#state{bytes = binary:part(Bytes, 0, min(Position, byte_size(Bytes))), changed = true}};
file(sync, State) -> {saved(State), State#state{changed = false}};
file(_, State) -> {{error, ebadf}, State}.

place(bof, _, _) -> 0;
place(cur, Position, _) -> Position;
place(eof, _, Size) -> Size;
place({bof, Offset}, _, _) -> Offset;
place({cur, Offset}, Position, _) -> Position + Offset;
place({eof, Offset}, _, Size) -> Size + Offset;
place(At, _, _) -> At.

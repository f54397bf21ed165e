%% Servers of the I/O protocol for the machine's console.
%%
%% They are `user`, which is the group leader of programs and reads, too, and `standard_error`.
%% A request is {io_request, From, ReplyAs, Request}, its answer {io_reply, ReplyAs, Reply}. Text is written as it comes;
%% a request for input waits in a queue until there are enough lines, which the machine is asked for one by one and sends
%% as {console_line, Line} with a UTF-8 binary or eof.
%%
%% Invariant: requests for input are answered in the order they came; none of them keeps text from being written.
%%
%% Absent on purpose: terminal control, echo, history, passwords.
-module(avm_user).

-export([user/0, standard_error/0]).

-record(state, {
    write :: fun((binary()) -> ok),
    reads :: boolean(),
    %% Characters that came and nobody took, or eof behind them.
    input = [] :: string(),
    ended = false :: boolean(),
    %% Whether a line was asked for and has not come.
    asked = false :: boolean(),
    waiting = [] :: [{pid(), term(), term(), term()}],
    binary = false :: boolean(),
    encoding = unicode :: unicode | latin1
}).

user() ->
    loop(#state{write = fun avm_console:write/1, reads = true}).

standard_error() ->
    loop(#state{write = fun avm_console:write_error/1, reads = false}).

loop(State) ->
    receive
        {io_request, From, ReplyAs, Request} when is_pid(From) -> loop(serve(Request, From, ReplyAs, State));
        {console_line, Line} -> loop(answer(line(Line, State#state{asked = false})));
        _ -> loop(State)
    end.

serve(Request, From, ReplyAs, State) ->
    case reading(Request) of
        false ->
            {Reply, After} = output(Request, State),
            reply(From, ReplyAs, Reply),
            After;
        _ when not State#state.reads ->
            reply(From, ReplyAs, {error, enotsup}),
            State;
        {Prompt, Reading} ->
            Waiting = State#state.waiting ++ [{From, ReplyAs, Reading, start(Reading)}],
            answer(prompt(Prompt, State#state{waiting = Waiting}))
    end.

reply(From, ReplyAs, Reply) ->
    From ! {io_reply, ReplyAs, Reply}.

%% Output, and what else is answered at once.

output({put_chars, Encoding, Characters}, State) ->
    {put(Encoding, Characters, State), State};
output({put_chars, Encoding, Module, Function, Arguments}, State) ->
    try apply(Module, Function, Arguments) of
        Characters -> {put(Encoding, Characters, State), State}
    catch
        _:_ -> {{error, Function}, State}
    end;
output({put_chars, Characters}, State) ->
    {put(latin1, Characters, State), State};
output({put_chars, Module, Function, Arguments}, State) ->
    output({put_chars, latin1, Module, Function, Arguments}, State);
output({requests, Requests}, State) ->
    outputs(Requests, {ok, State});
output({setopts, Options}, State) when is_list(Options) ->
    set_options(proplists:unfold(Options), State);
output(getopts, State) ->
    {[{binary, State#state.binary}, {encoding, State#state.encoding}], State};
output({get_geometry, _}, State) ->
    {{error, enotsup}, State};
output(_, State) ->
    {{error, request}, State}.

outputs([Request | Requests], {ok, State}) -> outputs(Requests, output(Request, State));
outputs(_, Answer) -> Answer.

put(Encoding, Characters, #state{write = Write}) ->
    try unicode:characters_to_binary(Characters, Encoding, unicode) of
        Binary when is_binary(Binary) -> Write(Binary);
        _ -> {error, put_chars}
    catch
        _:_ -> {error, put_chars}
    end.

set_options([], State) -> {ok, State};
set_options([{binary, Flag} | Rest], State) when is_boolean(Flag) -> set_options(Rest, State#state{binary = Flag});
set_options([{list, Flag} | Rest], State) when is_boolean(Flag) -> set_options(Rest, State#state{binary = not Flag});
set_options([{encoding, utf8} | Rest], State) -> set_options(Rest, State#state{encoding = unicode});
set_options([{encoding, Encoding} | Rest], State) when Encoding =:= unicode; Encoding =:= latin1 ->
    set_options(Rest, State#state{encoding = Encoding});
set_options([{echo, _} | Rest], State) -> set_options(Rest, State);
set_options([{expand_fun, _} | Rest], State) -> set_options(Rest, State);
set_options(_, State) -> {{error, enotsup}, State}.

prompt('', State) -> State;
prompt(Prompt, State) ->
    _ = put(unicode, io_lib:format_prompt(Prompt, unicode), State),
    State.

%% Input.

reading({get_line, Encoding, Prompt}) -> {Prompt, {line, Encoding}};
reading({get_line, Prompt}) -> {Prompt, {line, latin1}};
reading({get_chars, Encoding, Prompt, Count}) when is_integer(Count) -> {Prompt, {chars, Encoding, Count}};
reading({get_chars, Prompt, Count}) when is_integer(Count) -> {Prompt, {chars, latin1, Count}};
reading({get_until, Encoding, Prompt, Module, Function, Arguments}) ->
    {Prompt, {until, Encoding, Module, Function, Arguments}};
reading({get_until, Prompt, Module, Function, Arguments}) -> {Prompt, {until, latin1, Module, Function, Arguments}};
reading(_) -> false.

%% What a reader has taken of the input so far.
start({until, _, _, _, _}) -> [];
start(_) -> none.

line(eof, State) -> State#state{ended = true};
line(Line, #state{input = Input} = State) ->
    State#state{input = Input ++ characters(Line)}.

%% Bytes that are no UTF-8 are characters of their own.
characters(Line) ->
    case unicode:characters_to_list(Line) of
        Characters when is_list(Characters) -> Characters;
        _ -> binary_to_list(Line)
    end.

%% Answers whoever waits, as far as the input goes; asks for a line when it does not.
answer(#state{waiting = []} = State) -> State;
answer(#state{waiting = [{From, ReplyAs, Reading, Taken} | Rest]} = State) ->
    case take(Reading, Taken, State) of
        {done, Reply, After} ->
            reply(From, ReplyAs, Reply),
            answer(After#state{waiting = Rest});
        {more, Further, After} ->
            ask(After#state{waiting = [{From, ReplyAs, Reading, Further} | Rest]})
    end.

ask(#state{asked = true} = State) -> State;
ask(State) ->
    case avm_console:request_line() of
        true -> State#state{asked = true};
        false -> answer(State#state{ended = true})
    end.

take({line, Encoding}, _, #state{input = Input, ended = Ended} = State) ->
    case lists:splitwith(fun(Character) -> Character =/= $\n end, Input) of
        {Line, [$\n | Rest]} -> given(Line ++ "\n", Encoding, State#state{input = Rest});
        {[], []} when Ended -> at_end(State);
        {Line, []} when Ended -> given(Line, Encoding, State#state{input = []});
        _ -> {more, none, State}
    end;
take({chars, Encoding, Count}, _, #state{input = Input, ended = Ended} = State) ->
    case length(Input) >= Count of
        true ->
            {Characters, Rest} = lists:split(Count, Input),
            given(Characters, Encoding, State#state{input = Rest});
        false when Ended, Input =:= [] -> at_end(State);
        false when Ended -> given(Input, Encoding, State#state{input = []});
        false -> {more, none, State}
    end;
take({until, Encoding, Module, Function, Arguments}, Taken, #state{input = Input, ended = Ended} = State) ->
    Data = case Input of
        [] when Ended -> eof;
        _ -> Input
    end,
    try apply(Module, Function, [Taken, Data | Arguments]) of
        {done, eof, _} -> at_end(State#state{input = []});
        {done, Result, Rest} -> until(Result, Encoding, State#state{input = rest(Rest)});
        {more, Further} when Data =/= eof -> continue({until, Encoding, Module, Function, Arguments}, Further, State)
    catch
        _:_ -> {done, {error, Function}, State#state{input = []}}
    end.

continue(Reading, Further, #state{ended = true} = State) -> take(Reading, Further, State#state{input = []});
continue(_, Further, State) -> {more, Further, State#state{input = []}}.

rest(Rest) when is_list(Rest) -> Rest;
rest(_) -> [].

%% The end is told once; a terminal may go on after it.
at_end(State) -> {done, eof, State}.

given(Characters, Encoding, State) ->
    case Encoding =:= latin1 andalso lists:any(fun(Character) -> Character > 255 end, Characters) of
        true -> {done, {error, {no_translation, unicode, latin1}}, State};
        false -> {done, typed(Characters, Encoding, State), State}
    end.

typed(Characters, Encoding, #state{binary = true}) ->
    unicode:characters_to_binary(Characters, unicode, Encoding);
typed(Characters, _, _) ->
    Characters.

%% What a function made of the input may be anything.
until(Result, Encoding, #state{binary = true} = State) when is_list(Result) ->
    case unicode:characters_to_binary(Result, unicode, Encoding) of
        Binary when is_binary(Binary) -> {done, Binary, State};
        _ -> {done, Result, State}
    end;
until(Result, _, State) ->
    {done, Result, State}.

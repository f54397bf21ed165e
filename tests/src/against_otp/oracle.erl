%% Compiles and runs the modules that come in, and sends back what came of them.
%%
%% A request is the line of compiler options and the source; a line that starts with 'load ' only loads. The answer is
%% 'E' and a message, or 'O', the size of the compiled code in 32 bits, the code, and what trial:lines/1 says. There are
%% two other lines: 'show' has a term's digits behind it, 'release' nothing.
%% There are no macros here: nothing preprocesses these modules.
-module(oracle).
-export([start/0]).

%% What a module may take, to be compiled and to run.
compile_ms() -> 20000.
run_ms() -> 2000.
limit_words() -> 20000000.

start() ->
    _ = logger:set_primary_config(level, none),
    group_leader(spawn_link(fun forget_output/0), self()),
    Port = open_port({fd, 0, 1}, [binary, {packet, 4}, eof]),
    serve(Port).

%% A compiler that fails says so on standard output, where only answers may stand.
forget_output() ->
    receive
        {io_request, From, Reference, _} -> From ! {io_reply, Reference, ok}
    end,
    forget_output().

serve(Port) ->
    receive
        {Port, {data, Request}} ->
            port_command(Port, answer(Request)),
            serve(Port);
        {Port, eof} ->
            halt()
    end.

answer(Request) ->
    [Options, Source] = binary:split(Request, <<"\n">>),
    Answer =
        case Options of
            <<"show">> -> limited(run_ms(), fun() -> show(Source) end);
            <<"release">> -> {ok, erlang:system_info(otp_release)};
            <<"load ", Rest/binary>> -> load(Rest, Source, fun(_) -> [] end);
            _ -> load(Options, Source, fun trial:lines/1)
        end,
    case Answer of
        {ok, Text} -> Text;
        {error, Reason} -> ["E", io_lib:format("~0tp", [Reason])]
    end.

load(Options, Source, Run) ->
    case limited(compile_ms(), fun() -> compile(Options, Source) end) of
        {ok, {Module, Beam}} ->
            {module, Module} = code:load_binary(Module, "", Beam),
            Lines = limited(run_ms(), fun() -> iolist_to_binary(Run(Module)) end),
            code:purge(Module),
            case Lines of
                {ok, Text} -> {ok, ["O", <<(byte_size(Beam)):32>>, Beam, Text]};
                Error -> Error
            end;
        Error ->
            Error
    end.

compile(Options, Source) ->
    {ok, Tokens, _} = erl_scan:string(binary_to_list(Options) ++ "."),
    {ok, Wanted} = erl_parse:parse_term(Tokens),
    Chosen = Wanted -- obsolete(list_to_integer(erlang:system_info(otp_release))),
    Forms = forms(unicode:characters_to_list(Source)),
    case compile:forms(Forms, [binary, return_errors, deterministic | Chosen]) of
        {ok, Module, Beam} -> {Module, Beam};
        {error, Errors, _} -> exit(Errors)
    end.

%% Options that a release refuses.
obsolete(Release) -> [Option || {Option, Last} <- [{r22, 25}, {r23, 26}, {r24, 27}, {r25, 28}], Last < Release].

%% What a function returns, unless it fails or takes too much.
limited(Time, Function) ->
    Limit = {max_heap_size,
             #{size => limit_words(), kill => true, error_logger => false, include_shared_binaries => true}},
    {Process, Monitor} = spawn_opt(fun() -> exit({returned, Function()}) end, [monitor, Limit]),
    receive
        {'DOWN', Monitor, process, Process, {returned, Value}} -> {ok, Value};
        {'DOWN', Monitor, process, Process, Reason} -> {error, Reason}
    after Time ->
        exit(Process, kill),
        receive
            {'DOWN', Monitor, process, Process, _} -> {error, it_takes_too_long}
        end
    end.

show(Digits) ->
    io_lib:format("~tp", [binary_to_term(binary:decode_hex(Digits))]).

forms(Text) ->
    case erl_scan:tokens([], Text, {1, 1}) of
        {done, {ok, Tokens, _}, Rest} ->
            {ok, Form} = erl_parse:parse_form(Tokens),
            [Form | forms(Rest)];
        _ ->
            []
    end.

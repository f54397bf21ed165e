%% Modules that come, take the place of others, and go, while processes run them.
%%
%% Every exported function without arguments but start/0 is a test; main/1 takes its name.
-module(generations).
-export([main/1, start/0, upgrade/0, deletion/0, soft_purge/0, purge/0, purge_of_oneself/0, waiting_in_old_code/0,
         returning_to_old_code/0, closures/0, closures_of_the_same_code/0, literals/0, large_literals/0, prepared/0,
         refused/0, together/0, first_function/0, refusal/0, binaries/0, information/0, many/0, stand_ins/0,
         undefined_function/3]).
-include("versions.hrl").

main([Test]) ->
    io:format("~0tp~n", [test(list_to_existing_atom(Test))]).

start() ->
    Tests = ?MODULE:module_info(exports) -- [{module_info, 0}, {start, 0}],
    lists:foreach(fun(F) -> main([atom_to_list(F)]) end, [F || {F, 0} <- lists:sort(Tests)]).

test(F) ->
    clean(),
    {Pid, Monitor} = spawn_monitor(fun() -> exit({came, ?MODULE:F()}) end),
    receive {'DOWN', Monitor, process, Pid, Reason} -> {F, Reason} end.

clean() ->
    code:purge(hot),
    code:delete(hot),
    code:purge(hot).

load(Binary) -> {module, hot} = erlang:load_module(hot, Binary).

loop() -> spawn(hot, loop, [initial]).

ask(Pid, What) ->
    Pid ! {self(), What},
    Monitor = erlang:monitor(process, Pid),
    receive
        {Pid, Answer, State} -> erlang:demonitor(Monitor, [flush]), {Answer, State};
        {'DOWN', Monitor, process, Pid, Reason} -> {dead, Reason}
    end.

gone(Pid) ->
    Monitor = erlang:monitor(process, Pid),
    receive {'DOWN', Monitor, process, Pid, Reason} -> Reason after 200 -> alive end.

upgrade() ->
    load(?ONE),
    Pid = loop(),
    First = ask(Pid, version),
    load(?TWO),
    Second = ask(Pid, version),
    Lingers = erlang:check_process_code(Pid, hot),
    {upgrading, initial} = ask(Pid, upgrade),
    [First, hot:version(), Second, Lingers, ask(Pid, version), erlang:check_process_code(Pid, hot),
     erlang:check_old_code(hot), erlang:purge_module(hot), erlang:check_old_code(hot), ask(Pid, version)].

deletion() ->
    load(?ONE),
    Pid = loop(),
    [erlang:delete_module(hot), erlang:module_loaded(hot), catch_call(version), ask(Pid, version),
     erlang:check_old_code(hot), erlang:check_process_code(Pid, hot), erlang:purge_module(hot), gone(Pid),
     class(fun() -> erlang:delete_module(17) end), erlang:delete_module(nobody_knows), class(fun() -> erlang:purge_module(hot) end)].

catch_call(Function) -> class(fun() -> hot:Function() end).

class(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

soft_purge() ->
    load(?ONE),
    Pid = loop(),
    {one, initial} = ask(Pid, version),
    Nothing = code:soft_purge(hot),
    load(?TWO),
    Refused = code:soft_purge(hot),
    Still = ask(Pid, version),
    ask(Pid, upgrade),
    {two, initial} = ask(Pid, version),
    [Nothing, Refused, Still, code:soft_purge(hot), ask(Pid, version), code:soft_purge(hot)].

purge() ->
    load(?ONE),
    Old = loop(),
    {one, initial} = ask(Old, version),
    load(?TWO),
    New = loop(),
    {two, initial} = ask(New, version),
    [code:purge(hot), gone(Old), gone(New), code:purge(hot), ask(New, version)].

purge_of_oneself() ->
    load(?ONE),
    Pid = spawn(fun() -> hot:loop(initial) end),
    {one, initial} = ask(Pid, version),
    load(?TWO),
    Async = erlang:check_process_code(Pid, hot, [{async, tag}, {allow_gc, false}]),
    Answer = receive {check_process_code, tag, Lingers} -> Lingers end,
    [Async, Answer, erlang:check_process_code(self(), hot), erlang:check_process_code(Pid, nobody_knows),
     class(fun() -> erlang:check_process_code(what, hot) end),
     class(fun() -> erlang:check_process_code(self(), hot, [nothing]) end), code:purge(hot), gone(Pid)].

waiting_in_old_code() ->
    load(?ONE),
    Pids = [loop() || _ <- lists:seq(1, 5)],
    [{one, initial} = ask(Pid, version) || Pid <- Pids],
    load(?TWO),
    [ask(Pid, upgrade) || Pid <- tl(Pids)],
    [{two, initial} = ask(Pid, version) || Pid <- tl(Pids)],
    [erlang:check_process_code(Pid, hot) || Pid <- Pids] ++ [code:purge(hot)] ++ [gone(Pid) || Pid <- Pids].

%% What returns into old code lingers, wherever it is now.
returning_to_old_code() ->
    load(?ONE),
    Pid = spawn(fun() -> hot:loop(initial), ok end),
    {one, initial} = ask(Pid, version),
    Me = self(),
    Caller = spawn(fun() -> outer(Me) end),
    receive {Caller, ready} -> ok end,
    [erlang:check_process_code(Caller, ?MODULE), erlang:check_process_code(Caller, hot), exit(Caller, kill)].

outer(Me) -> Me ! {self(), ready}, receive go -> ok end, kept.

closures() ->
    load(?ONE),
    Old = hot:closure(1),
    load(?TWO),
    New = hot:closure(2),
    Before = {Old(a), New(b)},
    erlang:purge_module(hot),
    {error, {badfun, Gone}} = class(fun() -> Old(a) end),
    [Before, Gone =:= Old, New(b), is_function(Old, 1), class(fun() -> apply(Old, [1, 2]) end) =:=
        {error, {badarity, {Old, [1, 2]}}}, erlang:fun_info(Old, module)].

closures_of_the_same_code() ->
    load(?ONE),
    Fun = hot:closure(1),
    load(?ONE),
    Before = Fun(a),
    erlang:purge_module(hot),
    After = Fun(b),
    erlang:delete_module(hot),
    Deleted = Fun(c),
    erlang:purge_module(hot),
    [Before, After, Deleted, Fun =:= binary_to_term(term_to_binary(Fun)), element(1, class(fun() -> Fun(d) end))].

literals() ->
    load(?ONE),
    Literal = hot:literal(),
    put(literal, [Literal | Literal]),
    Pid = loop(),
    {kept, Deep} = ask(Pid, {keep, deep}),
    load(?TWO),
    erlang:purge_module(hot),
    Others = [erlang:garbage_collect(Pid), gone(Pid)],
    garbage(),
    [Literal, get(literal) =:= [Literal | Literal], Deep =:= Literal, Others].

large_literals() ->
    load(?ONE),
    Pid = loop(),
    {kept, Flat} = ask(Pid, {keep, flat}),
    erlang:garbage_collect(),
    erlang:garbage_collect(),
    load(?TWO),
    [ask(Pid, version), erlang:purge_module(hot), garbage(), Flat, binary:part(Flat, 2, 7)].

garbage() ->
    erlang:garbage_collect(),
    length([{N, [N, N]} || N <- lists:seq(1, 5000)]).

prepared() ->
    Prepared = erlang:prepare_loading(hot, ?ONE),
    [is_reference(Prepared), erlang:module_loaded(hot), erlang:has_prepared_code_on_load(Prepared),
     erlang:finish_loading([Prepared]), hot:version(), class(fun() -> erlang:finish_loading([Prepared]) end),
     class(fun() -> erlang:finish_loading(what) end), class(fun() -> erlang:has_prepared_code_on_load(make_ref()) end)].

refused() ->
    load(?ONE),
    load(?TWO),
    [erlang:load_module(hot, ?ONE), erlang:finish_loading([erlang:prepare_loading(hot, ?ONE)]), hot:version(),
     erlang:load_module(other, ?ONE), erlang:prepare_loading(hot, <<"not a module">>),
     class(fun() -> erlang:load_module(hot, what) end), class(fun() -> erlang:load_module(1, ?ONE) end)].

together() ->
    One = {hot, "hot.beam", ?ONE},
    [code:atomic_load([One]), hot:version(), code:atomic_load([One, {hot, "hot.beam", ?TWO}]),
     code:atomic_load([{hot, "hot.beam", ?REFUSING}]), hot:version(),
     element(1, code:prepare_loading([{hot, "hot.beam", ?TWO}]))].

first_function() ->
    load(?ONE),
    register(permission, self()),
    Me = self(),
    spawn(fun() -> Me ! {loaded, code:load_binary(hot, "hot.beam", ?REFUSING)} end),
    receive {asks, Pid, Fun} -> ok end,
    Before = {hot:version(), Fun()},
    Pid ! {says, ok},
    Loaded = receive {loaded, Answer} -> Answer end,
    unregister(permission),
    [Before, Loaded, hot:version(), (hot:closure(1))(2), erlang:check_old_code(hot)].

refusal() ->
    load(?ONE),
    Closure = hot:closure(1),
    Prepared = erlang:prepare_loading(hot, ?REFUSING),
    [erlang:has_prepared_code_on_load(Prepared), code:load_binary(hot, "hot.beam", ?REFUSING), hot:version(), Closure(2),
     erlang:check_old_code(hot)].

binaries() ->
    [code:load_binary(hot, "somewhere/hot.beam", ?ONE), code:is_loaded(hot), code:which(hot),
     code:load_binary(hot, "elsewhere/hot.beam", ?TWO), code:load_binary(hot, "elsewhere/hot.beam", ?ONE),
     code:which(hot), code:purge(hot), code:delete(hot), code:is_loaded(hot), code:which(hot), code:soft_purge(hot),
     code:which(nobody_knows), code:ensure_loaded(nobody_knows), code:get_object_code(nobody_knows),
     code:load_file(nobody_knows), lists:member({hot, "elsewhere/hot.beam"}, code:all_loaded())].

information() ->
    load(?ONE),
    Attributes = hot:module_info(attributes),
    [Attributes, hot:behaviour_info(callbacks), lists:sort(hot:module_info(exports)),
     hot:module_info(md5) =:= code:module_md5(?ONE), code:module_md5(<<"not a module">>),
     hot:module_info(module), byte_size(code:get_chunk(?ONE, "AtU8")) > 0, code:get_chunk(?ONE, "none"),
     lists:member(hot, erlang:loaded()), erlang:function_exported(hot, literal, 0), load(?TWO),
     erlang:function_exported(hot, literal, 0), hot:module_info(attributes)].

stand_ins() ->
    load(?ONE),
    Before = [hot:nothing(1, [2]), apply(hot, none, []), (fun hot:fun_of_none/1)(x)],
    default = put_handler(?MODULE),
    Handled = [hot:nothing(3), nobody_knows:f()],
    put_handler(error_handler),
    load(?TWO),
    [Before, Handled, class(fun() -> hot:nothing() end), class(fun() -> nobody_knows:f() end)].

put_handler(Module) ->
    case process_flag(error_handler, Module) of
        error_handler -> default;
        Other -> Other
    end.

undefined_function(Module, Function, Arguments) -> {handled, Module, Function, Arguments}.

%% Many generations, one after the other.
many() ->
    lists:foreach(
        fun(N) ->
            erlang:check_old_code(hot) andalso erlang:purge_module(hot),
            load(case N rem 2 of 0 -> ?ONE; 1 -> ?TWO end),
            Pid = loop(),
            {Version, initial} = ask(Pid, version),
            Version = hot:version()
        end,
        lists:seq(1, 60)),
    hot:version().

%% Applications are loaded, started with what they need, asked, changed, stopped.
-module(applications).
-export([start/0, start/2, prep_stop/1, stop/1]).

start() ->
    ok = logger:set_primary_config(level, none),
    persistent_term:put(?MODULE, self()),
    [show(Text, Asked()) || {Text, Asked} <- loading() ++ environment() ++ starting() ++ needing() ++ stopping()],
    ok.

show(Text, Answer) -> io:format("~s: ~p~n", [Text, Answer]).

shop(Name, Needed, Arguments) ->
    {application, Name, [{description, "sells"}, {vsn, "1.2"}, {modules, [?MODULE]}, {registered, [till]},
                         {applications, [kernel, stdlib | Needed]}, {env, [{open, true}, {prices, [1, 2]}]},
                         {mod, {?MODULE, [Name | Arguments]}}]}.

loading() ->
    [{"load", fun() -> application:load(shop(shop, [], [])) end},
     {"load again", fun() -> application:load(shop(shop, [], [])) end},
     {"load nothing", fun() -> application:load(nowhere) end},
     {"load wrong", fun() -> application:load({application}) end},
     {"loaded", fun() -> lists:keyfind(shop, 1, application:loaded_applications()) end},
     {"key", fun() -> [application:get_key(shop, Key) || Key <- [vsn, registered, mod, colour]] end},
     {"key of nothing", fun() -> application:get_key(nowhere, vsn) end},
     {"all keys", fun() -> {ok, Keys} = application:get_all_key(shop), lists:sort([Key || {Key, _} <- Keys]) end},
     {"all keys of nothing", fun() -> application:get_all_key(nowhere) end},
     {"of module", fun() -> [application:get_application(Module) || Module <- [?MODULE, nothing]] end}].

environment() ->
    [{"env", fun() -> [application:get_env(shop, Key) || Key <- [open, prices, colour]] end},
     {"env or", fun() -> [application:get_env(shop, Key, none) || Key <- [open, colour]] end},
     {"set", fun() -> {application:set_env(shop, colour, red), application:get_env(shop, colour)} end},
     {"set anew", fun() -> {application:set_env(shop, open, false, []), application:get_env(shop, open)} end},
     {"set many", fun() -> {application:set_env([{shop, [{open, 1}]}, {other, [{x, y}]}]),
                            application:get_env(shop, open), application:get_env(other, x)} end},
     {"set wrong", fun() -> [catch_error(fun() -> application:set_env(Config) end)
                             || Config <- [[{shop, [{a, 1}, {a, 2}]}], [shop], [{shop, [a]}], [{s, []}, {s, []}]]] end},
     {"unset", fun() -> {application:unset_env(shop, colour), application:get_env(shop, colour)} end},
     {"all env", fun() -> lists:sort(application:get_all_env(shop)) end},
     {"no env", fun() -> {application:get_all_env(nowhere), application:get_env(nowhere, x)} end}].

starting() ->
    [{"start", fun() -> application:start(shop) end},
     {"start again", fun() -> application:start(shop) end},
     {"ensure", fun() -> application:ensure_started(shop) end},
     {"running", fun() -> lists:keyfind(shop, 1, application:which_applications()) end},
     {"unload running", fun() -> application:unload(shop) end},
     {"till", fun() -> is_pid(whereis(till)) end},
     {"refused", fun() -> application:start(shop(sad, [], [{error, closed}]), temporary) end},
     {"odd", fun() -> application:start(shop(odd, [], [strange])) end},
     {"crashes", fun() -> {error, {bad_return, {Call, {'EXIT', {oops, _}}}}} =
                              application:start(shop(mad, [], [crash])), Call end}].

needing() ->
    [{"needs", fun() -> application:start(shop(mall, [street], [quiet])) end},
     {"needs nothing there", fun() -> application:ensure_all_started(mall) end},
     {"load needed", fun() -> [application:load(shop(Name, Needed, [quiet]))
                               || {Name, Needed} <- [{street, [town]}, {town, []}, {bank, [nowhere, town]}]] end},
     {"with all", fun() -> application:ensure_all_started(mall) end},
     {"with all again", fun() -> {application:ensure_all_started(mall), application:ensure_all_started(town)} end},
     {"stop needed", fun() -> [application:stop(Name) || Name <- [mall, street, town, town]] end},
     {"one fails", fun() -> application:ensure_all_started(bank) end},
     {"none is left", fun() -> [lists:keymember(Name, 1, application:which_applications())
                                || Name <- [street, town, bank]] end}].

stopping() ->
    [{"stop", fun() -> _ = heard(), application:stop(shop) end},
     {"heard", fun() -> heard() end},
     {"stop again", fun() -> application:stop(shop) end},
     {"till", fun() -> whereis(till) end},
     {"unload", fun() -> application:unload(shop) end},
     {"unload again", fun() -> application:unload(shop) end},
     {"env is gone", fun() -> application:get_env(shop, open) end}].

catch_error(Act) ->
    try Act() catch error:Reason -> Reason end.

heard() ->
    receive {heard, What} -> [What | heard()] after 0 -> [] end.

%% The callbacks.

start(normal, [_, quiet]) -> {ok, spawn_link(fun() -> receive stop -> ok end end)};
start(normal, [_, {error, Reason}]) -> {error, Reason};
start(normal, [_, crash]) -> erlang:error(oops);
start(normal, [_, strange]) -> strange;
start(normal, [shop]) ->
    {ok, spawn_link(fun() -> register(till, self()), receive stop -> ok end end), state}.

prep_stop(State) -> tell({prep_stop, State}), {prepared, State}.

stop(State) -> tell({stop, State}).

tell(What) -> persistent_term:get(?MODULE) ! {heard, What}.

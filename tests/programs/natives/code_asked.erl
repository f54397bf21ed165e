%% code: which modules are loaded, where they are, ensure_loaded.
-module(code_asked).
-export([start/0]).

start() ->
    ok = logger:set_primary_config(level, none),
    show([code:ensure_loaded(M) || M <- [lists, no_such_module_here, ?MODULE]]),
    show([code:is_loaded(M) =/= false || M <- [lists, no_such_module_here, ?MODULE]]),
    show([code:purge(no_such_module_here), code:soft_purge(no_such_module_here), code:delete(no_such_module_here)]),
    show([erlang:check_old_code(M) || M <- [?MODULE, no_such_module_here]]),
    show(code:which(no_such_module_here)),
    show(code:load_file(no_such_module_here)),
    show([erlang:check_process_code(self(), ?MODULE), erlang:check_process_code(self(), lists)]),
    show(code:ensure_modules_loaded([lists, maps])),
    show([is_list(code:all_loaded()), lists:keymember(?MODULE, 1, code:all_loaded())]),
    show(code:load_binary(broken_module, "broken.beam", <<"this is no beam">>)),
    show(code:load_binary(broken_module, "broken.beam", <<"FOR1", 0, 0, 0, 4, "BEAM">>)),
    show([outcome(F, A) || {F, A} <- [{check_old_code, ["x"]}, {check_process_code, [self(), "m"]}, {check_process_code, [x, lists]}, {delete_module, [no_such_module_here]}, {delete_module, [5]}, {purge_module, [no_such_module_here]}]]),
    show(code:get_mode() =:= interactive orelse code:get_mode() =:= embedded),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

%% module_info of a module: exports, attributes, md5, compile.
-module(module_facts).

-vsn("1.2").
-author(somebody).
-author("another").
-custom([{a, 1}, b]).
-export([start/0, exported/1, exported/2]).
-compile({nowarn_unused_function, [private/0]}).

start() ->
    show(lists:sort(module_info(exports))),
    show(lists:sort([P || {K, _} = P <- module_info(attributes), K =/= vsn])),
    show(proplists:get_value(vsn, module_info(attributes))),
    show(module_info(module)),
    show(byte_size(module_info(md5))),
    show(lists:member({private, 0}, module_info(functions))),
    show([K || {K, _} <- lists:sort(module_info())]),
    show(is_list(module_info(compile))),
    show([erlang:function_exported(?MODULE, F, A) || {F, A} <- [{start, 0}, {exported, 1}, {exported, 3}, {private, 0}, {module_info, 0}, {module_info, 1}]]),
    show([erlang:function_exported(M, F, A) || {M, F, A} <- [{lists, map, 2}, {erlang, self, 0}, {no_such_module, f, 1}]]),
    show([outcome(fun() -> erlang:get_module_info(no_such_module) end), outcome(fun() -> erlang:get_module_info(?MODULE, nothing) end)]),
    show([outcome(fun() -> no_such_module:module_info() end), outcome(fun() -> module_info(nothing) end)]),
    show([erlang:module_loaded(M) || M <- [?MODULE, erlang, no_such_module]]),
    show(lists:member(?MODULE, erlang:loaded())),
    show([outcome(fun() -> erlang:module_loaded(X) end) || X <- ["m", 5]]),
    show([erlang:is_builtin(M, F, A) || {M, F, A} <- [{erlang, self, 0}, {erlang, nothing, 0}, {lists, reverse, 2}, {?MODULE, start, 0}]]),
    ok.

exported(X) -> X.
exported(X, _) -> X.
private() -> ok.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

frame() -> ok.

show(Term) -> io:format("~0p~n", [Term]).

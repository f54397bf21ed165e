%% Modules and functions chosen while running: by atoms in lists, maps.
-module(atoms_as_modules).

-export([start/0, shape/1, 'odd name'/0, handle/2]).

start() ->
    show([M:F(X) || {M, F, X} <- [{lists, reverse, [1, 2]}, {erlang, abs, -5}, {string, uppercase, "abc"}, {?MODULE, shape, circle}, {maps, size, #{a => 1}}]]),
    M = ?MODULE,
    show([M:shape(square), M:'odd name'(), apply(M, list_to_atom("sha" ++ "pe"), [triangle])]),
    show([(maps:get(K, #{up => fun string:uppercase/1, down => fun string:lowercase/1}))("aB") || K <- [up, down]]),
    self() ! {call, lists, sum, [[1, 2, 3]]},
    show(receive {call, Mod, Fun, Args} -> apply(Mod, Fun, Args) end),
    show(lists:foldl(fun({F, A}, Acc) -> apply(lists, F, A ++ [Acc]) end, [3, 1, 2], [{sort, []}, {map, [fun(X) -> X * 2 end]}, {nthtail, [1]}])),
    show([try apply(X, f, []) catch error:R -> R end || X <- [no_such_mod, 5, "lists"]]),
    show([try lists:F() catch error:R -> R end || F <- [no_fun, map]]),
    show([handle(E, []) || E <- [start, {stop, now}, other]]),
    show([erlang:function_exported(M, F, A) || {F, A} <- [{shape, 1}, {'odd name', 0}, {hidden, 0}]]),
    show(hidden()),
    ok.

shape(S) -> {shape, S}.

'odd name'() -> odd.

handle(start, L) -> [started | L];
handle({stop, When}, L) -> [{stopped, When} | L];
handle(E, L) -> [{unknown, E} | L].

hidden() -> {hidden, ?FUNCTION_NAME, ?FUNCTION_ARITY}.

show(Term) -> io:format("~0p~n", [Term]).

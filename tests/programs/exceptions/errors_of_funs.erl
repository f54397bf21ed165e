%% badfun, badarity, undef and function_clause of funs of all kinds,.
-module(errors_of_funs).
-export([start/0]).

start() ->
    Two = fun(A, B) -> {A, B} end,
    Clauses = fun(1) -> one; (X) when is_atom(X) -> atom end,
    Calls = [{Two, [1]}, {Two, [1, 2]}, {Clauses, [2]}, {Clauses, [a]}, {fun lists:map/2, [1]}, {fun no_module:f/1, [1]}, {fun lists:no_function/0, []}, {not_fun, [1]}, {{lists, map}, []}, {"fun", []}, {5, [1, 2, 3]}, {fun ?MODULE:start/0, [1]}, {fun local/1, []}, {fun local/1, [z]}],
    [show(outcome(F, A)) || {F, A} <- Calls],
    [show(direct(F)) || F <- [x, Two, fun() -> ok end, fun no_module:g/0]],
    show(try apply(Two, [1 | 2]) catch error:E2 -> E2 end),
    ok.

outcome(F, A) ->
    try apply(F, A) catch
        error:{badarity, {Fun, Args}} -> {badarity, is_function(Fun), Args};
        error:undef:Stack -> {undef, element(1, hd(Stack)), element(2, hd(Stack)), element(3, hd(Stack))};
        error:R -> R
    end.

direct(F) -> try F() catch error:{badarity, {Fun, Args}} -> {badarity, is_function(Fun), Args}; error:R -> R end.

local(a) -> a.

show(Term) -> io:format("~0p~n", [Term]).

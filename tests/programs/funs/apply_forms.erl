%% All the ways to call: apply/2,3, fun M:F/A, variables for module and function.
-module(apply_forms).
-export([start/0, id/1, add/2, none/0]).

start() ->
    Module = id(?MODULE),
    Function = id(add),
    erlang:display(apply(Module, Function, [1, 2])),
    erlang:display(Module:Function(3, 4)),
    erlang:display(?MODULE:Function(5, 6)),
    erlang:display(Module:none()),
    erlang:display(apply(fun add/2, [7, 8])),
    erlang:display(apply(fun ?MODULE:add/2, [9, 10])),
    External = fun Module:Function/2,
    erlang:display(External(11, 12)),
    erlang:display((fun erlang:length/1)([a, b])),
    erlang:display((id(fun lists:reverse/1))([1, 2, 3])),
    erlang:display(apply(erlang, id(element), [2, {a, b}])),
    erlang:display(erlang:apply(lists, append, [[1], [2]])),
    erlang:display([F(10, 3) || F <- [fun erlang:'+'/2, fun erlang:'-'/2, fun erlang:'*'/2, fun erlang:'div'/2,
                                      fun erlang:'rem'/2, fun erlang:max/2, fun add/2]]),
    erlang:display(id(fun lists:map/2) =:= fun lists:map/2),
    erlang:display(fun lists:map/2),
    erlang:display(fun ?MODULE:add/2),
    erlang:display(tail_apply(erlang, list_to_tuple, [[x, y]])),
    erlang:display(tail_call(fun(A) -> {A} end, 1)),
    erlang:display(lists:map(fun id/1, [p, q])),
    erlang:display(apply(id(fun() -> no_arguments end), [])),
    ok.

add(A, B) -> A + B.

none() -> none.

tail_apply(M, F, A) -> apply(M, F, A).

tail_call(F, A) -> F(A).

id(X) -> X.

%% catch as an expression: values, throws, exits and errors, and what it leaves be.
-module(old_catch).
-export([start/0, id/1]).

start() ->
    erlang:display(catch id(value)),
    erlang:display(catch throw({a, "b"})),
    erlang:display(catch exit(gone)),
    erlang:display(reason(catch error(wrong))),
    erlang:display(reason(catch id(1) + id(a))),
    erlang:display(reason(catch begin {a, _} = id(b) end)),
    erlang:display(reason(catch no_module:f())),
    X = (catch id(5)),
    erlang:display(X),
    erlang:display([catch F() || F <- [fun() -> 1 end, fun() -> throw(2) end, fun() -> exit(3) end]]),
    A = lists:seq(1, 10),
    B = {A, <<"kept">>},
    erlang:display(case catch loop(100) of done -> {B, hd(A)}; O -> O end),
    erlang:display({catch throw(one), catch throw(two), catch id(three)}),
    erlang:display(nested(3)),
    erlang:display(catch throw(catch throw(inner))),
    ok.

loop(0) -> throw(done);
loop(N) -> [N | loop(N - 1)].

nested(0) -> exit(bottom);
nested(N) -> {N, catch nested(N - 1)}.

reason({'EXIT', {Reason, Trace}}) when is_list(Trace) -> {exit, Reason}.

id(X) -> X.

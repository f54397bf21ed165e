%% maybe: steps that match, fall through, else clauses,.
-module(maybe_expressions).

-feature(maybe_expr, enable).
-export([start/0]).

start() ->
    show([no_else(X) || X <- [{ok, 1}, {error, e}, other]]),
    show([with_else(X) || X <- [{ok, 1}, {error, e}, other, {ok, 100}]]),
    show([outcome(fun() -> strict(X) end) || X <- [{ok, 1}, nomatch]]),
    show(maybe ok ?= ok end),
    show(maybe ok end),
    show(maybe {ok, A} ?= {ok, 5}, A + 1 end),
    show(maybe {ok, B} ?= {ok, 1}, {ok, C} ?= maybe {ok, D} ?= {ok, B + 1}, {ok, D * 10} end, {B, C} end),
    show([nested(X) || X <- [1, a, -1]]),
    show(outcome(fun() -> maybe 1 = id(2) else _ -> caught end end)),
    show(outcome(fun() -> maybe {ok, _} ?= throw(ball) else _ -> no end end)),
    show([guarded(X) || X <- [{ok, 5}, {ok, -5}, {error, 1}, x]]),
    show([list(L) || L <- [[1, 2, 3], [1], []]]),
    ok.

no_else(X) -> maybe {ok, V} ?= id(X), V + 1 end.

with_else(X) ->
    maybe
        {ok, V} ?= id(X),
        true ?= V < 50,
        {fine, V}
    else
        {error, Reason} -> {failed, Reason};
        false -> too_large;
        other -> something_else
    end.

strict(X) -> maybe {ok, V} ?= id(X), V else {error, E} -> E end.

nested(X) ->
    maybe
        true ?= is_integer(X),
        maybe true ?= X > 0, positive else false -> negative end
    else
        false -> no_number
    end.

guarded(X) ->
    maybe
        {ok, V} ?= id(X),
        true ?= V > 0,
        positive
    else
        false -> negative;
        {error, Code} when is_integer(Code) -> {code, Code};
        Other -> {other, Other}
    end.

list(L) -> maybe [A, B | _] ?= L, A + B else [_] -> one; [] -> none end.

id(X) -> X.

outcome(F) -> try F() catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

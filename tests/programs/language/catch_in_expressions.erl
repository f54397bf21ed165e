%% The old catch in arithmetic, lists, tuples, cases, arguments and messages.
-module(catch_in_expressions).
-export([start/0]).

start() ->
    show([catch 1 + 1, (catch throw(a)), (catch 2) + 3]),
    show({catch throw(x), catch throw(y)}),
    show(case catch throw({found, 5}) of {found, N} -> N; _ -> none end),
    show(case catch list_to_integer("abc") of {'EXIT', {badarg, [{erlang, list_to_integer, ["abc"], _} | _]}} -> bad; V -> V end),
    show(case catch exit(reason) of {'EXIT', R} -> R end),
    show(length([X || X <- [1, 2, 3], (catch 10 div (X - 2)) =/= 10])),
    show(lists:map(fun(X) -> case catch 10 div X of {'EXIT', {Why, _}} -> Why; D -> D end end, [1, 0, 5])),
    self() ! (catch throw(message)),
    show(receive M -> M end),
    show((catch throw(inner)) =:= inner),
    show(catch (catch throw(deep))),
    show(catch throw(catch throw(deepest))),
    X = (catch error(e)),
    show(element(1, element(2, X))),
    show(begin catch throw(ignored), kept end),
    show([catch throw(I) || I <- [1, 2]]),
    show(f(fun() -> throw(thrown) end)),
    ok.

f(F) -> R = (catch F()), {returned, R}.

show(Term) -> io:format("~0p~n", [Term]).

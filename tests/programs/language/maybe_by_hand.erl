%% What maybe does, spelled out in funs and nested cases, for comparison.
-module(maybe_by_hand).
-export([start/0]).

start() ->
    show([pipeline(X) || X <- [5, -1, abc, 100, 7]]),
    show([folded(X) || X <- [5, -1, abc, 100, 7]]),
    show([nested(X) || X <- [5, -1, abc, 100, 7]]),
    ok.

steps() -> [fun check/1, fun positive/1, fun small/1, fun(X) -> {ok, X * 2} end].

pipeline(X) -> bind(bind(bind(check(X), fun positive/1), fun small/1), fun(Y) -> {ok, Y * 2} end).

bind({ok, X}, F) -> F(X);
bind(Error, _) -> Error.

folded(X) -> lists:foldl(fun(F, {ok, V}) -> F(V); (_, Error) -> Error end, {ok, X}, steps()).

nested(X) ->
    try
        {ok, A} = check(X), {ok, B} = positive(A), {ok, C} = small(B),
        {ok, C * 2}
    catch
        error:{badmatch, Error} -> Error
    end.

check(X) when is_integer(X) -> {ok, X};
check(X) -> {error, {not_integer, X}}.

positive(X) when X > 0 -> {ok, X};
positive(X) -> {error, {not_positive, X}}.

small(X) when X < 50 -> {ok, X};
small(_) -> too_large.

show(Term) -> io:format("~0p~n", [Term]).

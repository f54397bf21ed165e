%% maybe as OTP 27 has it without being asked: results, else branches.
-module(maybe_without_feature).
-export([start/0]).

start() ->
    show([order(O) || O <- [#{id => 1, qty => 2, price => 5}, #{id => 1, qty => -1, price => 5}, #{id => x}, #{}, #{id => 1, qty => 100, price => 50}]]),
    show([parse(T) || T <- ["12 34", "12", "a 1", "1 b", ""]]),
    show([maybe A ?= X, A end || X <- [1, a, {}]]),
    show(maybe {ok, X1} ?= {error, stop}, X1 else {error, R} -> {stopped, R} end),
    show([try maybe ok ?= X2 else error -> caught end catch error:{else_clause, E} -> {unmatched, E} end || X2 <- [ok, error, other]]),
    show(maybe [_, _ | T1] ?= [1, 2, 3], {1, 2} ?= {1, length(T1) + 1}, done end),
    show(lists:foldl(fun(X3, Acc) -> maybe true ?= X3 > 2, [X3 | Acc] else false -> Acc end end, [], [1, 2, 3, 4])),
    ok.

order(O) ->
    maybe
        #{id := Id} ?= O,
        true ?= is_integer(Id),
        #{qty := Q, price := P} ?= O,
        true ?= Q > 0,
        Total = Q * P,
        ok ?= limit(Total),
        {ok, Id, Total}
    else
        false -> invalid;
        {too_much, By} -> {over, By};
        #{} = M -> {missing, lists:sort([id, qty, price] -- maps:keys(M))}
    end.

limit(N) when N =< 1000 -> ok;
limit(N) -> {too_much, N - 1000}.

parse(T) ->
    maybe
        [A, B] ?= string:lexemes(T, " "),
        {X, ""} ?= string:to_integer(A),
        {Y, ""} ?= string:to_integer(B),
        {X, Y}
    else
        {error, Why} -> {bad, Why};
        L when is_list(L) -> {wrong_number, length(L)}
    end.

show(Term) -> io:format("~0p~n", [Term]).

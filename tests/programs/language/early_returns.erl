%% Functions that leave early by case, throw, guards.
-module(early_returns).
-export([start/0]).

start() ->
    L = [[], [1], [-1], [1, x], [200], [1, 2, 3]],
    show([by_case(X) || X <- L]),
    show([by_throw(X) =:= by_case(X) || X <- L]),
    show([by_heads(X) =:= by_case(X) || X <- L]),
    show([by_chain(X) =:= by_case(X) || X <- L]),
    ok.

by_case(L) ->
    case L of
        [] -> {error, empty};
        [H | _] when not is_integer(H) -> {error, {no_number, H}};
        _ ->
            case [X || X <- L, not is_integer(X)] of
                [X | _] -> {error, {no_number, X}};
                [] ->
                    case lists:sum(L) of
                        S when S < 0 -> {error, negative};
                        S when S > 100 -> {error, {too_large, S}};
                        S -> {ok, S}
                    end
            end
    end.

by_throw(L) ->
    try
        L =:= [] andalso throw(empty),
        [throw({no_number, X}) || X <- L, not is_integer(X)],
        S = lists:sum(L),
        S < 0 andalso throw(negative),
        S > 100 andalso throw({too_large, S}),
        {ok, S}
    catch
        E -> {error, E}
    end.

by_heads([]) -> {error, empty};
by_heads(L) -> sum(L, 0).

sum([], S) when S < 0 -> {error, negative};
sum([], S) when S > 100 -> {error, {too_large, S}};
sum([], S) -> {ok, S};
sum([X | _], _) when not is_integer(X) -> {error, {no_number, X}};
sum([X | T], S) -> sum(T, S + X).

by_chain(L) -> lists:foldl(fun(F, {ok, X}) -> F(X); (_, E) -> E end, {ok, L}, [fun([]) -> {error, empty}; (X) -> {ok, X} end, fun(X) -> case lists:filter(fun(Y) -> not is_integer(Y) end, X) of [] -> {ok, lists:sum(X)}; [B | _] -> {error, {no_number, B}} end end, fun(S) when S < 0 -> {error, negative}; (S) when S > 100 -> {error, {too_large, S}}; (S) -> {ok, S} end]).

show(Term) -> io:format("~0p~n", [Term]).

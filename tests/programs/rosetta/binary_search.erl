%% Halving a tuple
-module(binary_search).
-export([start/0]).

start() ->
    T = list_to_tuple([N * 3 || N <- lists:seq(1, 100)]),
    show([search(V, T) || V <- [3, 150, 300, 4, 0, 301]]),
    ok.

search(V, T) -> search(V, T, 1, tuple_size(T)).
search(_, _, Low, High) when Low > High -> not_found;
search(V, T, Low, High) ->
    Middle = (Low + High) div 2,
    case element(Middle, T) of
        V -> {found, Middle};
        X when X < V -> search(V, T, Middle + 1, High);
        _ -> search(V, T, Low, Middle - 1)
    end.

show(Term) -> io:format("~0p~n", [Term]).

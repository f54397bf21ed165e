%% Tuples as vectors and boards: rotated, sliced, searched, zipped.
-module(tuples_as_vectors).
-export([start/0]).

start() ->
    T = {5, 3, 9, 1},
    show([sort(T), reverse(T), rotate(T), sum(T), index(9, T), index(7, T)]),
    show([slice(2, 3, T), append(T, {7}), zip(T, {a, b, c, d}), map(fun(X) -> X * X end, T)]),
    show([set_all([{1, x}, {4, y}], T), swap(1, 3, T)]),
    Board = erlang:make_tuple(3, erlang:make_tuple(3, empty)),
    Played = lists:foldl(fun({R, C, P}, B) -> setelement(R, B, setelement(C, element(R, B), P)) end, Board, [{1, 1, x}, {2, 2, o}, {3, 3, x}]),
    show(Played),
    show([element(I, element(I, Played)) || I <- [1, 2, 3]]),
    show([{1, 2} < {1, 3}, {2} < {1, 1}, {1, 2, 3} > {9, 9}, {a} =:= {a}, {1.0} == {1}, {1.0} =:= {1}]),
    show([tuple_size(X) || X <- [{}, {a}, T, Played]]),
    show(lists:sort([{b, 1}, {a, 2}, {a}, {}, {a, 1}])),
    ok.

sort(T) -> list_to_tuple(lists:sort(tuple_to_list(T))).

reverse(T) -> list_to_tuple(lists:reverse(tuple_to_list(T))).

rotate(T) -> erlang:append_element(erlang:delete_element(1, T), element(1, T)).

sum(T) -> lists:sum(tuple_to_list(T)).

index(X, T) -> index(X, T, 1).

index(_, T, I) when I > tuple_size(T) -> none;
index(X, T, I) when element(I, T) =:= X -> I;
index(X, T, I) -> index(X, T, I + 1).

slice(A, B, T) -> list_to_tuple([element(I, T) || I <- lists:seq(A, B)]).

append(A, B) -> list_to_tuple(tuple_to_list(A) ++ tuple_to_list(B)).

zip(A, B) -> list_to_tuple([{element(I, A), element(I, B)} || I <- lists:seq(1, tuple_size(A))]).

map(F, T) -> list_to_tuple([F(X) || X <- tuple_to_list(T)]).

set_all(Changes, T) -> lists:foldl(fun({I, V}, A) -> setelement(I, A, V) end, T, Changes).

swap(I, J, T) -> setelement(I, setelement(J, T, element(I, T)), element(J, T)).

show(Term) -> io:format("~0p~n", [Term]).

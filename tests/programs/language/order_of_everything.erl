%% The order of terms across types: sorted, compared in pairs, minima and maxima.
-module(order_of_everything).
-export([start/0]).

start() ->
    Terms = [5, 4.5, -1, 1 bsl 70, -(1 bsl 70), a, b, 'B', '', true, {}, {1}, {a, b}, {1, 2, 3}, #{}, #{a => 1}, #{b => 0}, #{1 => 1, 2 => 2}, [], [1], "abc", [a | b], [[]], <<>>, <<1>>, <<1:3>>, <<"abc">>, <<0:9>>],
    Sorted = lists:sort(Terms),
    io:format("~0p~n", [Sorted]),
    io:format("~0p~n", [[position(X, Sorted) || X <- Terms]]),
    io:format("~0p~n", [lists:all(fun({X, Y}) -> X =< Y end, lists:zip(lists:droplast(Sorted), tl(Sorted)))]),
    io:format("~0p~n", [lists:sort(fun(X, Y) -> X >= Y end, Terms) =:= lists:reverse(Sorted)]),
    io:format("~0p~n", [{lists:min(Terms), lists:max(Terms), min(1, 1.0), min(1.0, 1), max(1, 1.0), max(a, {})}]),
    Special = [make_ref(), fun() -> ok end, self(), {x}, [], a, 1, <<>>, #{}],
    io:format("~0p~n", [[kind(X) || X <- lists:sort(Special)]]),
    io:format("~0p~n", [[{X < Y, X == Y, X =:= Y} || {X, Y} <- [{1, 1.0}, {{1}, {1.0}}, {[1], [1.0]}, {#{1 => a}, #{1.0 => a}}, {#{a => 1}, #{a => 1.0}}, {<<1>>, <<1, 0>>}, {"ab", "b"}, {{b}, {a, a}}]]]),
    io:format("~0p~n", [lists:sort([#{2 => a}, #{1.5 => a}, #{1 => a}, #{1.0 => a}, #{-1 => z}])]),
    io:format("~0p~n", [lists:usort([1, 1.0, {1}, {1.0}, [1.0], [1], 1])]),
    io:format("~0p~n", [lists:keysort(1, [{b, 1}, {a, 2}, {b, 0}, {1, x}, {1.0, y}])]),
    ok.

position(X, Sorted) -> length(lists:takewhile(fun(Y) -> Y =/= X end, Sorted)).

kind(X) when is_reference(X) -> reference;
kind(X) when is_function(X) -> function;
kind(X) when is_pid(X) -> pid;
kind(X) -> X.

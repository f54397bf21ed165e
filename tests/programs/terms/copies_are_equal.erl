%% A term through a message, a table and its external form
-module(copies_are_equal).
-export([start/0]).

start() ->
    Terms = [1 bsl 90, -1.25, {a, [b | c]}, <<1:7>>, binary:copy(<<"x">>, 100), #{1 => #{2 => 3}}, "текст", fun lists:map/2],
    [show(same(T)) || T <- Terms],
    ok.

same(T) ->
    self() ! T,
    Received = receive M -> M end,
    put(key, T),
    [Received =:= T, get(key) =:= T, binary_to_term(term_to_binary(T)) =:= T, erlang:hd([T]) =:= T].

show(Term) -> io:format("~0p~n", [Term]).

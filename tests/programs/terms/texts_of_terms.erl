%% Terms written by ~w, ~p, ~s and display, read as text by eye: one of every kind.
-module(texts_of_terms).
-export([start/0]).

start() ->
    Terms = [0, -5, 1 bsl 70, 1.0, -0.5, 1.0e-10, 1.0e25, abc, 'Abc', 'a b', '\n', [], "", "abc", "a\"b", [1, 2], [a | b], [[1], "x"], {}, {a}, {"s", 's'}, <<>>, <<"abc">>, <<1, 2>>, <<5:3>>, <<"ab", 5:3>>, #{}, #{a => "b"}, #{1 => #{2 => 3}}, fun lists:map/2, true, $a, [$a, 0], [1.0, 'X', "y", <<"z">>, {}]],
    [io:format("~w ~p ~s~n", [T, T, lists:flatten(io_lib:format("~0tp", [T]))]) || T <- Terms],
    [erlang:display(T) || T <- Terms, not is_map(T)],
    [io:format("~s~n", [io_lib:write(T)]) || T <- [a, 1, {x}, "s"]],
    io:format("~s ~s ~s~n", [abc, "abc", <<"abc">>]),
    ok.

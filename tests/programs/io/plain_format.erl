%% io:format with text, ~p, ~w, ~s and ~n.
-module(plain_format).
-export([start/0]).

start() ->
    io:format("hello~n"),
    io:format("~p and ~w~n", [{a, "b"}, {a, "b"}]),
    io:format("~s ~s ~s~n", ["list", <<"binary">>, atom]),
    io:format("~p ~p ~p~n", [1, -2.5, 'Quoted atom']),
    io:format("~p ~p~n", [[1, 2, 3], "text"]),
    io:format("~p ~p~n", [<<"text">>, <<1, 2, 3>>]),
    io:format("~w ~w~n", [<<"text">>, <<5:3>>]),
    io:format("~p ~p ~p~n", [[], {}, #{}]),
    io:format("100~~ ~c~c~n", [$a, $b]),
    io:format("~s~n", [["deep", [$ , <<"list">>]]]),
    io:format("no newline"),
    io:format("~n"),
    ok.

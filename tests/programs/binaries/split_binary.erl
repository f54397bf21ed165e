%% Two halves at every place
-module(split_binary).
-export([start/0]).

start() ->
    [show(split_binary(<<"abcd">>, N)) || N <- [0, 1, 4]],
    [show(caught(fun() -> split_binary(<<"abcd">>, N) end)) || N <- [5, -1, a]],
    show(caught(fun() -> split_binary(<<1:4>>, 0) end)),
    {A, B} = split_binary(<<"abcd">>, 2),
    show(<<B/binary, A/binary>>),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

%% Bit strings walked with patterns that skip
-module(comprehension_filters).
-export([start/0]).

start() ->
    show([X || <<X:8>> <= <<1, 2, 3, 4>>, X rem 2 =:= 0]),
    show([X || <<1:1, X:7>> <= <<1, 129, 2, 130>>]),
    show(<< <<X:4>> || <<X:8>> <= <<1, 2, 17, 255>> >>),
    show([{X, Y} || <<X:3, Y:5>> <= <<"abc">>]),
    show([{X, Y} || <<X:8>> <= <<1, 2>>, <<Y:4>> <= <<16#AB>>]),
    show(<< <<X, Y>> || X <- "ab", <<Y>> <= <<"12">> >>),
    show([C || <<C/utf8>> <= <<"aå日"/utf8, 255, "z">>]),
    show([X || <<X:5>> <= <<255, 255>>]),
    show(<< <<(X + 1):N>> || <<X:3>> <= <<0:12>>, N <- [1, 2] >>),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Sizes that are expressions
-module(computed_sizes).
-export([start/0]).

start() ->
    [case <<16#FEDCBA98:32>> of <<_:(N * 2), X:(N + 1), _/bits>> -> show({N, X}); _ -> show({N, no}) end || N <- [0, 1, 4, 10, 11]],
    Header = #{size => 3},
    <<Part:(map_get(size, Header))/binary, _/binary>> = <<"abcdef">>,
    show(Part),
    [show(caught(fun() -> <<1:(N - 2)>> end)) || N <- [1, 2, 3]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

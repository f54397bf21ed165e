%% Map comprehensions and map generators of OTP 26: from lists, binaries and maps.
-module(map_comprehensions).
-export([start/0]).

start() ->
    M = #{K => K * K || K <- lists:seq(1, 5)},
    show(lists:sort(maps:to_list(M))),
    show(lists:sort([{K, V} || K := V <- M])),
    show(lists:sort(maps:to_list(#{V => K || K := V <- M}))),
    show(lists:sort(maps:to_list(#{K => V || K := V <- M, V > 5, K =/= 4}))),
    show(lists:sort(maps:to_list(#{X => [X] || <<X>> <= <<1, 2, 3>>}))),
    show(lists:sort([K + V || K := V <- M, is_integer(K)])),
    show(lists:sort([K || K := {ok, _} <- #{a => {ok, 1}, b => error, c => {ok, 2}}])),
    show(lists:sort([{A, B} || A := _ <- #{x => 1, y => 2}, B := _ <- #{p => 1, q => 2}])),
    show(#{a => Y || Y <- [1, 2, 3]}),
    show(#{} =:= #{K => V || K := V <- #{}}),
    show(lists:sort(binary_to_list(<< <<V>> || _ := V <- M >>))),
    show([try [K || K := _ <- id(X)] catch error:R -> R end || X <- [x, [{a, 1}]]]),
    show(lists:sum([V || _ := V <- maps:iterator(M)])),
    show(maps:size(#{{K, J} => 1 || K := _ <- M, J <- [1, 2]})),
    ok.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).

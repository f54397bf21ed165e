%% Truth as data: any, all, counted, folded, xored, in guards, maps and bits.
-module(booleans_as_data).
-export([start/0]).

start() ->
    Bs = [true, false, true, true],
    show([lists:all(fun(B) -> B end, Bs), lists:any(fun(B) -> B end, Bs), length([B || B <- Bs, B]), length([B || B <- Bs, not B])]),
    show([lists:foldl(fun erlang:'and'/2, true, Bs), lists:foldl(fun erlang:'or'/2, false, Bs), lists:foldl(fun erlang:'xor'/2, false, Bs)]),
    show(<< <<(case B of true -> 1; false -> 0 end):1>> || B <- Bs >>),
    show([B =:= 1 || <<B:1>> <= <<16#A:4>>]),
    show([is_boolean(X) || X <- [true, false, 'true', "true", 1, truth]]),
    show([true < false, false < true, true =:= 'true', not true =:= false]),
    show(lists:sort([true, maybe_so, false, null])),
    show([atom_to_list(X > 2) || X <- [1, 3]]),
    show(maps:get(5 > 3, #{true => yes, false => no})),
    show([if A andalso B -> both; A orelse B -> one; true -> none end || A <- [true, false], B <- [true, false]]),
    show([A =< B || A <- [true, false], B <- [true, false]]),
    show(list_to_atom("tr" ++ "ue") andalso ok),
    show([element(2, lists:keyfind(X rem 2 =:= 0, 1, [{true, even}, {false, odd}])) || X <- [1, 2, 3]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

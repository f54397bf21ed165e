%% Errors caught, kept in lists and maps, sent, compared, formatted.
-module(errors_kept_as_values).
-export([start/0]).

start() ->
    Caught = [try F() catch C:R:S -> {C, R, S} end || F <- [fun() -> error(e1) end, fun() -> throw(t1) end, fun() -> exit(x1) end, fun() -> list_to_atom(5) end, fun() -> element(3, {a}) end, fun() -> undefined_module:f(1) end]],
    show([{C, R} || {C, R, _} <- Caught]),
    show([{M, F, if is_list(A) -> length(A); true -> A end} || {_, _, [{M, F, A, _} | _]} <- Caught, M =/= ?MODULE]),
    show([try erlang:raise(C, R, S) catch C2:R2:S2 -> {C2 =:= C, R2 =:= R, S2 =:= S} end || {C, R, S} <- Caught]),
    Self = self(),
    spawn(fun() -> [Self ! {again, try erlang:raise(C, R, S) catch X:Y:Z -> {X, Y, Z} end} || {C, R, S} <- Caught] end),
    show([receive {again, E} -> E =:= K end || K <- Caught]),
    Index = maps:from_list([{{C, R}, length(S) > 0} || {C, R, S} <- Caught]),
    show(lists:sort(maps:to_list(Index))),
    show([binary_to_term(term_to_binary(K)) =:= K || K <- Caught]),
    show([lists:flatten(io_lib:format("~w:~0p", [C, R])) || {C, R, _} <- Caught]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% Tables of funs: dispatch by name, by type and by arity, plugged in.
-module(funs_in_tables).
-export([start/0]).

start() ->
    Ops = #{add => fun(A, B) -> A + B end, neg => fun(A) -> -A end, pi => fun() -> 314 end, sum => fun lists:sum/1, rev => fun lists:reverse/1, twice => fun(F, X) -> F(F(X)) end},
    show([run(Ops, N, A) || {N, A} <- [{add, [1, 2]}, {neg, [5]}, {pi, []}, {sum, [[1, 2, 3]]}, {rev, ["abc"]}, {twice, [fun(X) -> X * X end, 3]}, {nope, []}, {add, [1]}, {neg, [a]}]]),
    show([{N, element(2, erlang:fun_info(maps:get(N, Ops), arity))} || N <- lists:sort(maps:keys(Ops))]),
    More = Ops#{add := fun(A, B) -> {added, A, B} end, 'div' => fun erlang:'div'/2},
    show([run(More, N, A) || {N, A} <- [{add, [1, 2]}, {'div', [7, 2]}, {'div', [1, 0]}]]),
    show(run(maps:remove(add, More), add, [1, 2])),
    ByType = [{fun is_integer/1, fun integer_to_list/1}, {fun is_atom/1, fun atom_to_list/1}, {fun is_list/1, fun(L) -> L end}, {fun(_) -> true end, fun(_) -> "?" end}],
    show([text(X, ByType) || X <- [1, a, "s", 1.5, {}]]),
    Middleware = [fun(N) -> fun(R) -> N([before_a | R]) ++ [after_a] end end, fun(N) -> fun(R) -> N([before_b | R]) ++ [after_b] end end],
    show((lists:foldr(fun(W, N) -> W(N) end, fun(R) -> lists:reverse([handler | R]) end, Middleware))([])),
    show([F(10) || F <- lists:map(fun(N) -> fun(X) -> X rem N end end, [3, 4, 7])]),
    show(lists:filter(fun(F) -> F(4) end, [fun(X) -> X > 3 end, fun(X) -> X < 3 end]) =/= []),
    show((curry(fun(A, B, C) -> {A, B, C} end))(1)),
    show((((curry(fun(A, B, C) -> {A, B, C} end))(1))(2))(3)),
    ok.

run(Ops, Name, Args) ->
    case Ops of
        #{Name := F} when is_function(F, length(Args)) -> try apply(F, Args) catch error:R -> {failed, R} end;
        #{Name := F} when is_function(F) -> {arity, length(Args)};
        #{} -> {unknown, Name}
    end.

text(X, [{Test, Show} | Rest]) -> case Test(X) of true -> Show(X); false -> text(X, Rest) end.

curry(F) -> fun(A) -> fun(B) -> fun(C) -> F(A, B, C) end end end.

show(F) when is_function(F) -> io:format("a fun of ~w~n", [element(2, erlang:fun_info(F, arity))]);
show(Term) -> io:format("~0p~n", [Term]).

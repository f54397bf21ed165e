%% Trees of expressions walked to print, evaluate, simplify, derive, measure.
-module(visitors_of_trees).
-export([start/0]).

start() ->
    X = {var, x},
    Es = [{add, {num, 1}, {mul, {num, 2}, X}}, {mul, X, X}, {add, {mul, {num, 0}, X}, {num, 5}}, {pow, X, 3}, {neg, {add, X, {num, 0}}}, {mul, {num, 1}, {pow, X, 1}}],
    [io:format("~s | ~s | ~s | ~w | ~w~n", [text(E), text(simple(E)), text(simple(derive(E))), eval(E, #{x => 3}), depth(E)]) || E <- Es],
    io:format("~w~n", [[vars(E) || E <- Es]]),
    io:format("~w~n", [map(fun({num, N}) -> {num, N * 10}; (E) -> E end, hd(Es))]),
    ok.

text({num, N}) -> integer_to_list(N);
text({var, V}) -> atom_to_list(V);
text({neg, A}) -> ["-", text(A)];
text({pow, A, N}) -> [text(A), "^", integer_to_list(N)];
text({add, A, B}) -> ["(", text(A), " + ", text(B), ")"];
text({mul, A, B}) -> [text(A), "*", text(B)].

eval({num, N}, _) -> N;
eval({var, V}, E) -> maps:get(V, E);
eval({neg, A}, E) -> -eval(A, E);
eval({pow, A, N}, E) -> lists:foldl(fun(_, P) -> P * eval(A, E) end, 1, lists:seq(1, N));
eval({add, A, B}, E) -> eval(A, E) + eval(B, E);
eval({mul, A, B}, E) -> eval(A, E) * eval(B, E).

derive({num, _}) -> {num, 0};
derive({var, _}) -> {num, 1};
derive({neg, A}) -> {neg, derive(A)};
derive({pow, A, N}) -> {mul, {mul, {num, N}, {pow, A, N - 1}}, derive(A)};
derive({add, A, B}) -> {add, derive(A), derive(B)};
derive({mul, A, B}) -> {add, {mul, derive(A), B}, {mul, A, derive(B)}}.

simple(E) -> case map(fun rule/1, E) of E -> E; New -> simple(New) end.

rule({add, {num, 0}, A}) -> A;
rule({add, A, {num, 0}}) -> A;
rule({add, {num, A}, {num, B}}) -> {num, A + B};
rule({mul, {num, 0}, _}) -> {num, 0};
rule({mul, _, {num, 0}}) -> {num, 0};
rule({mul, {num, 1}, A}) -> A;
rule({mul, A, {num, 1}}) -> A;
rule({mul, {num, A}, {num, B}}) -> {num, A * B};
rule({pow, A, 1}) -> A;
rule({pow, _, 0}) -> {num, 1};
rule({neg, {num, N}}) -> {num, -N};
rule(E) -> E.

map(F, {K, A, B}) when K =:= add; K =:= mul -> F({K, map(F, A), map(F, B)});
map(F, {pow, A, N}) -> F({pow, map(F, A), N});
map(F, {neg, A}) -> F({neg, map(F, A)});
map(F, E) -> F(E).

depth({K, A, B}) when K =:= add; K =:= mul -> 1 + max(depth(A), depth(B));
depth({K, A}) when K =:= neg -> 1 + depth(A);
depth({pow, A, _}) -> 1 + depth(A);
depth(_) -> 1.

vars({var, V}) -> [V];
vars({_, A, B}) when is_tuple(B) -> lists:usort(vars(A) ++ vars(B));
vars({_, A, _}) -> vars(A);
vars({neg, A}) -> vars(A);
vars(_) -> [].

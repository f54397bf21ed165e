%% Types of small functional terms by unification, in the way of Hindley.
-module(type_inference).
-export([start/0]).

start() ->
    X = {var, x}, F = {var, f},
    Terms = [{int, 5}, {lam, x, X}, {lam, f, {lam, x, {app, F, {app, F, X}}}}, {app, {lam, x, X}, {int, 1}}, {lam, x, {app, X, X}}, {let_in, id, {lam, x, X}, {app, {app, {var, pair}, {app, {var, id}, {int, 1}}}, {app, {var, id}, {bool, true}}}},
             {app, {int, 1}, {int, 2}}, {'if', {bool, true}, {int, 1}, {int, 2}}, {'if', {int, 0}, {int, 1}, {int, 2}}, {lam, x, {app, {app, {var, add}, X}, {int, 1}}}, {var, unknown}, {lam, f, {lam, x, {'if', {app, F, X}, X, {int, 0}}}}],
    [io:format("~s~n", [try text(type(T)) catch throw:R -> io_lib:format("error: ~0p", [R]) end]) || T <- Terms],
    ok.

type(Term) ->
    put(next, 0),
    Int = int, Bool = bool,
    Env = #{add => {all, [], {fn, Int, {fn, Int, Int}}}, pair => {all, [a, b], {fn, {tv, a}, {fn, {tv, b}, {pair, {tv, a}, {tv, b}}}}}},
    {T, S} = infer(Term, Env, #{}),
    _ = Bool,
    apply_to(T, S).

infer({int, _}, _, S) -> {int, S};
infer({bool, _}, _, S) -> {bool, S};
infer({var, V}, Env, S) -> case Env of #{V := Scheme} -> {instance(Scheme), S}; #{} -> throw({unbound, V}) end;
infer({lam, V, B}, Env, S) -> A = fresh(), {T, S1} = infer(B, Env#{V => {all, [], A}}, S), {{fn, A, T}, S1};
infer({app, F, X}, Env, S) ->
    {TF, S1} = infer(F, Env, S), {TX, S2} = infer(X, Env, S1), R = fresh(),
    {R, unify(TF, {fn, TX, R}, S2)};
infer({'if', C, A, B}, Env, S) ->
    {TC, S1} = infer(C, Env, S), {TA, S2} = infer(A, Env, unify(TC, bool, S1)), {TB, S3} = infer(B, Env, S2),
    {TA, unify(TA, TB, S3)};
infer({let_in, V, X, B}, Env, S) ->
    {TX, S1} = infer(X, Env, S), T = apply_to(TX, S1),
    infer(B, Env#{V => {all, free(T), T}}, S1).

fresh() -> N = get(next), put(next, N + 1), {tv, N}.

instance({all, Vs, T}) -> replace(T, maps:from_list([{V, fresh()} || V <- Vs])).

replace({tv, V} = T, M) -> maps:get(V, M, T);
replace({K, A, B}, M) -> {K, replace(A, M), replace(B, M)};
replace(T, _) -> T.

free({tv, V}) -> [V];
free({_, A, B}) -> lists:usort(free(A) ++ free(B));
free(_) -> [].

apply_to({tv, V} = T, S) -> case S of #{V := U} -> apply_to(U, S); #{} -> T end;
apply_to({K, A, B}, S) -> {K, apply_to(A, S), apply_to(B, S)};
apply_to(T, _) -> T.

unify(A, B, S) -> unify2(apply_to(A, S), apply_to(B, S), S).

unify2(T, T, S) -> S;
unify2({tv, V}, T, S) -> case lists:member(V, free(T)) of true -> throw({infinite, text(T)}); false -> S#{V => T} end;
unify2(T, {tv, _} = V, S) -> unify2(V, T, S);
unify2({K, A, B}, {K, C, D}, S) -> unify(B, D, unify(A, C, S));
unify2(A, B, _) -> throw({mismatch, text(A), text(B)}).

text(T) ->
    Names = maps:from_list(lists:zip(order(T, []), [[C] || C <- lists:sublist("abcdefgh", length(order(T, [])))])),
    lists:flatten(text(T, Names)).

order({tv, V}, Seen) -> case lists:member(V, Seen) of true -> Seen; false -> Seen ++ [V] end;
order({_, A, B}, Seen) -> order(B, order(A, Seen));
order(_, Seen) -> Seen.

text({tv, V}, Names) -> maps:get(V, Names);
text({fn, {fn, _, _} = A, B}, Names) -> ["(", text(A, Names), ") -> ", text(B, Names)];
text({fn, A, B}, Names) -> [text(A, Names), " -> ", text(B, Names)];
text({pair, A, B}, Names) -> ["(", text(A, Names), ", ", text(B, Names), ")"];
text(T, _) -> atom_to_list(T).

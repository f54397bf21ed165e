%% A small Lisp: read, evaluated with closures and recursion, and printed.
-module(lisp_interpreter).
-export([start/0]).

start() ->
    Programs = ["(+ 1 2 (* 3 4))", "((lambda (x y) (- x y)) 10 4)", "(define sq (lambda (x) (* x x))) (sq 12)",
                "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 25)", "(car (cdr (quote (a b c))))", "(cons 1 (quote (2 3)))",
                "(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))) (fib 15)",
                "(define adder (lambda (n) (lambda (m) (+ n m)))) ((adder 5) 7)", "(define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l)))))) (map (lambda (x) (* x 10)) (quote (1 2 3)))",
                "(let ((a 1) (b 2)) (list a b (+ a b)))", "(undefined-thing)", "(+ 1", "(car (quote ()))", "(if #f 1 (quote no))"],
    [io:format("~s~n", [run(P)]) || P <- Programs],
    ok.

run(Text) ->
    try
        {Last, _} = lists:foldl(fun(E, {_, Env}) -> eval(E, Env) end, {none, #{}}, read_all(tokens(Text))),
        print(Last)
    catch
        throw:Reason -> io_lib:format("error: ~p", [Reason])
    end.

tokens(Text) -> string:lexemes(lists:flatten([case C of $( -> " ( "; $) -> " ) "; _ -> C end || C <- Text]), " ").

read_all([]) -> [];
read_all(Tokens) -> {E, Rest} = read(Tokens), [E | read_all(Rest)].

read([]) -> throw(unexpected_end);
read(["(" | Rest]) -> read_list(Rest, []);
read([T | Rest]) -> {case string:to_integer(T) of {N, ""} -> N; _ -> list_to_atom(T) end, Rest}.

read_list([")" | Rest], Acc) -> {lists:reverse(Acc), Rest};
read_list(Tokens, Acc) -> {E, Rest} = read(Tokens), read_list(Rest, [E | Acc]).

eval(N, Env) when is_integer(N) -> {N, Env};
eval('#f', Env) -> {false, Env};
eval(A, Env) when is_atom(A) -> case Env of #{A := V} -> {V, Env}; #{} -> {primitive(A), Env} end;
eval([quote, X], Env) -> {X, Env};
eval(['if', C, A, B], Env) -> {V, _} = eval(C, Env), eval(case V of false -> B; _ -> A end, Env);
eval([define, Name, X], Env) -> {V, _} = eval(X, Env), {Name, Env#{Name => V}};
eval([lambda, Names, Body], Env) -> {{closure, Names, Body, Env}, Env};
eval(['let', Bindings, Body], Env) -> eval([[lambda, [N || [N, _] <- Bindings], Body] | [X || [_, X] <- Bindings]], Env);
eval([F | Args], Env) ->
    {Fun, _} = eval(F, Env),
    Values = [element(1, eval(A, Env)) || A <- Args],
    {call(Fun, Values, Env), Env}.

call({closure, Names, Body, Own}, Values, Env) ->
    {V, _} = eval(Body, maps:merge(maps:merge(Env, Own), maps:from_list(lists:zip(Names, Values)))), V;
call({primitive, F}, Values, _) -> try F(Values) catch error:_ -> throw(bad_arguments) end.

primitive(Name) ->
    case Name of
        '+' -> {primitive, fun lists:sum/1}; '-' -> {primitive, fun([A, B]) -> A - B end}; '*' -> {primitive, fun(L) -> lists:foldl(fun erlang:'*'/2, 1, L) end};
        '<' -> {primitive, fun([A, B]) -> A < B end}; car -> {primitive, fun([[H | _]]) -> H end}; cdr -> {primitive, fun([[_ | T]]) -> T end};
        cons -> {primitive, fun([H, T]) -> [H | T] end}; 'null?' -> {primitive, fun([L]) -> L =:= [] end}; list -> {primitive, fun(L) -> L end};
        _ -> throw({unbound, Name})
    end.

print(L) when is_list(L) -> ["(", lists:join(" ", [print(X) || X <- L]), ")"];
print({closure, _, _, _}) -> "<closure>";
print(X) -> io_lib:format("~w", [X]).

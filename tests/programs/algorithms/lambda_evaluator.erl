%% An evaluator of a small Lisp: closures, recursion, lists, quoting.
-module(lambda_evaluator).
-export([start/0]).

start() ->
    [erlang:display(run(Text)) || Text <- programs()],
    ok.

programs() ->
    ["(+ 1 (* 2 3))", "((lambda (x y) (- x y)) 10 4)", "(if (< 1 2) 'yes 'no)",
     "(let ((f (lambda (x) (* x x)))) (f (f 3)))",
     "(letrec fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20))",
     "(letrec map (lambda (f l) (if (= l '()) '() (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (+ x 1)) '(1 2 3)))",
     "(letrec fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 12))",
     "((let ((n 5)) (lambda (m) (+ n m))) 8)", "(car '())", "(nothing 1)", "'(a (b c) d)"].

run(Text) ->
    {[Tree], []} = read(tokens(Text), []),
    try evaluate(Tree, #{})
    catch
        throw:Problem -> Problem;
        error:Reason -> {failed, Reason}
    end.

tokens([]) -> [];
tokens([$\s | Rest]) -> tokens(Rest);
tokens([C | Rest]) when C =:= $(; C =:= $); C =:= $' -> [C | tokens(Rest)];
tokens(Text) ->
    {Word, Rest} = lists:splitwith(fun(C) -> not lists:member(C, " ()") end, Text),
    [word(Word) | tokens(Rest)].

word(Word) ->
    try {number, list_to_integer(Word)} catch error:badarg -> {name, list_to_atom(Word)} end.

read([], Done) -> {lists:reverse(Done), []};
read([$) | Rest], Done) -> {lists:reverse(Done), Rest};
read([$( | Rest], Done) -> {List, More} = read(Rest, []), read(More, [List | Done]);
read([$' | Rest], Done) -> {[Next | After], More} = read_one(Rest), read_on(After, More, [[quote, Next] | Done]);
read([{_, Value} | Rest], Done) -> read(Rest, [Value | Done]).

read_one([$( | Rest]) -> {List, More} = read(Rest, []), {[List], More};
read_one([{_, Value} | Rest]) -> {[Value], Rest}.

read_on([], More, Done) -> read(More, Done).

evaluate(N, _) when is_integer(N) -> N;
evaluate(Name, Env) when is_atom(Name) ->
    case Env of #{Name := {rec, Fun}} -> Fun(); #{Name := Value} -> Value; _ -> builtin(Name) end;
evaluate([quote, X], _) -> X;
evaluate(['if', Test, Yes, No], Env) ->
    case evaluate(Test, Env) of false -> evaluate(No, Env); _ -> evaluate(Yes, Env) end;
evaluate([lambda, Names, Body], Env) ->
    fun(Values) -> evaluate(Body, lists:foldl(fun({N, V}, E) -> E#{N => V} end, Env, lists:zip(Names, Values))) end;
evaluate(['let', Pairs, Body], Env) ->
    evaluate(Body, lists:foldl(fun([N, X], E) -> E#{N => evaluate(X, Env)} end, Env, Pairs));
evaluate([letrec, Name, X, Body], Env) ->
    Loop = fun Self() -> evaluate(X, Env#{Name => {rec, Self}}) end,
    evaluate(Body, Env#{Name => {rec, Loop}});
evaluate([F | Arguments], Env) ->
    (evaluate(F, Env))([evaluate(A, Env) || A <- Arguments]).

builtin('+') -> fun([A, B]) -> A + B end;
builtin('-') -> fun([A, B]) -> A - B end;
builtin('*') -> fun([A, B]) -> A * B end;
builtin('<') -> fun([A, B]) -> A < B end;
builtin('=') -> fun([A, B]) -> A =:= B end;
builtin(cons) -> fun([A, B]) -> [A | B] end;
builtin(car) -> fun([L]) -> hd(L) end;
builtin(cdr) -> fun([L]) -> tl(L) end;
builtin(Name) -> throw({unbound, Name}).

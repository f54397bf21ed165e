%% A parser of arithmetic by recursive descent, an evaluator, and a simplifier.
-module(calculator).
-export([start/0]).

start() ->
    Texts = ["1+2*3", "(1+2)*3", "2-3-4", "100/7/2", "-(2+3)*-4", "2^3^2", " 7 % 4 + x ", "1+", "(1", "2 3", "1/0", "y", ""],
    [erlang:display({T, calculate(T)}) || T <- Texts],
    [erlang:display(simplify(tree(T))) || T <- ["x*1+0", "0*x+y^1", "(x+0)*(1*y)", "2*3+x"]],
    erlang:display(derive(tree("x*x+3*x+5"))),
    ok.

calculate(Text) ->
    try evaluate(tree(Text), #{x => 10}) catch throw:Problem -> Problem; error:badarith -> undefined_value end.

tree(Text) ->
    {Tree, []} = case sum(tokens(Text)) of {_, []} = Whole -> Whole; {_, Rest} -> throw({left, Rest}) end,
    Tree.

tokens([]) -> [];
tokens([$\s | Rest]) -> tokens(Rest);
tokens([C | _] = Text) when C >= $0, C =< $9 ->
    {Digits, Rest} = lists:splitwith(fun(D) -> D >= $0 andalso D =< $9 end, Text),
    [list_to_integer(Digits) | tokens(Rest)];
tokens([C | Rest]) -> [list_to_atom([C]) | tokens(Rest)].

sum(Tokens) -> {Left, Rest} = product(Tokens), sum(Left, Rest).

sum(Left, [Op | Rest]) when Op =:= '+'; Op =:= '-' -> {Right, More} = product(Rest), sum({Op, Left, Right}, More);
sum(Left, Rest) -> {Left, Rest}.

product(Tokens) -> {Left, Rest} = power(Tokens), product(Left, Rest).

product(Left, [Op | Rest]) when Op =:= '*'; Op =:= '/'; Op =:= '%' ->
    {Right, More} = power(Rest),
    product({Op, Left, Right}, More);
product(Left, Rest) -> {Left, Rest}.

power(Tokens) ->
    case factor(Tokens) of
        {Left, ['^' | Rest]} -> {Right, More} = power(Rest), {{'^', Left, Right}, More};
        Other -> Other
    end.

factor([N | Rest]) when is_integer(N) -> {N, Rest};
factor(['-' | Rest]) -> {X, More} = factor(Rest), {{'-', 0, X}, More};
factor(['(' | Rest]) ->
    case sum(Rest) of
        {X, [')' | More]} -> {X, More};
        {_, _} -> throw(unclosed)
    end;
factor([Name | Rest]) when Name >= a, Name =< z -> {Name, Rest};
factor([Other | _]) -> throw({unexpected, Other});
factor([]) -> throw(unfinished).

evaluate(N, _) when is_integer(N) -> N;
evaluate(Name, Values) when is_map_key(Name, Values) -> map_get(Name, Values);
evaluate(Name, _) when is_atom(Name) -> throw({unbound, Name});
evaluate({Op, A, B}, Values) -> apply_op(Op, evaluate(A, Values), evaluate(B, Values)).

apply_op('+', A, B) -> A + B;
apply_op('-', A, B) -> A - B;
apply_op('*', A, B) -> A * B;
apply_op('/', A, B) -> A div B;
apply_op('%', A, B) -> A rem B;
apply_op('^', _, 0) -> 1;
apply_op('^', A, B) -> A * apply_op('^', A, B - 1).

simplify({Op, A, B}) -> rule({Op, simplify(A), simplify(B)});
simplify(X) -> X.

rule({'*', 0, _}) -> 0;
rule({'*', _, 0}) -> 0;
rule({'*', 1, X}) -> X;
rule({'*', X, 1}) -> X;
rule({'+', 0, X}) -> X;
rule({'+', X, 0}) -> X;
rule({'^', X, 1}) -> X;
rule({Op, A, B}) when is_integer(A), is_integer(B) -> apply_op(Op, A, B);
rule(X) -> X.

derive(N) when is_integer(N) -> 0;
derive(x) -> 1;
derive({'+', A, B}) -> simplify({'+', derive(A), derive(B)});
derive({'*', A, B}) -> simplify({'+', {'*', derive(A), B}, {'*', A, derive(B)}}).

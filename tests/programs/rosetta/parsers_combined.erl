%% Parser combinators: sequences, choices, repetitions,.
-module(parsers_combined).
-export([start/0]).

start() ->
    show([parse(expression(), T) || T <- ["1+2*3", "(1+2)*3", "10-4-3", "2*(3+4)*5", "1+", "", "((7))", "12/4/3"]]),
    show([parse(list(), T) || T <- ["[]", "[1]", "[1,[2,3],[]]", "[1,", "[a]"]]),
    show([parse(many(char($a)), T) || T <- ["", "aaa", "aab"]]),
    show([parse(sequence([char($x), choice([char($y), char($z)])]), T) || T <- ["xy", "xz", "xx"]]),
    ok.

parse(P, T) -> case P(T) of {ok, V, ""} -> {ok, V}; {ok, V, Rest} -> {rest, V, Rest}; fail -> fail end.

char(C) -> fun([X | T]) when X =:= C -> {ok, C, T}; (_) -> fail end.

satisfy(F) -> fun([X | T]) -> case F(X) of true -> {ok, X, T}; false -> fail end; (_) -> fail end.

map(P, F) -> fun(T) -> case P(T) of {ok, V, Rest} -> {ok, F(V), Rest}; fail -> fail end end.

sequence([]) -> fun(T) -> {ok, [], T} end;
sequence([P | Ps]) -> fun(T) -> case P(T) of {ok, V, Rest} -> (map(sequence(Ps), fun(Vs) -> [V | Vs] end))(Rest); fail -> fail end end.

choice([]) -> fun(_) -> fail end;
choice([P | Ps]) -> fun(T) -> case P(T) of fail -> (choice(Ps))(T); Ok -> Ok end end.

many(P) -> fun(T) -> case P(T) of {ok, V, Rest} -> (map(many(P), fun(Vs) -> [V | Vs] end))(Rest); fail -> {ok, [], T} end end.

many1(P) -> map(sequence([P, many(P)]), fun([V, Vs]) -> [V | Vs] end).

lazy(F) -> fun(T) -> (F())(T) end.

number() -> map(many1(satisfy(fun(C) -> C >= $0 andalso C =< $9 end)), fun list_to_integer/1).

left(P, Ops) -> map(sequence([P, many(sequence([choice([char(O) || {O, _} <- Ops]), P]))]), fun([V, Rest]) -> lists:foldl(fun([O, W], Acc) -> (proplists:get_value(O, Ops))(Acc, W) end, V, Rest) end).

expression() -> left(term(), [{$+, fun(A, B) -> A + B end}, {$-, fun(A, B) -> A - B end}]).

term() -> left(factor(), [{$*, fun(A, B) -> A * B end}, {$/, fun(A, B) -> A div B end}]).

factor() -> choice([number(), map(sequence([char($(), lazy(fun expression/0), char($))]), fun([_, V, _]) -> V end)]).

list() -> map(sequence([char($[), items(), char($])]), fun([_, Vs, _]) -> Vs end).

items() -> choice([map(sequence([item(), many(map(sequence([char($,), item()]), fun([_, V]) -> V end))]), fun([V, Vs]) -> [V | Vs] end), sequence([])]).

item() -> choice([number(), lazy(fun list/0)]).

show(Term) -> io:format("~0p~n", [Term]).

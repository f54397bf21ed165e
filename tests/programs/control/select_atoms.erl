%% Large tables of atoms, next to clauses for other types.
-module(select_atoms).
-export([start/0, id/1]).

start() ->
    erlang:display([element_of(A) || A <- [hydrogen, helium, lithium, beryllium, boron, carbon, nitrogen, oxygen,
                                           fluorine, neon, sodium, magnesium, aluminium, silicon, phosphorus,
                                           sulfur, chlorine, argon, potassium, calcium, unobtainium]]),
    erlang:display([next(D) || D <- [mon, tue, wed, thu, fri, sat, sun, none]]),
    erlang:display([mixed(X) || X <- [a, b, 1, 2, 1.0, 2.5, "a", [], {}, {a}, <<"a">>, <<>>, true, #{}]]),
    erlang:display(machine([coin, push, push, coin, coin, push, kick], locked, [])),
    erlang:display([truth(A, B) || A <- [true, false], B <- [true, false]]),
    ok.

element_of(hydrogen) -> 1; element_of(helium) -> 2; element_of(lithium) -> 3; element_of(beryllium) -> 4;
element_of(boron) -> 5; element_of(carbon) -> 6; element_of(nitrogen) -> 7; element_of(oxygen) -> 8;
element_of(fluorine) -> 9; element_of(neon) -> 10; element_of(sodium) -> 11; element_of(magnesium) -> 12;
element_of(aluminium) -> 13; element_of(silicon) -> 14; element_of(phosphorus) -> 15; element_of(sulfur) -> 16;
element_of(chlorine) -> 17; element_of(argon) -> 18; element_of(potassium) -> 19; element_of(calcium) -> 20;
element_of(Other) -> {unknown, Other}.

next(mon) -> tue; next(tue) -> wed; next(wed) -> thu; next(thu) -> fri; next(fri) -> sat; next(sat) -> sun;
next(sun) -> mon; next(_) -> never.

mixed(a) -> atom_a; mixed(1) -> one; mixed([]) -> nil; mixed({}) -> empty; mixed(1.0) -> float_one;
mixed(true) -> yes; mixed(<<>>) -> no_bytes; mixed({a}) -> tuple_a; mixed("a") -> text_a; mixed(2) -> two;
mixed(<<"a">>) -> byte_a; mixed(b) -> atom_b; mixed(2.5) -> float; mixed(_) -> other.

machine([], State, Log) -> {State, lists:reverse(Log)};
machine([Event | Events], State, Log) ->
    {Next, Said} = case {State, Event} of
        {locked, coin} -> {unlocked, click};
        {locked, push} -> {locked, no};
        {unlocked, push} -> {locked, go};
        {unlocked, coin} -> {unlocked, thanks};
        {_, _} -> {broken, ouch}
    end,
    machine(Events, Next, [Said | Log]).

truth(A, B) ->
    case id({A, B}) of
        {true, true} -> both;
        {false, false} -> neither;
        {true, false} -> left;
        {false, true} -> right
    end.

id(X) -> X.

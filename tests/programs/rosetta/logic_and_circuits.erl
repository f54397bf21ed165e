%% Boolean formulas parsed, tabled, simplified; adders of gates.
-module(logic_and_circuits).
-export([start/0]).

start() ->
    Texts = ["a & b", "a | !a", "a & !a", "(a > b) & (b > c) > (a > c)", "a ^ b ^ c", "!(a & b) = (!a | !b)"],
    [begin F = parse(T), show({T, table(F), kind(F)}) end || T <- Texts],
    show([add(A, B) || {A, B} <- [{5, 9}, {255, 1}, {0, 0}, {123, 45}]]),
    show(solve(parse("(a | b) & (!a | c) & (!b | !c) & a"))),
    show(solve(parse("a & !a"))),
    show([queens(N) || N <- [4, 5, 6]]),
    ok.

parse(T) -> {F, []} = binary([C || C <- T, C =/= $\s]), F.

binary(T) -> {L, Rest} = unary(T), rest(L, Rest).

rest(L, [Op | T]) when Op =:= $&; Op =:= $|; Op =:= $^; Op =:= $>; Op =:= $= -> {R, Rest} = unary(T), rest({Op, L, R}, Rest);
rest(L, T) -> {L, T}.

unary([$! | T]) -> {F, Rest} = unary(T), {{$!, F}, Rest};
unary([$( | T]) -> {F, [$) | Rest]} = binary(T), {F, Rest};
unary([V | T]) -> {V, T}.

vars({_, A, B}) -> lists:usort(vars(A) ++ vars(B));
vars({_, A}) -> vars(A);
vars(V) -> [V].

eval({$!, A}, E) -> not eval(A, E);
eval({$&, A, B}, E) -> eval(A, E) and eval(B, E);
eval({$|, A, B}, E) -> eval(A, E) or eval(B, E);
eval({$^, A, B}, E) -> eval(A, E) xor eval(B, E);
eval({$>, A, B}, E) -> not eval(A, E) or eval(B, E);
eval({$=, A, B}, E) -> eval(A, E) =:= eval(B, E);
eval(V, E) -> maps:get(V, E).

values([]) -> [#{}];
values([V | Vs]) -> [E#{V => B} || B <- [false, true], E <- values(Vs)].

table(F) -> [case eval(F, E) of true -> $1; false -> $0 end || E <- values(vars(F))].

kind(F) -> case lists:usort(table(F)) of "1" -> tautology; "0" -> contradiction; _ -> contingent end.

solve(F) -> [lists:sort(maps:to_list(E)) || E <- values(vars(F)), eval(F, E)].

add(A, B) ->
    {Bits, Carry} = lists:mapfoldl(fun(I, C) -> full((A bsr I) band 1, (B bsr I) band 1, C) end, 0, lists:seq(0, 7)),
    {lists:foldr(fun(Bit, S) -> S * 2 + Bit end, 0, Bits), Carry}.

full(A, B, C) -> X = A bxor B, {X bxor C, (A band B) bor (X band C)}.

queens(N) -> length(place(N, N)).

place(0, _) -> [[]];
place(R, N) -> [[C | Q] || Q <- place(R - 1, N), C <- lists:seq(1, N), lists:all(fun({D, X}) -> X =/= C andalso abs(X - C) =/= D end, lists:zip(lists:seq(1, length(Q)), Q))].

show(Term) -> io:format("~0p~n", [Term]).

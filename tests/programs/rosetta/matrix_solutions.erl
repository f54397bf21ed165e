%% Linear equations by Gauss with fractions, inverses, powers, ranks.
-module(matrix_solutions).
-export([start/0]).

start() ->
    show([text(solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])), text(solve([[1, 1, 3], [2, -1, 0]]))]),
    show([[text(R) || R <- inverse([[2, 1], [7, 4]])], [text(R) || R <- inverse([[1, 2], [3, 4]])]]),
    show([rank(M) || M <- [[[1, 2], [2, 4]], [[1, 0], [0, 1]], [[0, 0], [0, 0]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]),
    show([power([[1, 1], [1, 0]], 30), trace([[1, 2], [3, 4]])]),
    show(hilbert(3)),
    ok.

make(N, D) -> G = gcd(abs(N), abs(D)), S = if D < 0 -> -1; true -> 1 end, {S * N div G, S * D div G}.

gcd(A, 0) -> max(A, 1);
gcd(A, B) -> gcd(B, A rem B).

mul({A, B}, {C, D}) -> make(A * C, B * D).
sub({A, B}, {C, D}) -> make(A * D - C * B, B * D).
dv({A, B}, {C, D}) -> make(A * D, B * C).

fractions(M) -> [[case X of {_, _} -> X; N -> {N, 1} end || X <- R] || R <- M].

reduce(M, Column, Done) ->
    case lists:partition(fun(R) -> element(1, lists:nth(Column, R)) =/= 0 end, M) of
        {[], _} when Column < length(hd(M)) -> reduce(M, Column + 1, Done);
        {[], _} -> {Done, M};
        {[P | More], Zeros} ->
            Pivot = [dv(X, lists:nth(Column, P)) || X <- P],
            Clear = fun(R) -> F = lists:nth(Column, R), lists:zipwith(fun(X, Y) -> sub(X, mul(F, Y)) end, R, Pivot) end,
            Rest = [Clear(R) || R <- More ++ Zeros],
            NewDone = [Clear(R) || R <- Done] ++ [Pivot],
            case Rest of [] -> {NewDone, []}; _ when Column < length(P) -> reduce(Rest, Column + 1, NewDone); _ -> {NewDone, Rest} end
    end.

solve(M) -> {Done, _} = reduce(fractions(M), 1, []), [lists:last(R) || R <- Done].

inverse(M) ->
    N = length(M),
    Wide = [R ++ [if I =:= J -> 1; true -> 0 end || J <- lists:seq(1, N)] || {I, R} <- lists:zip(lists:seq(1, N), M)],
    {Done, _} = reduce(fractions(Wide), 1, []),
    [lists:nthtail(N, R) || R <- Done].

rank(M) -> {Done, _} = reduce(fractions(M), 1, []), length(Done).

power(M, 1) -> M;
power(M, N) -> [[lists:sum([A * B || {A, B} <- lists:zip(R, C)]) || C <- transpose(M)] || R <- power(M, N - 1)].

transpose([[] | _]) -> [];
transpose(M) -> [[hd(R) || R <- M] | transpose([tl(R) || R <- M])].

trace(M) -> lists:sum([lists:nth(I, lists:nth(I, M)) || I <- lists:seq(1, length(M))]).

hilbert(N) -> [text(R) || R <- inverse([[{1, I + J - 1} || J <- lists:seq(1, N)] || I <- lists:seq(1, N)])].

text(Row) -> [case X of {N, 1} -> N; {N, D} -> {N, D} end || X <- Row].

show(Term) -> io:format("~0p~n", [Term]).

%% The longest common subsequence
-module(longest_common).
-export([start/0]).

start() ->
    [show({A, B, lcs(A, B)}) || {A, B} <- [{"ABCBDAB", "BDCABA"}, {"thisisatest", "testing123testing"}, {"", "x"}, {"same", "same"}]],
    ok.

lcs(A, B) -> {R, _} = lcs(A, B, #{}), R.

lcs([], _, M) -> {[], M};
lcs(_, [], M) -> {[], M};
lcs([X | A], [X | B], M) -> {R, N} = lcs(A, B, M), {[X | R], N};
lcs([_ | A] = P, [_ | B] = Q, M) ->
    case M of
        #{{P, Q} := R} -> {R, M};
        _ ->
            {R1, M1} = lcs(P, B, M),
            {R2, M2} = lcs(A, Q, M1),
            R = if length(R1) >= length(R2) -> R1; true -> R2 end,
            {R, M2#{{P, Q} => R}}
    end.

show(Term) -> io:format("~0p~n", [Term]).

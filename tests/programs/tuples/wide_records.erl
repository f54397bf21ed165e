%% Records of twenty fields: few fields updated at once, in loops and in sequence.
-module(wide_records).
-export([start/0, id/1]).

-record(r, {f1 = 1, f2 = 2, f3 = 3, f4 = 4, f5 = 5, f6 = 6, f7 = 7, f8 = 8, f9 = 9, f10 = 10, f11 = 11, f12 = 12,
            f13 = 13, f14 = 14, f15 = 15, f16 = 16, f17 = 17, f18 = 18, f19 = 19, f20 = 20}).

start() ->
    R = id(#r{}),
    erlang:display(R),
    erlang:display(R#r{f3 = three, f11 = eleven, f19 = nineteen}),
    erlang:display(R#r{f20 = last, f1 = first}),
    erlang:display(lists:sum(tl(tuple_to_list(bump(R, 10))))),
    S = (R#r{f5 = a})#r{f6 = b, f7 = c},
    erlang:display(S#r{f7 = {S#r.f5, S#r.f6, S#r.f7}, f8 = S#r.f20}),
    erlang:display(set(R, id(x))),
    erlang:display(same(R, R#r{f10 = 10, f12 = 12})),
    erlang:display(R =:= #r{}),
    try bump(setelement(1, R, other), 1) catch error:Reason -> erlang:display(element(1, Reason)) end,
    try set({r, 1}, y) catch error:Why -> erlang:display(Why) end,
    ok.

bump(R, 0) -> R;
bump(#r{f2 = A, f9 = B, f17 = C} = R, N) -> bump(R#r{f2 = A + N, f9 = B + A, f17 = C + B}, N - 1);
bump(R, _) -> error({no_record, R}).

set(R, X) ->
    R1 = R#r{f4 = X, f8 = [X], f16 = {X}},
    R1#r{f4 = R1#r.f8, f12 = R1#r.f16}.

same(A, B) -> A =:= B.

id(X) -> X.

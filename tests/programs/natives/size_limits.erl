%% Sizes beyond reason: lists, tuples, binaries, shifts and atoms that cannot be.
-module(size_limits).
-export([start/0]).

start() ->
    Cases = [fun() -> 1 bsl (1 bsl 64) end, fun() -> 0 bsl (1 bsl 64) end, fun() -> 1 bsr (1 bsl 64) end, fun() -> -1 bsr (1 bsl 64) end, fun() -> make_tuple(1 bsl 60) end, fun() -> make_tuple(-1) end,
             fun() -> <<0:(1 bsl 64)>> end, fun() -> list_to_atom(lists:duplicate(300, $a)) end, fun() -> element(1 bsl 64, {a}) end, fun() -> lists:nth(1 bsl 64, [a]) end,
             fun() -> binary_part(<<1>>, 1 bsl 64, 1) end, fun() -> integer_to_list(1, 1 bsl 64) end, fun() -> float(1 bsl 5000) end, fun() -> math:pow(10, 1 bsl 20) end, fun() -> erlang:phash2(a, 1 bsl 40) end,
             fun() -> receive after 1 bsl 40 -> ok end end, fun() -> erlang:send_after(1 bsl 90, self(), x) end, fun() -> spawn_opt(fun() -> ok end, [{min_heap_size, 1 bsl 70}]) end, fun() -> setelement(1 bsl 30, {a}, b) end, fun() -> split_binary(<<1, 2>>, 1 bsl 70) end],
    [io:format("~w: ~0p~n", [N, try small(F()) catch C:R -> {C, R} end]) || {N, F} <- lists:zip(lists:seq(1, length(Cases)), Cases)],
    ok.

make_tuple(N) -> erlang:make_tuple(N, x).

small(X) when is_binary(X), byte_size(X) > 100 -> large;
small(X) -> X.

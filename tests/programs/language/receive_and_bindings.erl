%% Bound variables, pinned references, and new ones in the patterns of receives.
-module(receive_and_bindings).
-export([start/0]).

start() ->
    Ref = make_ref(),
    Key = {k, 1},
    [self() ! M || M <- [{Ref, one}, {make_ref(), other}, {Key, two}, {{k, 2}, three}, {list, [1, 2, 3]}, {list, []}, {n, 5}, {n, 6}]],
    show(receive {Key, A} -> A end),
    show(receive {Ref, B} -> B end),
    show(receive {n, C} when C > 5 -> C end),
    show(receive {n, D} -> D end),
    show(receive {list, []} -> empty end),
    show(receive {list, [H | T]} -> {H, T} end),
    {K2, V2} = receive {{k, N} = K, V} -> {K, {N, V}} end,
    show({K2, V2}),
    show(receive {R, other} when is_reference(R), R =/= Ref -> not_mine end),
    show(receive _ -> left after 0 -> nothing end),
    Wanted = [b, a],
    [self() ! X || X <- [a, b, c]],
    show([receive W -> W end || W <- Wanted]),
    show(receive Last -> Last end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

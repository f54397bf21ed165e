%% flat_size, size and external size of terms with shared and unshared parts.
-module(sizes_of_terms).
-export([start/0]).

start() ->
    L = lists:seq(1, 10),
    Shared = {L, L, L},
    show([erts_debug:flat_size(X) || X <- [1, a, [], [1], {1}, "abc", 1.0, 1 bsl 70, L]]),
    show([erts_debug:size(Shared) < erts_debug:flat_size(Shared), erts_debug:flat_size(Shared) - 4]),
    Copy = binary_to_term(term_to_binary(Shared)),
    show([Copy =:= Shared, erts_debug:size(Copy) =:= erts_debug:flat_size(Copy)]),
    show([erts_debug:same(Shared, Shared), erts_debug:same(element(1, Shared), element(2, Shared)), erts_debug:same(L, lists:seq(1, 10)), erts_debug:same(1, 1)]),
    show([erlang:external_size(X) || X <- [1, 1000, [], {}, "abc", 1.0, <<"bin">>]]),
    show([erlang:external_size(1.0, [{minor_version, 0}]), erlang:external_size(1.0, [{minor_version, 1}])]),
    show([try erlang:external_size(1, O) catch C:R -> {C, R} end || O <- [x, [x], [{minor_version, 9}]]]),
    show([iolist_size(X) || X <- ["", "abc", [<<"ab">>, $c], <<>>, [[[[<<1, 2>>]]]]]]),
    show(erts_debug:flat_size(lists:foldl(fun(_, T) -> {T, T} end, x, lists:seq(1, 10)))),
    show(erts_debug:size(lists:foldl(fun(_, T) -> {T, T} end, x, lists:seq(1, 10)))),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

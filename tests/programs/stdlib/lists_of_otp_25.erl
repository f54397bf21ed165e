%% lists: enumerate, uniq, zip with padding and the like.
-module(lists_of_otp_25).
-export([start/0]).

start() ->
    show([lists:enumerate([a, b]), lists:enumerate(5, [a, b]), lists:enumerate([])]),
    show([lists:uniq([1, 1.0, 1, a, 2, a]), lists:uniq(fun({K, _}) -> K end, [{a, 1}, {b, 2}, {a, 3}])]),
    show([lists:filtermap(fun(X) when X > 2 -> {true, X * 10}; (2) -> true; (_) -> false end, [1, 2, 3, 4])]),
    show([lists:search(fun(X) -> X > 2 end, [1, 2, 3, 4]), lists:search(fun(_) -> false end, [1])]),
    show([lists:join(x, [a, b, c]), lists:join(x, [a]), lists:join(x, [])]),
    show([lists:droplast([1, 2, 3]), lists:last([1, 2, 3])]),
    show([lists:merge([[1, 4], [2, 5], [3]]), lists:merge([1, 3], [2, 4]), lists:merge3([1, 4], [2], [3]), lists:umerge([[1, 2], [2, 3]]), lists:umerge3([1], [1, 2], [2]), lists:merge(fun(A, B) -> A >= B end, [3, 1], [4, 2]), lists:umerge([1, 2], [2])]),
    show([lists:rmerge([3, 1], [4, 2]) || erlang:function_exported(lists, rmerge, 2)] =/= x),
    show([lists:keymerge(1, [{a, 1}, {c, 1}], [{b, 2}, {c, 2}]), lists:ukeymerge(1, [{a, 1}, {c, 1}], [{b, 2}, {c, 2}]), lists:ukeysort(1, [{b, 1}, {a, 1}, {b, 2}])]),
    show([lists:mapfoldl(fun(X, Sum) -> {X * 2, Sum + X} end, 0, [1, 2, 3]), lists:mapfoldr(fun(X, Acc) -> {X, [X | Acc]} end, [], [1, 2])]),
    show([lists:zip3([1, 2], [a, b], [x, y]), lists:unzip3([{1, a, x}, {2, b, y}]), lists:zipwith3(fun(A, B, C) -> A + B + C end, [1, 2], [3, 4], [5, 6])]),
    show([lists:keytake(b, 1, [{a, 1}, {b, 2}, {b, 3}]), lists:keytake(z, 1, []), lists:keyreplace(a, 1, [{a, 1}, {a, 2}], {new}), lists:keystore(z, 1, [{a, 1}], {z, 9})]),
    show([lists:splitwith(fun is_atom/1, [a, 1, b]), lists:partition(fun is_atom/1, [a, 1, b]), lists:sublist([a, b, c, d], 2, 2), lists:sublist([a], 5), lists:sublist([a, b], 3, 5)]),
    show([lists:concat([a, 1, "s", 2.5, 'B c']), lists:flatlength([1, [2, [3, []]]]), lists:flatten([1, [2]], [tail])]),
    show([lists:seq(1, 10, 3), lists:seq(10, 1, -4), lists:seq(1, 0), lists:seq(5, 5), lists:seq(3, 2, 1), lists:seq(2, 3, -1)]),
    show([lists:sort(fun(A, B) -> A > B end, [3, 1, 2, 3]), lists:usort(fun(A, B) -> A >= B end, [3, 1, 2, 3])]),
    show([lists:prefix("ab", "abc"), lists:suffix("bc", "abc"), lists:prefix([], []), lists:subtract([1, 2, 1, 3], [1, 3])]),
    show([lists:nthtail(2, [a, b, c]), lists:nth(3, [a, b, c]), lists:reverse([1, 2], [3]), lists:all(fun(_) -> false end, []), lists:any(fun(_) -> true end, [])]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% orddict: stored, appended, updated, merged, and keys that are absent.
-module(ordered_dictionaries).
-export([start/0]).

start() ->
    D = orddict:from_list([{b, 2}, {a, 1}, {c, [x]}]),
    show(D),
    show(orddict:store(aa, 0, D)),
    show(orddict:append(c, y, D)),
    show(orddict:append_list(c, [y, z], D)),
    show(orddict:append(new, 1, D)),
    show(orddict:update(a, fun(V) -> V + 10 end, D)),
    show(orddict:update(q, fun(V) -> V + 10 end, 7, D)),
    show(orddict:update_counter(a, 5, D)),
    show(orddict:update_counter(n, 5, D)),
    show(orddict:merge(fun(K, V1, V2) -> {K, V1, V2} end, D, [{a, 9}, {d, 4}])),
    show(orddict:fold(fun(K, V, Acc) -> [{V, K} | Acc] end, [], D)),
    show(orddict:map(fun(K, V) -> {K, V} end, D)),
    show(orddict:filter(fun(_, V) -> is_integer(V) end, D)),
    show(orddict:erase(b, D)),
    show(orddict:erase(zz, D)),
    show([orddict:find(a, D), orddict:find(z, D), orddict:is_key(a, D), orddict:is_key(z, D), orddict:fetch_keys(D)]),
    show([orddict:take(a, D), orddict:take(z, D), orddict:size(D), orddict:is_empty(D), orddict:is_empty(orddict:new())]),
    show(orddict:from_list([{1, a}, {1.0, b}, {1, c}])),
    calls(orddict, fetch, [[z, D]]),
    calls(orddict, append, [[a, 1, D]]),
    show(element(1, outcome(orddict, update, [z, fun(V) -> V end, D]))),
    ok.

calls(Module, Function, Lists) ->
    [io:format("~0p ~0p -> ~0p~n", [Function, Arguments, outcome(Module, Function, Arguments)]) || Arguments <- Lists],
    ok.

outcome(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments)
    catch Class:Reason:Stack -> {Class, Reason, frame(Stack)}
    end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.

show(Term) -> io:format("~0p~n", [Term]).

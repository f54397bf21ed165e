%% spawn in all its forms with refused arguments,.
-module(spawn_natives).
-export([start/0]).

start() ->
    Self = self(),
    [show(try F() catch error:R -> R end) || F <- [fun() -> spawn(x) end, fun() -> spawn(a, b, c) end, fun() -> spawn("a", b, []) end, fun() -> spawn(a, b, [c | d]) end, fun() -> spawn_link(x) end,
                                               fun() -> spawn_monitor(5) end, fun() -> spawn_opt(fun() -> ok end, x) end, fun() -> spawn_opt(fun() -> ok end, [x]) end, fun() -> spawn_opt(a, b, [], [{priority, x}]) end, fun() -> spawn_opt(x, []) end]],
    [receive {form, N} -> show(N) after 100 -> show({none, N}) end
     || {N, _} <- [{1, spawn(fun() -> Self ! {form, 1} end)}, {2, spawn(erlang, send, [Self, {form, 2}])}, {3, spawn_link(fun() -> Self ! {form, 3} end)}, {4, spawn_link(erlang, send, [Self, {form, 4}])}, {5, spawn_monitor(fun() -> Self ! {form, 5} end)},
                   {6, spawn_monitor(erlang, send, [Self, {form, 6}])}, {7, spawn_opt(fun() -> Self ! {form, 7} end, [link])}, {8, spawn_opt(erlang, send, [Self, {form, 8}], [monitor])}, {9, spawn(node(), fun() -> Self ! {form, 9} end)}, {10, spawn(node(), erlang, send, [Self, {form, 10}])}]],
    timer:sleep(2),
    show(length([D || D <- flush(), element(1, D) =:= 'DOWN'])),
    {P, M} = spawn_monitor(no_module_here, f, [1, 2]),
    show(receive {'DOWN', M, process, P, {Why, [{Mod, F, A, _}]}} -> {Why, Mod, F, A} end),
    show(is_process_alive(spawn(fun() -> ok end)) =/= none),
    ok.

flush() -> receive X -> [X | flush()] after 0 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).

%% Exceptions raised in guards of funs, comprehension filters, map updates.
-module(exceptions_in_odd_places).
-export([start/0]).

start() ->
    Cases = [fun() -> [X || X <- [1, 2], throw({in_filter, X})] end, fun() -> #{a => throw(in_map)} end, fun() -> #{throw(in_key) => 1} end, fun() -> <<(throw(in_binary))>> end, fun() -> <<1:(throw(in_size))>> end,
             fun() -> {1, throw(in_tuple), error(never)} end, fun() -> [throw(in_list) | error(never)] end, fun() -> case throw(in_case) of _ -> ok end end, fun() -> if true -> throw(in_if) end end,
             fun() -> receive after throw(in_after) -> ok end end, fun() -> try ok after throw(in_try_after) end end, fun() -> try ok of ok -> throw(in_of) catch throw:_ -> not_caught_here end end,
             fun() -> try throw(a) catch throw:a -> throw(in_catch) end end, fun() -> (throw(as_fun))(1) end, fun() -> (fun(_) -> ok end)(throw(as_argument)) end, fun() -> lists:(throw(as_name))([]) end,
             fun() -> throw(left) + error(right) end, fun() -> true andalso throw(in_andalso) end, fun() -> false orelse throw(in_orelse) end, fun() -> self() ! throw(in_send) end, fun() -> throw(in_target) ! x end,
             fun() -> begin ok, throw(in_block), ok end end, fun() -> X = throw(in_match), X end, fun() -> spawn(throw(in_spawn)) end, fun() -> exit(throw(in_exit)) end, fun() -> error(throw(in_error)) end, fun() -> throw(throw(in_throw)) end,
             fun() -> [throw(in_head) || true] end, fun() -> [X || X <- throw(in_generator)] end, fun() -> element(throw(in_bif), {a}) end, fun() -> not throw(in_not) end, fun() -> (catch throw(inside)) =:= inside andalso throw(outside) end],
    [io:format("~0p~n", [try F() catch throw:T -> T; C:R -> {C, R} end]) || F <- Cases],
    io:format("~0p~n", [[G(X) || G <- [fun(X) when hd(X) -> yes; (_) -> no end, fun(X) when X / 0 > 1 -> yes; (_) -> no end, fun(X) when map_get(k, X) -> yes; (_) -> no end], X <- [[], #{k => true}, [true]]]]),
    ok.

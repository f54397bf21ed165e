%% Guards of every kind, and calls in guards that fail without an exception.
-module(guard_kinds).
-export([start/0]).

-record(rec, {a, b}).

start() ->
    Values = [0, -1, 7, 2.5, atom, true, "list", [], {}, {a, b}, {rec, 1, 2}, <<>>, <<1, 2>>, <<1:3>>, #{}, #{a => 1}, self(), make_ref(), fun start/0, fun(_, _) -> ok end, 1 bsl 70],
    [io:format("~w: ~w~n", [N, names(V)]) || {N, V} <- lists:zip(lists:seq(1, length(Values)), Values)],
    ok.

names(X) ->
    [Name || {Name, true} <- [{N, F(X)} || {N, F} <- tests()]].

tests() ->
    [{hd, fun(X) when hd(X) =:= $l -> true; (_) -> false end},
     {tl, fun(X) when tl(X) =/= [] -> true; (_) -> false end},
     {length, fun(X) when length(X) =:= 4 -> true; (_) -> false end},
     {element, fun(X) when element(2, X) =:= b -> true; (_) -> false end},
     {tuple_size, fun(X) when tuple_size(X) > 1 -> true; (_) -> false end},
     {byte_size, fun(X) when byte_size(X) > 0 -> true; (_) -> false end},
     {bit_size, fun(X) when bit_size(X) rem 8 =/= 0 -> true; (_) -> false end},
     {map_size, fun(X) when map_size(X) =:= 1 -> true; (_) -> false end},
     {map_get, fun(X) when map_get(a, X) =:= 1 -> true; (_) -> false end},
     {is_map_key, fun(X) when is_map_key(a, X) -> true; (_) -> false end},
     {not_map_key, fun(X) when not is_map_key(b, X) -> true; (_) -> false end},
     {abs, fun(X) when abs(X) =:= 1 -> true; (_) -> false end},
     {trunc, fun(X) when trunc(X) =:= 2 -> true; (_) -> false end},
     {round, fun(X) when round(X) =:= 3 -> true; (_) -> false end},
     {ceil_floor, fun(X) when ceil(X) =/= floor(X) -> true; (_) -> false end},
     {division, fun(X) when 14 / X =:= 2.0 -> true; (_) -> false end},
     {remainder, fun(X) when 7 rem X =:= 0 -> true; (_) -> false end},
     {band_test, fun(X) when X band 1 =:= 1 -> true; (_) -> false end},
     {shift, fun(X) when X bsr 60 > 0 -> true; (_) -> false end},
     {boolean, fun(X) when X -> true; (_) -> false end},
     {negated, fun(X) when not X; X =:= [] -> true; (_) -> false end},
     {either, fun(X) when is_atom(X) orelse X > 5, is_integer(X) -> true; (_) -> false end},
     {alternatives, fun(X) when hd(X) =:= z; is_list(X) -> true; (_) -> false end},
     {or_fails, fun(X) when (hd(X) =:= z) or is_list(X) -> true; (_) -> false end},
     {record, fun(X) when is_record(X, rec, 3) -> true; (_) -> false end},
     {record2, fun(X) when is_record(X, rec) -> true; (_) -> false end},
     {function2, fun(X) when is_function(X, 2) -> true; (_) -> false end},
     {function, fun(X) when is_function(X) -> true; (_) -> false end},
     {self, fun(X) when X =:= self() -> true; (_) -> false end},
     {node, fun(X) when node(X) =:= node() -> true; (_) -> false end},
     {size, fun(X) when size(X) =:= 2 -> true; (_) -> false end},
     {float, fun(X) when float(X) =:= 7.0 -> true; (_) -> false end},
     {part, fun(X) when binary_part(X, 0, 1) =:= <<1>> -> true; (_) -> false end},
     {minmax, fun(X) when {X} =:= {2.5} -> true; (_) -> false end},
     {xor_test, fun(X) when is_list(X) xor is_number(X) -> true; (_) -> false end}].

%% Native records: made, changed, matched, told apart, refused, ordered, kept.
-module(native_records).
-export([start/0, id/1, value/1]).

-record #point{x, y = 2, rest = {x, [1, 2]}}.
-record #hidden{h = 1, g = "str"}.
-record #empty{}.
-record #defaults{a = 123456789012345678901234567890, b = {1}, c = [], d = -5, e = 1.5, f = foo, g}.
-record(tuple, {a, b}).
-export_record([point, empty]).

start() ->
    [show(F) || F <- made() ++ changed() ++ fields() ++ foreign() ++ guards() ++ created() ++ asked()],
    io:format("~0p~n", [[value(R) || R <- [point(), #hidden{}, #empty{}, other([{z, 8}]), {point, 1}, foo]]]),
    io:format("~0p~n", [ordered()]),
    io:format("~0p~n", [kept()]),
    io:format("~0p~n", [refused_bytes()]),
    ok.

point() -> #point{x = id(1)}.
other(Fields) -> records:create(other, rec, Fields, #{is_exported => true}).
secret(Fields) -> records:create(other, rec, Fields, #{is_exported => false}).

made() ->
    [fun() -> #point{x = id(a)} end, fun() -> #hidden{} end, fun() -> #empty{} end,
     fun() -> #defaults{g = 1} end, fun() -> #no_such_module:rec{a = 1} end,
     fun() -> #native_records:point{x = 4, y = 5} end].

changed() ->
    P = id(point()), O = id(other([{q, 1}, {'Z z', 1.5}])), S = id(secret([{q, 1}])), A = id(a),
    [fun() -> P#point{y = 7, x = 0} end, fun() -> P#point{} end, fun() -> O#point{y = 1} end, fun() -> A#point{y = 1} end,
     fun() -> O#other:rec{q = 2} end, fun() -> O#other:rec{none = 2} end, fun() -> S#other:rec{q = 2} end,
     fun() -> O#_{q = 3} end, fun() -> O#_{none = 3} end, fun() -> S#_{q = 3} end, fun() -> A#_{q = 3} end,
     fun() -> (id(#hidden{}))#_{h = 3} end].

fields() ->
    P = id(point()), O = id(other([{q, 1}])), S = id(secret([{q, 1}])), A = id(a),
    [fun() -> P#point.y end, fun() -> O#point.y end, fun() -> A#point.y end, fun() -> P#_.x end,
     fun() -> O#_.q end, fun() -> S#_.q end, fun() -> A#_.q end, fun() -> O#_.none end,
     fun() -> O#other:rec.q end, fun() -> O#other:rec.none end, fun() -> S#other:rec.q end,
     fun() -> #point{x = Z, y = Z} = id(#point{x = 2}), Z end, fun() -> #point{x = Z, y = Z} = P, Z end].

foreign() ->
    O = id(other([{q, 1}])), S = id(secret([{q, 1}])), H = id(#hidden{}),
    [fun() -> case X of #other:rec{q = Q} -> Q; #other:rec{} -> closed; #_{h = Q} -> {own, Q}; _ -> none end end
     || X <- [O, S, H, point(), other([]), a]].

guards() ->
    All = [id(point()), id(#hidden{}), id(other([])), id({tuple, 1, 2}), id(#tuple{}), id(a)],
    Point = id(point), Module = id(?MODULE), Three = id(3), Tuple = id(tuple), Text = id("text"),
    [fun() -> [is_record(X) || X <- All] end, fun() -> [is_record(X, Point) || X <- All] end,
     fun() -> [is_record(X, point) || X <- All] end, fun() -> [is_record(X, Module, Point) || X <- All] end,
     fun() -> [is_record(X, Tuple, Three) || X <- All] end, fun() -> is_record(point(), Point, Text) end,
     fun() -> is_record(point(), Text, Point) end, fun() -> is_record(a, Text) end,
     fun() -> [is_tuple(hd(All)), is_map(hd(All)), is_list(hd(All)), is_atom(hd(All))] end,
     fun() -> [if X#point.y =:= 2 -> yes; X#_.h =:= 1 -> hidden; true -> no end || X <- All] end,
     fun() -> element(1, hd(All)) end].

created() ->
    Is = #{is_exported => true},
    [fun() -> records:create(m, n, F, O) end
     || {F, O} <- [{[], Is}, {[{b, 1}, {a, 2}], Is}, {[{a, 1}, {a, 2}], Is}, {[a], Is}, {[{1, 1}], Is}, {a, Is},
                   {[], #{}}, {[], foo}, {[], #{is_exported => foo}}, {[], #{more => true}}]]
        ++ [fun() -> records:create(1, n, [], Is) end, fun() -> records:create(m, "n", [], Is) end]
        ++ [fun() -> records:update(id(S), M, N, V) end
            || {S, M, N, V} <- [{point(), ?MODULE, point, #{x => 9, rest => []}}, {point(), ?MODULE, point, #{none => 1}},
                                {point(), ?MODULE, hidden, #{}}, {point(), other, point, #{}}, {a, m, n, #{}},
                                {point(), ?MODULE, point, []}, {secret([{q, 1}]), other, rec, #{q => 2}}]].

asked() ->
    P = id(point()), A = id(a),
    [fun() -> {records:get_module(P), records:get_name(P), records:is_exported(P), records:get_field_names(P)} end,
     fun() -> records:is_exported(id(#hidden{})) end, fun() -> records:get(y, P) end,
     fun() -> records:get(none, P) end, fun() -> records:get(y, A) end, fun() -> records:get_module(A) end,
     fun() -> records:get_name(A) end, fun() -> records:is_exported(A) end, fun() -> records:get_field_names(A) end,
     fun() -> records:get_definition(?MODULE, point) end, fun() -> records:get_definition(?MODULE, defaults) end,
     fun() -> records:get_definition(?MODULE, none) end, fun() -> records:get_definition(none, point) end].

value(#point{x = X, rest = Rest}) -> {X, Rest};
value(#hidden{h = H}) -> H;
value(#_{z = Z}) -> {z, Z};
value(R) when is_record(R) -> record;
value(_) -> none.

ordered() ->
    [lists:sort([#{}, {}, {1, 2, 3, 4}, point(), #hidden{}, #empty{}, other([]), [], <<>>, 1.5, "a", a]),
     [A < B || {A, B} <- [{secret([{z, 1}]), other([{a, 1}])}, {other([{b, 1}]), other([{a, 1}, {c, 1}])},
                          {other([{z, 1}]), other([{aaa, 1}])}, {other([{b, 1}, {a, 9}]), other([{b, 2}, {a, 1}])},
                          {records:create(a, z, [], #{is_exported => true}), records:create(b, a, [], #{is_exported => true})}]],
     [point() =:= #point{x = 1}, point() == #point{x = 1.0}, point() =:= #point{x = 1.0},
      other([{a, 1}, {b, 2}]) == other([{b, 2}, {a, 1}]), other([]) == secret([])],
     maps:get(point(), #{point() => found})].

kept() ->
    self() ! {sent, point()},
    Sent = receive {sent, R} -> R end,
    Bytes = [term_to_binary(R) || R <- [point(), #hidden{}, #empty{}]],
    {Sent =:= point(), Bytes, [binary_to_term(B) || B <- Bytes], erlang:phash2(Sent) =:= erlang:phash2(point())}.

refused_bytes() ->
    [try binary_to_term(<<131, 67, Count:32, Flag, Rest/binary>>) catch error:R -> R end
     || {Count, Flag, Rest} <- [{1, 1, <<"w", 1, "aw", 1, "bw", 1, "ca", 1>>}, {1, 2, <<"w", 1, "aw", 1, "bw", 1, "ca", 1>>},
                                {1, 1, <<"a", 1, "w", 1, "bw", 1, "ca", 1>>}, {1, 1, <<"w", 1, "aa", 1, "w", 1, "ca", 1>>},
                                {1, 1, <<"w", 1, "aw", 1, "ba", 1, "a", 1>>}, {1 bsl 31, 1, <<"w", 1, "aw", 1, "b">>},
                                {2, 1, <<"w", 1, "aw", 1, "bw", 1, "cw", 1, "ca", 1, "a", 1>>}]].

show(Fun) ->
    io:format("~0p~n", [try Fun() catch C:R:S -> {M, F, A, I} = hd(S), {C, R, M, plain(F), A, I =:= [] orelse element(1, hd(I))} end]).

plain(Name) ->
    case atom_to_list(Name) of
        "-" ++ _ -> 'fun';
        _ -> Name
    end.

id(X) -> X.

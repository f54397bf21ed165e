%% json: encoders of each kind of value; escapes, keys, and what has no text.
-module(json_encoded).
-export([start/0]).

start() ->
    [show(Term, fun() -> json:encode(Term) end)
     || Term <- [1, -5, 1 bsl 80, 1.0, -0.0, 1.5e300, 0.1, atom, null, true, false, 'a"b', 'é', [], [[]], "abc", [1, [null, <<"x">>], #{}], #{},
                 #{a => 1}, #{1 => 2}, #{1.5 => 2}, #{<<"k">> => [1, 2, #{}]}, #{'q"' => 1}, #{<<"é"/utf8>> => 1},
                 <<"a\"\\/\b\f\n\r\t", 1, 31, 127>>, <<"é€😀"/utf8>>, <<>>, <<255>>, <<"a", 16#e2, 16#82>>, <<16#e2, "x">>, <<16#ed, 16#a0, 16#80>>,
                 <<1:3>>, {a}, [1 | 2], #{"x" => 2}, #{{a} => 1}]],
    [show({How, Term}, fun() -> json:How(Term) end)
     || How <- [encode_binary, encode_binary_escape_all],
        Term <- [<<"a\"\\/\b\f\n\r\t", 1, 31, 127>>, <<"é€😀", 16#2028/utf8, 128/utf8>>, <<255>>, <<"a", 16#e2, 16#82>>, <<"x", 16#f0, 16#9f>>, <<16#e2, "(">>, x, <<1:1>>]],
    Encoder = fun json:encode_value/2,
    [show({How, Term}, fun() -> json:How(Term, Encoder) end)
     || {How, Term} <- [{encode_value, <<"v">>}, {encode_atom, a}, {encode_atom, null}, {encode_list, [1, a, [<<"x">>]]}, {encode_list, []}, {encode_list, x},
                        {encode_map, #{a => #{b => c}}}, {encode_map, #{}}, {encode_map_checked, #{a => 1}}, {encode_map_checked, #{a => 1, <<"a">> => 2}},
                        {encode_key_value_list, [{a, 1}, {a, 2}, {<<"b">>, x}, {5, 1}, {1.5, 2}]}, {encode_key_value_list, []},
                        {encode_key_value_list_checked, [{a, 1}, {b, 2}]}, {encode_key_value_list_checked, [{a, 1}, {<<"a">>, 2}]},
                        {encode_key_value_list_checked, [{5, 1}, {<<"5">>, 2}]}, {encode_map, []}]],
    [show({How, Term}, fun() -> json:How(Term) end) || {How, Term} <- [{encode_integer, 5}, {encode_integer, x}, {encode_float, 0.1}, {encode_float, 1}]],
    own(fun([{_, _} | _] = List, E) -> json:encode_key_value_list(List, E);
           ({tuple, T}, E) -> E(tuple_to_list(T), E);
           ({raw, Text}, _) -> Text;
           (undefined, _) -> <<"null">>;
           (Binary, _) when is_binary(Binary) -> json:encode_binary_escape_all(Binary);
           (Other, E) -> json:encode_value(Other, E)
        end),
    ok.

own(Encoder) ->
    [show(Term, fun() -> json:encode(Term, Encoder) end)
     || Term <- [[{a, 1}, {b, [{c, undefined}]}], {tuple, {1, <<"é"/utf8>>, {tuple, {}}}}, #{x => {raw, "[raw]"}, <<"é"/utf8>> => 'é'} , {other}]].

%% Maps of several keys have no order of their own; those above have one, or two that are seen as one text.
show(#{x := _}, Fun) -> io:format("~w~n", [lists:sort(binary_to_list(iolist_to_binary(Fun())))]);
show(Term, Fun) -> io:format("~w~n    ~w~n", [Term, try iolist_to_binary(Fun()) catch error:Reason -> {error, plain(Reason)} end]).

plain(Reason) -> Reason.

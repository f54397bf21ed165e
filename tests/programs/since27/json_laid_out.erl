%% json:format/1,2,3: lines, indentation, and encoders that say how.
-module(json_laid_out).
-export([start/0]).

start() ->
    Long = fun(N, C) -> binary:copy(<<C>>, N) end,
    [put_text(json:format(Term)) || Term <- [
        1, null, <<"text">>, [], #{}, [1, 2, 3], [<<"s">>, []], [x, #{}], [[1, [2, [3]]], [a, b]], [#{a => 1}, 2], [[#{a => 1}]], [1, #{a => 1, b => 2}, [x], y],
        #{a => 1}, #{a => <<"s">>}, #{a => []}, #{a => #{}}, #{a => 1, b => [1, #{c => []}], cc => [x, #{}]}, #{b => #{c => #{d => [1]}}},
        #{2 => a, 1.0 => b, a => c, <<"0">> => d, 3.0 => e}, lists:seq(1, 60), lists:seq(100000, 100020), [lists:seq(1, 120)],
        #{<<"long">> => #{<<"x">> => lists:seq(1, 40)}}, [1, [x], y, lists:duplicate(80, 1), 5], [1, Long(94, $a), 2], [1, Long(97, $a), 2],
        #{Long(100, $k) => [1, 2, lists:seq(1, 5)], b => #{c => 1}}, [1, lists:duplicate(60, <<"é"/utf8>>)]]],
    Term = [1, #{a => [1, #{b => c}]}, lists:seq(1, 20)],
    [begin io:format("~0p~n", [maps:to_list(Options)]), put_text(json:format(Term, Options)) end
     || Options <- [#{indent => 4}, #{max => 10}, #{indent => 0}, #{max => 5, indent => 1}, #{max => 30, indent => 3}]],
    encoders(),
    ok.

encoders() ->
    Pairs = fun([{_, _} | _] = List, E, S) -> json:format_key_value_list(List, E, S); (Other, E, S) -> json:format_value(Other, E, S) end,
    Checked = fun([{_, _} | _] = List, E, S) -> json:format_key_value_list_checked(List, E, S); (Other, E, S) -> json:format_value(Other, E, S) end,
    Tuples = fun(T, E, S) when is_tuple(T) -> json:format_value(tuple_to_list(T), E, S); (Other, E, S) -> json:format_value(Other, E, S) end,
    [put_text(json:format(Term, Encoder, #{indent => 3}))
     || Encoder <- [Pairs, Checked], Term <- [[1, [{a, b}], [{q, r}, {s, [t]}]], [{a, [{b, c}]}], [{b, 1}, {a, []}], [x, [{a, b}]]]],
    [put_text(json:format(Term, Tuples)) || Term <- [[1, {a, b}, #{q => {x, y}}], {}, {<<"a">>, {1}}, #{q => {}}]],
    put_text(json:format(#{a => <<"b">>}, fun(B, _, _) when is_binary(B) -> json:encode_binary(<<B/binary, "!">>); (O, E, S) -> json:format_value(O, E, S) end)),
    put_text(json:format(x, fun(_, _, #{level := L, col := C, indent := I, max := M}) -> io_lib:format("~0p", [{L, C, I, M}]) end)),
    put_text(json:format_value([<<"a">>, 1], fun json:format_value/3, #{level => 2, col => 4, indent => 2, max => 100})),
    io:format("~n~0p~n", [[try json:format(T, Checked) catch error:R -> R end || T <- [[{a, 1}, {<<"a">>, 2}], {x}, <<255>>]]]).

put_text(Text) -> io:put_chars(unicode:characters_to_list(iolist_to_binary(Text), latin1)).

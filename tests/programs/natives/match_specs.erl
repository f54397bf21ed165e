%% Match specifications: what matches, what a body makes, what goes wrong.
-module(match_specs).
-export([start/0]).

start() ->
    [show(Term, Specification, table) || {Term, Specification} <- heads() ++ conditions() ++ bodies() ++ broken()],
    [show(Arguments, Specification, trace) || {Arguments, Specification} <- calls()],
    erlang:display(try erlang:match_spec_test({a}, [{'_', [], [1]}], other) catch error:Other -> Other end),
    erlang:display(try erlang:match_spec_test(a, [{'_', [], [1]}], trace) catch error:NoList -> NoList end),
    ok.

%% Of an error its words are not shown.
show(Term, Specification, Dialect) ->
    erlang:display(case erlang:match_spec_test(Term, Specification, Dialect) of
        {error, Problems} -> [element(1, Problem) || Problem <- Problems];
        {ok, Result, Flags, []} -> {Result, Flags}
    end).

heads() ->
    [{{a, 1}, [{{'$1', '$2'}, [], ['$_']}]}, {{a, 1}, [{{'$1', '$2'}, [], ['$$']}]},
     {{a, 1}, [{{'$3', '$1'}, [], ['$$']}]}, {{a, 1}, [{{'$1', '$1'}, [], ['$$']}]},
     {{1, 1.0}, [{{'$1', '$1'}, [], ['$$']}]}, {{1, 1}, [{{'$1', '$1'}, [], ['$$']}]},
     {{a}, [{'$1', [], ['$1']}]}, {{a, b}, [{{'_', '_'}, [], ['$$']}]},
     {#{a => 1, b => 2}, [{#{a => '$1'}, [], ['$1']}]}, {#{a => 1}, [{#{c => '$1'}, [], ['$1']}]},
     {{#{a => 1, b => 2}}, [{{#{a => 1}}, [], [x]}]}, {{#{a => 1}}, [{{#{}}, [], [x]}]}, {{b}, [{{#{}}, [], [x]}]},
     {{#{1 => 1}}, [{{#{1.0 => '$1'}}, [], ['$1']}]}, {#{a => 1}, [{#{'$1' => '$1'}, [], ['$1']}]},
     {#{a => 1}, [{#{'_' => '$1'}, [], ['$1']}]},
     {[1, 2, 3], [{['$1' | '$2'], [], ['$2']}]}, {[1 | 2], [{['$1' | '$2'], [], ['$2']}]},
     {{1}, [{{1.0}, [], [x]}]}, {{<<1>>}, [{{<<1>>}, [], [x]}]}, {{1 bsl 70}, [{{1 bsl 70}, [], ['$_']}]},
     {{a}, [{{'$01'}, [], ['$1']}]}, {{a}, [{{'$0'}, [], ['$0']}]}, {{a}, [{{'$a'}, [], [1]}]},
     {{'$a'}, [{{'$a'}, [], [1]}]}, {{'$_'}, [{{'$_'}, [], [x]}]}, {{a}, [{{'$_'}, [], [x]}]},
     {a, [{a, [], [1]}]}, {1, [{'$1', [], ['$1']}]}, {{a}, [{a, [], [1]}]},
     {{a, {b, [c, {d}]}}, [{{'$1', {'$2', ['$3', {'$4'}]}}, [], ['$$']}]},
     {{a}, [{{'$2', '$1'}, [], ['$1']}, {{'$1'}, [], ['$1']}]}].

conditions() ->
    [{{a}, [{{'$1'}, [Condition], [1]}, {'_', [], [2]}]} ||
        Condition <- [false, true, 1, '$1', {const, true}, {{true}}, [true], #{}, {hd, '$1'},
                      {'or', {is_atom, '$1'}, {hd, '$1'}}, {'orelse', {is_atom, '$1'}, {hd, '$1'}},
                      {'or', {hd, '$1'}, {is_atom, '$1'}}, {'and', {is_atom, '$1'}, a},
                      {'andalso', {is_atom, '$1'}, a}, {'andalso', x, true}, {'not', {is_list, '$1'}},
                      {'xor', true, {'not', true}}, {'=:=', '$1', {const, a}}, {'=<', 1, 1.0}, {'=:=', 1, 1.0},
                      {'/=', 1, 2}, {is_record, '$_', a, 1}, {'>', {'+', 1, 2}, 2}]].

bodies() ->
    [{{a, "abc", 5}, [{{'$1', '$2', '$3'}, [], [Expression]}]} ||
        Expression <- [{hd, '$1'}, {hd, '$2'}, {'+', {hd, '$1'}, 1}, {{{hd, '$1'}, 1}}, [{hd, '$1'} | 1],
                       {is_atom, {hd, '$1'}}, {'andalso', '$1'}, {'orelse', '$1'}, {'or', '$1'}, {'and', '$1'},
                       {'or', false, true}, {'or', false, false, false}, {'and', true, true, true},
                       {'orelse', false, '$1'}, {'orelse', '$1', true}, {'and', true, '$1'}, {'and', false, '$1'},
                       {'or', '$1', true}, {'andalso', true, {hd, '$1'}}, {'andalso', false, {hd, '$1'}},
                       {'andalso', true, true, {is_atom, '$1'}}, {const, '$1'}, {const, {hd, '$1'}}, [a | '$1'],
                       #{'$1' => '$3'}, #{b => {{'$1'}}}, {{}}, {{'$1', {{a, {{b}}}}}}, <<"x">>, 1.5, "abc", '_',
                       {element, 3, '$_'}, {element, 9, '$_'}, {'div', 1, 0}, {'bsl', 1, '$3'}, {'/', '$3', 2},
                       {round, 1.5}, {'-', '$3'}, {float, 1}, {length, '$2'}, {tl, '$2'}, {size, {{'$1'}}},
                       {map_get, a, #{a => '$3'}}, {map_get, x, #{}}, {is_map_key, a, #{a => 1}},
                       {map_size, #{1 => 2}}, {binary_part, <<"abc">>, 1, 1}, {byte_size, <<"abc">>},
                       {bit_size, <<1:3>>}, {node}, {node, {self}}, {'=:=', {self}, {self}}, {'not', '$1'},
                       {is_record, {{r, 1}}, r, 2}, {is_record, '$1', '$1', 2}, {is_function, fun lists:map/2}]].

broken() ->
    [{{a}, Specification} ||
        Specification <- [[], x, [x], [{a, b, c}], [{'_', [], [1]} | x], [{'_', []}], [{'_', [], []}],
                          [{'_', [], ['$1']}], [{'_', [], [{foo, 1}]}], [{'_', [], [{hd}]}], [{'_', [{foo, 1}], [1]}],
                          [{'_', true, [1]}], [{'_', [], 1}], [{'_', [], [1 | 2]}], [{'_', [true | true], [1]}],
                          [{'_', [], [{}]}], [{'_', [], [{a, b}]}], [{'_', [], [{1, 2}]}], [{'_', [], [{{a, b}, c}]}],
                          [{'_', [], [[{a, b}]]}], [{'_', [], [#{a => {b, c}}]}], [{'_', [], [{'and'}]}],
                          [{'_', [], [{'xor', true, false, true}]}], [{'_', [], [{const, 1, 2}]}],
                          [{'_', [], [{message, 1}]}], [{'_', [], [{get_tcw}]}],
                          [{'_', [], [{is_record, {{r, 1}}, r}]}],
                          [{{'$1'}, [], ['$1']}, {{'$2'}, [], ['$1']}]]].

calls() ->
    [{[a, b], [{'_', [], []}]}, {[a, b], [{['$1', '$2'], [], []}]}, {[a, b], [{['$1'], [], []}]},
     {[a, b], [{'$1', [], []}]}, {[a, b], [{'$1', [], [{message, '$1'}]}]}, {[], [{[], [], []}]},
     {[a], [{['$1'], [], [{message, {{'$1', x}}}]}]}, {[a], [{['$1'], [], [{message, false}]}]},
     {[a], [{['$1'], [], [{message, true}]}]}, {[a], [{['$1'], [], [{return_trace}]}]},
     {[a], [{['$1'], [], [{exception_trace}]}]}, {[a], [{['$1'], [], [{message, false}, {return_trace}]}]},
     {[a], [{['$1'], [], [false]}]}, {[a], [{['$1'], [], [{hd, '$1'}]}]},
     {[a], [{['$1'], [], [{message, {hd, '$1'}}]}]}, {[a], [{['$1'], [], [{message, '$_'}]}]},
     {[a], [{['$1'], [], [{message, a}, {message, b}]}]}, {[a], [{['$1'], [{message, a}], []}]},
     {[a], [{['$1'], [{is_seq_trace}], []}]}].

%% binary: parts, copies, replacing, hex, joining, and what is out of range.
-module(binary_module_parts).
-export([start/0]).

start() ->
    B = <<"hello world">>,
    show([binary:part(B, 6, 5), binary:part(B, {11, -5}), binary:part(B, 0, 0), binary:first(B), binary:last(B), binary:at(B, 4)]),
    show([binary:copy(<<"ab">>, 3), binary:copy(B) =:= B, binary:copy(<<>>, 5), binary:copy(B, 0)]),
    show([binary:replace(B, <<"o">>, <<"0">>), binary:replace(B, <<"o">>, <<"0">>, [global]), binary:replace(B, [<<"l">>, <<"w">>], <<>>, [global]),
          binary:replace(B, <<"o">>, <<"[]">>, [global, {insert_replaced, 1}]), binary:replace(B, <<"l">>, <<"L">>, [{scope, {4, 7}}])]),
    show([binary:split(B, <<" ">>), binary:split(<<"a,b,,c,">>, <<",">>, [global]), binary:split(<<"a,b,,c,">>, <<",">>, [global, trim]),
          binary:split(<<",a,b,,c,">>, <<",">>, [global, trim_all]), binary:split(B, [<<"o">>, <<"l">>], [global])]),
    show([binary:match(B, <<"o">>), binary:match(B, <<"zz">>), binary:matches(B, [<<"l">>, <<"lo">>]), binary:match(B, <<"o">>, [{scope, {5, 6}}])]),
    show([binary:encode_hex(<<1, 171, 255>>), binary:decode_hex(<<"01abFF">>), binary:encode_hex(<<>>)]),
    show([binary:bin_to_list(B, 0, 3), binary:bin_to_list(B, {5, -2}), binary:list_to_bin([1, <<2>>, [3]])]),
    show([binary:decode_unsigned(<<1, 0>>), binary:decode_unsigned(<<1, 0>>, little), binary:encode_unsigned(258), binary:encode_unsigned(258, little), binary:encode_unsigned(0)]),
    show([binary:longest_common_prefix([<<"abcd">>, <<"abxx">>]), binary:longest_common_suffix([<<"xbc">>, <<"abc">>]), binary:longest_common_prefix([<<>>, B])]),
    [show({F, try apply(binary, F, A) catch C:R -> {C, R} end})
     || {F, A} <- [{part, [B, 6, 6]}, {part, [B, -1, 1]}, {first, [<<>>]}, {last, [<<>>]}, {at, [B, 11]}, {copy, [B, -1]}, {copy, [x, 1]},
                   {split, [B, <<>>]}, {split, [B, []]}, {match, [B, <<>>]}, {replace, [B, <<"o">>, x]}, {decode_hex, [<<"0">>]}, {decode_hex, [<<"zz">>]},
                   {encode_unsigned, [-1]}, {decode_unsigned, [x]}, {longest_common_prefix, [[]]}, {match, [B, <<"a">>, [{scope, {9, 9}}]]}, {encode_hex, [a]},
                   {first, [<<1:1>>]}, {split, [B, <<"o">>, [bad]]}]],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

%% binary: match, matches, split and replace with compiled patterns, scopes.
-module(pattern_searches).
-export([start/0]).

start() ->
    B = <<"abracadabra abracadabra">>,
    Cp = binary:compile_pattern(<<"abra">>),
    Many = binary:compile_pattern([<<"abra">>, <<"cad">>, <<"a">>, <<" ">>]),
    show([binary:match(B, Cp), binary:matches(B, Cp), binary:match(B, Many), binary:matches(B, Many)]),
    show([binary:match(B, Cp, [{scope, {S, L}}]) || {S, L} <- [{1, 22}, {0, 3}, {0, 4}, {23, -11}, {11, -11}, {8, 4}]]),
    show([binary:matches(B, [<<"abra">>, <<"bra">>]), binary:matches(B, [<<"ab">>, <<"abra">>]), binary:matches(<<"aaaa">>, <<"aa">>)]),
    show([binary:split(B, Cp), binary:split(B, Cp, [global]), binary:split(B, Cp, [global, trim]), binary:split(B, Cp, [global, trim_all]), binary:split(B, <<"zz">>)]),
    show([binary:split(B, <<" ">>, [{scope, {0, 5}}]), binary:split(B, [<<"c">>, <<"d">>], [global, {scope, {5, 10}}])]),
    show([binary:replace(B, <<"a">>, <<"-">>), binary:replace(B, <<"a">>, <<>>, [global]), binary:replace(B, [<<"b">>, <<"r">>], <<"[]">>, [global, {insert_replaced, 1}]), binary:replace(B, <<"a">>, <<"<>">>, [global, {insert_replaced, [0, 1, 2]}])]),
    show([binary:longest_common_prefix([B, <<"abrupt">>, <<"abra">>]), binary:longest_common_suffix([B, <<"bra">>, <<"zebra">>]), binary:longest_common_prefix([<<>>]), binary:longest_common_prefix([B])]),
    Long = binary:copy(<<"0123456789">>, 500),
    show([length(binary:matches(Long, <<"90">>)), binary:match(Long, <<"9x">>), length(binary:split(Long, <<"5">>, [global])), byte_size(binary:replace(Long, <<"0">>, <<"zero">>, [global]))]),
    show([try binary:match(B, P) catch error:R -> R end || P <- [[], <<>>, [<<>>], x, [x]]]),
    show([try binary:match(B, <<"a">>, O) catch error:R -> R end || O <- [[{scope, {20, 10}}], [{scope, {-1, 1}}], [x], x]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

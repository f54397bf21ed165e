%% Module binary: match, matches, split, replace
-module(searching).
-export([start/0]).

start() ->
    B = <<"one two three two one">>,
    show([binary:match(B, P) || P <- [<<"two">>, <<"e">>, <<"none">>, [<<"three">>, <<"two">>], [<<"on">>, <<"one">>]]]),
    show([binary:matches(B, P) || P <- [<<"two">>, <<"e">>, <<"none">>, [<<"o">>, <<"one">>]]]),
    show([binary:split(B, P) || P <- [<<" ">>, <<"two">>, [<<"three">>, <<"two">>]]]),
    show([binary:split(B, <<" ">>, O) || O <- [[global], [trim], [global, trim_all], [{scope, {4, 9}}, global]]]),
    show(binary:split(<<",a,,b,">>, <<",">>, [global])),
    show(binary:split(<<",a,,b,">>, <<",">>, [global, trim])),
    show(binary:split(<<",a,,b,">>, <<",">>, [global, trim_all])),
    show(binary:replace(B, <<"two">>, <<"2">>)),
    show(binary:replace(B, <<"two">>, <<"2">>, [global])),
    show(binary:replace(<<"abc">>, <<"b">>, <<"[]">>, [{insert_replaced, 1}])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

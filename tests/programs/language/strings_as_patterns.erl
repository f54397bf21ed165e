%% Strings and prefixes in patterns of functions, cases, binaries and maps.
-module(strings_as_patterns).
-export([start/0]).

start() ->
    show([command(C) || C <- ["get key", "set key=value", "del ", "quit", "", "GET x", "getkey"]]),
    show([header(B) || B <- [<<"Content-Length: 5\r\n">>, <<"Host: a\r\n">>, <<"\r\n">>, <<"junk">>]]),
    show([version(B) || B <- [<<"v1.2.3">>, <<"v10.0.1-rc1">>, <<"1.2">>, <<"vx.y">>]]),
    show([csv(B) || B <- [<<"a,b,c">>, <<"a,\"b,c\",d">>, <<>>, <<",">>, <<"\"q\"\"q\"">>]]),
    show([case S of "a" ++ [C | "c"] -> {middle, C}; "a" ++ _ -> a; [$b | Rest] -> {b, Rest}; [] -> empty; _ -> other end || S <- ["abc", "axc", "abd", "bcd", "", "c"]]),
    #{"key" := V, <<"bin">> := W} = #{"key" => 1, <<"bin">> => 2},
    show({V, W}),
    ok.

command("get " ++ Key) -> {get, Key};
command("set " ++ Rest) -> {Key, [$= | Value]} = lists:splitwith(fun(C) -> C =/= $= end, Rest), {set, Key, Value};
command("del " ++ [_ | _] = All) -> {del, All};
command("del ") -> del_what;
command("quit") -> quit;
command("") -> nothing;
command(Other) -> {unknown, Other}.

header(<<"\r\n">>) -> last;
header(<<"Content-Length: ", Rest/binary>>) -> {length, binary_to_integer(binary:part(Rest, 0, byte_size(Rest) - 2))};
header(Line) -> case binary:split(Line, <<": ">>) of [Name, Value] -> {Name, string:trim(Value)}; _ -> bad end.

version(<<"v", Rest/binary>>) ->
    case [string:to_integer(P) || P <- binary:split(Rest, <<".">>, [global])] of
        [{A, <<>>}, {B, <<>>}, {C, Tail}] when is_integer(A), is_integer(B), is_integer(C) -> {A, B, C, Tail};
        Other -> {bad, Other}
    end;
version(_) -> no_v.

csv(B) -> csv(B, <<>>, []).

csv(<<"\"", Rest/binary>>, <<>>, Fields) -> quoted(Rest, <<>>, Fields);
csv(<<",", Rest/binary>>, Field, Fields) -> csv(Rest, <<>>, [Field | Fields]);
csv(<<C, Rest/binary>>, Field, Fields) -> csv(Rest, <<Field/binary, C>>, Fields);
csv(<<>>, Field, Fields) -> lists:reverse([Field | Fields]).

quoted(<<"\"\"", Rest/binary>>, Field, Fields) -> quoted(Rest, <<Field/binary, "\"">>, Fields);
quoted(<<"\"", Rest/binary>>, Field, Fields) -> csv(Rest, Field, Fields);
quoted(<<C, Rest/binary>>, Field, Fields) -> quoted(Rest, <<Field/binary, C>>, Fields).

show(Term) -> io:format("~0p~n", [Term]).

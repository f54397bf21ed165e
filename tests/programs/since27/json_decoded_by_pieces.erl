%% json: decoders that take a text piece by piece, and callbacks of every kind.
-module(json_decoded_by_pieces).
-export([start/0]).

start() ->
    [show({Text, catch_reason(fun() -> json:decode(Text, around, Callbacks) end)}) || {Text, Callbacks} <- callbacks()],
    Whole = <<"[1,2.5,-3e2,\"s\\u00e9\\ud83d\\ude00", 16#e2, 16#82, 16#ac, "\",null,true,false,{\"k\":[{}],\"l\":[]}]">>,
    Value = json:decode(Whole),
    show(Value),
    show([in_pieces(Whole, Size) =:= {Value, around, <<>>} || Size <- lists:seq(1, byte_size(Whole))]),
    [show({Pieces, run(Pieces)}) || Pieces <- [
        [<<"1">>, <<"2">>], [<<"12 ">>, <<"3">>], [<<"tr">>, <<"ue">>], [<<>>], [<<" ">>, <<"1">>], [<<"-">>], [<<"1e">>, <<"5">>], [<<"1.5">>],
        [<<"nul">>], [<<"\"a">>, <<"b\"c">>], [<<"{\"a\"">>, <<":1} rest">>], [<<"[">>, <<"}">>], [<<"1">>, <<" ">>], [<<"[1">>, <<"2">>, <<"]">>],
        [<<"\"x\\">>, <<"q\"">>], [<<"[1.">>, <<"x">>], [<<"\"">>, <<255>>], [<<"{">>, <<"\"a">>, <<"b\" ">>, <<" : ">>, <<"[ ">>, <<" ] ">>, <<" } ">>]]],
    show([catch_reason(fun() -> json:decode(not_a_text) end), catch_reason(fun() -> json:decode("1") end)]),
    ok.

callbacks() ->
    All = #{array_start => fun(A) -> {as, A} end, array_push => fun(V, A) -> {ap, V, A} end,
            array_finish => fun(A, O) -> {{af, A}, {kept, O}} end, object_start => fun(A) -> {os, A} end,
            object_push => fun(K, V, A) -> {op, K, V, A} end, object_finish => fun(A, O) -> {{oe, A}, {kept, O}} end,
            float => fun(B) -> {float, B} end, integer => fun(B) -> {integer, B} end, string => fun(B) -> {string, B} end, null => nil},
    [{<<"[1,2.5,\"s\",null,true,{\"a\":[]}] rest">>, All}, {<<"{\"a\":{\"b\":1e3}}">>, All}, {<<"5 6">>, All}, {<<"1E3">>, All},
     {<<"\"x\"  ">>, All}, {<<"null">>, All}, {<<"[1,null] ">>, #{}}, {<<"[null]x">>, #{null => undefined}},
     {<<"{\"b\":1,\"a\":2}  x">>, #{object_finish => fun(A, O) -> {A, O} end}},
     {<<"{\"b\":1,\"a\":2}">>, #{object_push => fun(K, V, A) -> [{binary_to_list(K), V} | A] end}},
     {<<"[3,1,2]">>, #{array_finish => fun(A, O) -> {lists:sort(A), O} end}},
     {<<"[3,1,2]">>, #{array_start => fun(_) -> 0 end, array_push => fun(V, A) -> V + A end, array_finish => fun(A, O) -> {A, O} end}},
     {<<"[1.25]">>, #{float => fun(B) -> binary_to_list(B) end}}, {<<"{\"a\":\"b\"}">>, #{string => fun binary_to_list/1}},
     {<<"nul">>, #{}}, {<<"[1">>, #{}}, {<<"1">>, no_map}].

in_pieces(Text, Size) ->
    run(cut(Text, Size)).

cut(Text, Size) when byte_size(Text) > Size ->
    <<Piece:Size/binary, Rest/binary>> = Text,
    [Piece | cut(Rest, Size)];
cut(Text, _) -> [Text].

run([First | Pieces]) -> catch_reason(fun() -> more(Pieces, json:decode_start(First, around, #{})) end).

more([Piece | Pieces], {continue, State}) -> more(Pieces, json:decode_continue(Piece, State));
more([], {continue, State}) -> json:decode_continue(end_of_input, State);
more([], Result) -> Result;
more(Unused, Result) -> {Result, unused, Unused}.

catch_reason(Fun) -> try Fun() catch error:Reason -> {error, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

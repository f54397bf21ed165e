%% What a conversion of characters could not do, and how it is given back.
-module(unicode_rests).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, data() ++ lists()),
    ok.

show(Data) ->
    io:format("~w~n", [Data]),
    [io:format("  ~w~n", [converted(Data, F)]) || F <- ways()].

converted(Data, F) ->
    try F(Data) catch error:Reason -> Reason end.

ways() ->
    [fun unicode:characters_to_list/1, fun unicode:characters_to_binary/1,
     fun(Data) -> unicode:characters_to_list(Data, latin1) end,
     fun(Data) -> unicode:characters_to_binary(Data, latin1) end,
     fun(Data) -> unicode:characters_to_binary(Data, unicode, unicode) end,
     fun(Data) -> unicode:characters_to_binary(Data, latin1, utf8) end,
     fun(Data) -> unicode:characters_to_binary(Data, unicode, {utf16, little}) end].

%% Binaries that end in a character, or break off in one.
data() ->
    [<<"de", 243, "f">>, <<0, 192>>, <<"e", 195>>, [<<192>>], [[[<<243>>]]], [<<244, 144, 128, 128>>],
     [<<237, 160, 128>>], [<<237, 160>>], [<<237, 160>>, $a], [<<240, 128>>], [<<192, 128>>], [<<248>>],
     [<<192>>, <<128>>], [<<237>>, <<160, 128>>], [<<"de", 243>>], [[], [], <<243>>, []], ["e", <<195>>],
     [[<<195>>], [], <<>>], [<<195>>, [<<164>>]], [<<>> | <<255>>], [<<255>> | <<>>], [[<<255>> | <<>>]]].

%% What follows them.
lists() ->
    [[<<"de", 243, "f">>], [[], <<"de", 243, "f">>], [<<"de", 243, "f">>, "x"], [<<"de", 243, "f">> | <<"x">>],
     ["a", [<<"de", 243, "f">>], "x"], [<<243, 102>>, [[]], "y"], [<<243, 102>>, [], [<<"q">>], "y"],
     [<<243, 102>>, <<>>, $y], [<<243, 102>>, [$y | <<"z">>], "e"], [<<"e", 195>>, <<"x">>],
     [<<"e", 195>>, $x], [<<195>> | <<"x">>], [$a, <<"b", 243, "c">>, $d | <<"e">>], [[$a | <<243>>]],
     [[$a | <<243>>], $b], [[[], $a], <<255>>, [$x]], [-1, <<1>>], [-1], [$a, -1, $b], [$a, [-1, $b], $c],
     [$a, [$b, -1], $c], [$a, -1 | <<"x">>], [[$a, [[-1]]]], [<<"ab">>, 16#d800, $c], [<<"ab">>, [16#d800], $c],
     [<<"ab">>, [[16#d800 | <<"q">>], $z], $c], [16#110000], [1 bsl 70], [-1, 1.0], [300, a], [1.0]].

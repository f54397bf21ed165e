%% Binary generators: sizes, types, filters, mixed with lists,.
-module(binary_generators).
-export([start/0]).

start() ->
    B = <<1, 2, 3, 4, 5, 6, 7>>,
    show([X || <<X>> <= B]),
    show([X || <<X:16>> <= B]),
    show([X || <<X:4>> <= <<16#12, 16#AB>>]),
    show([{X, Y} || <<X:3, Y:5>> <= <<255, 1, 128>>]),
    show([X || <<X/signed>> <= <<255, 127, 128>>]),
    show([X || <<X:16/little>> <= <<1, 0, 0, 1>>]),
    show([X || <<X/float>> <= <<1.5/float, 2.5/float>>]),
    show([X || <<X:32/float>> <= <<1.5:32/float, -0.5:32/float>>]),
    show([X || <<X/utf8>> <= <<"aé€😀"/utf8>>]),
    show([X || <<X/utf16>> <= <<"aé😀"/utf16>>]),
    show([B1 || <<B1:2/binary>> <= B]),
    show([B1 || <<B1:3/bits>> <= <<16#F0, 16#0F>>]),
    show([X || <<1:1, X:7>> <= <<129, 2, 255, 3>>]),
    show([P || <<L, P:L/binary>> <= <<2, "ab", 0, 3, "cde", 9, "short">>]),
    show([{X, Y} || <<X>> <= <<1, 2>>, Y <- [a, b]]),
    show([{X, Y} || X <- [1, 2, 3], <<Y:X>> <= <<2#10110100>>]),
    show([X || <<X>> <= B, X rem 2 =:= 0, X > 2]),
    show(<< <<(X * 2)>> || <<X>> <= B >>),
    show(<< <<X:4>> || X <- [1, 2, 3] >>),
    show(<< <<X/utf8>> || X <- "aé😀" >>),
    show(<< <<Y, X>> || <<X, Y>> <= B >>),
    show(<< X || X <- [<<1:1>>, <<0:1>>, <<1:1>>] >>),
    show(<< <<X:N>> || X <- [1, 2], N <- [3, 5] >>),
    show([try [X || <<X>> <= G] catch C:R -> {C, R} end || G <- [<<>>, <<1:3>>, <<1, 2:3>>, not_binary, [1], 5]]),
    show(try << <<X>> || X <- id([1, a]) >> catch _:R1 -> R1 end),
    show(try << X || X <- id([<<1>>, 2]) >> catch _:R2 -> R2 end),
    ok.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).

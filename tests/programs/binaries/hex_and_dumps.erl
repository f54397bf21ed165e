%% Hex dumps of bytes with offsets and letters, read back, and differences shown.
-module(hex_and_dumps).
-export([start/0]).

start() ->
    B = <<"The quick brown fox\n", 0, 255, 128, "jumps over", 7>>,
    [io:format("~s~n", [L]) || L <- dump(B)],
    show(undump(dump(B)) =:= B),
    show(differences(<<"abcdef">>, <<"abXdeY">>)),
    show([hex(<<1, 171, 255>>), unhex("01abff"), unhex("01ABFF")]),
    show([try unhex(T) catch error:R -> R end || T <- ["0", "zz", ""]]),
    show([list_to_integer(hex(<<N:32>>), 16) =:= N || N <- [0, 1, 16#DEADBEEF]]),
    show(swap(<<1, 2, 3, 4, 5, 6, 7, 8>>)),
    ok.

dump(B) -> dump(B, 0).

dump(<<>>, _) -> [];
dump(B, O) ->
    N = min(8, byte_size(B)),
    <<Row:N/binary, Rest/binary>> = B,
    [lists:flatten(io_lib:format("~4.16.0b  ~-24s ~s", [O, [io_lib:format("~2.16.0b ", [X]) || <<X>> <= Row], [if X >= 32, X < 127 -> X; true -> $. end || <<X>> <= Row]])) | dump(Rest, O + N)].

undump(Lines) -> << <<(list_to_integer(H, 16))>> || L <- Lines, H <- string:lexemes(lists:sublist(L, 7, 24), " ") >>.

differences(A, B) -> [{I, X, Y} || {I, {X, Y}} <- lists:zip(lists:seq(0, byte_size(A) - 1), lists:zip(binary_to_list(A), binary_to_list(B))), X =/= Y].

hex(B) -> lists:flatten([io_lib:format("~2.16.0b", [X]) || <<X>> <= B]).

unhex([]) -> <<>>;
unhex([A, B | T]) -> <<(list_to_integer([A, B], 16)), (unhex(T))/binary>>;
unhex([_]) -> error(odd).

swap(B) -> << <<X:32/little>> || <<X:32/big>> <= B >>.

show(Term) -> io:format("~0p~n", [Term]).

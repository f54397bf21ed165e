%% Texts built as nested io lists, measured, flattened, written and compared.
-module(io_lists_built).
-export([start/0]).

start() ->
    L = ["a", [<<"b">>, $c, ["d" | <<"e">>]], [], <<>>, [[[[$f]]]]],
    show([iolist_size(L), iolist_to_binary(L), lists:flatten(io_lib:format("~s", [L]))]),
    io:put_chars([L, $\n]),
    io:format("~s|~10s|~-10s|~n", [L, L, L]),
    Table = [["<tr>", [["<td>", integer_to_binary(X * Y), "</td>"] || X <- [1, 2]], "</tr>"] || Y <- [1, 2]],
    show(iolist_to_binary(Table)),
    show(iolist_size(Table)),
    Grown = lists:foldl(fun(N, Acc) -> [Acc, integer_to_list(N)] end, [], lists:seq(1, 50)),
    show(byte_size(iolist_to_binary(Grown))),
    Front = lists:foldl(fun(N, Acc) -> [integer_to_list(N) | Acc] end, [], lists:seq(1, 9)),
    show(iolist_to_binary(Front)),
    show([try iolist_to_binary(X) catch error:R -> R end || X <- [[a], [256], [1.0], [{}], [-1], x]]),
    show(iolist_to_binary(lists:join(", ", ["x", <<"y">>, [$z]]))),
    show([erlang:crc32(X) || X <- [L, iolist_to_binary(L)]]),
    show(erlang:md5(L) =:= erlang:md5(iolist_to_binary(L))),
    show(unicode:characters_to_list([<<"é"/utf8>>, [955], "x"])),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

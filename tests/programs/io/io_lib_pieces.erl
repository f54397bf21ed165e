%% io_lib: write, print, quoting, character lists, printable ranges, nl.
-module(io_lib_pieces).
-export([start/0]).

start() ->
    show([lists:flatten(io_lib:write(X)) || X <- [a, 'A', "abc", <<"abc">>, {1, [2]}, #{a => 1}, 1.0, [a | b], 'a b']]),
    show([lists:flatten(io_lib:write([1, 2, 3, 4, 5], D)) || D <- [0, 1, 2, 3, 10, -1]]),
    show([lists:flatten(io_lib:print(X)) || X <- ["abc", <<"abc">>, [1, 2], {a, "b"}]]),
    show(lists:flatten(io_lib:print(lists:seq(1, 40), 5, 30, -1))),
    show([io_lib:write_atom(A) || A <- [abc, 'Abc', 'a b', '', 'don\'t', 'and', 'é', 'Ω']]),
    show([io_lib:write_string(S) || S <- ["abc", "a\"b", "a\nb", [1, 2], [955]]]),
    show([io_lib:write_char(C) || C <- [$a, $\n, $\s, $", 955, 1]]),
    show([io_lib:write_latin1_char(C) || C <- [$a, 233, 1]]),
    show([io_lib:write_atom_as_latin1('Ω'), io_lib:write_string_as_latin1([955])]),
    show([{io_lib:char_list(S), io_lib:latin1_char_list(S), io_lib:deep_char_list(S), io_lib:deep_latin1_char_list(S), io_lib:printable_list(S), io_lib:printable_unicode_list(S), io_lib:printable_latin1_list(S)}
          || S <- ["abc", [955], [1], [], ["a", ["b"]], [a], x, [-1], [16#D800], [16#10FFFF + 1]]]),
    show([io_lib:nl(), io_lib:indentation("abc\nde", 0), io_lib:indentation("abc", 5), io_lib:indentation("a\tb", 0)]),
    show([lists:flatten(io_lib:fwrite("~w-~s", [a, "b"])), lists:flatten(io_lib:format("~p", [a], []))]),
    show(lists:flatten(io_lib:write(lists:seq(1, 50), [{depth, 5}]))),
    show([try io_lib:F(X) catch C:R -> {C, R} end || {F, X} <- [{write_atom, "a"}, {write_string, x}, {write_char, a}]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

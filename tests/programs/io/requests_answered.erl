%% What io functions give back: ok, errors of the device, and bad arguments.
-module(requests_answered).
-export([start/0]).

start() ->
    show([io:format("plain~n"), io:format("~w~n", [a]), io:format(standard_io, "~s~n", ["x"]), io:put_chars("chars\n"), io:put_chars(["deep", [<<" list\n">>]]), io:nl(), io:write({a, "b"}), io:nl(standard_io), io:fwrite("fw ~p~n", [1])]),
    show([io:put_chars(unicode:characters_to_binary("é\n")), io:put_chars("é€\n"), io:put_chars(standard_io, <<"b\n">>)]),
    show([outcome(F, A) || {F, A} <- [{format, ["~w"]}, {format, ["~w", [a, b]]}, {format, [x, "~w", [a]]}, {format, ["~s", [a_b]]}, {put_chars, [nobody, "x"]}, {format, ["~y", [1]]}, {format, [1, []]},
                                      {nl, [nobody]}, {write, [nobody, x]}]]),
    show([io:printable_range()]),
    show(io:format("~ts~n", [[229, 228, 246]])),
    show(io:format("~s~n", [[229, 228, 246]])),
    show(io:request({put_chars, unicode, "by request\n"})),
    ok.

outcome(F, A) -> try apply(io, F, A) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

%% io_lib:format, io:put_chars, io:nl and the text they make.
-module(lists_of_text).
-export([start/0]).

start() ->
    Text = lists:flatten(io_lib:format("~w-~s", [a, "b"])),
    io:format("~p ~p~n", [Text, length(Text)]),
    io:put_chars("plain characters"),
    io:nl(),
    io:put_chars([<<"mixed ">>, "chars", $\n]),
    io:format("~s~n", [io_lib:format("~p", [{nested, format}])]),
    io:format("~s", [[[io_lib:format("~w", [N]), $\s] || N <- lists:seq(1, 10)]]),
    io:nl(),
    io:write({written, "term"}),
    io:nl(),
    io:format("~s~n", [lists:join(", ", [io_lib:format("~2..0w", [N]) || N <- [1, 22, 3]])]),
    [io:format("~-6s|~6s|~n", [A, B]) || {A, B} <- [{"one", "1"}, {"two", "22"}, {"three", "333"}]],
    ok.

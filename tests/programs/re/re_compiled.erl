%% Compiled patterns: stored, sent, asked for their names.
-module(re_compiled).
-export([start/0]).

start() ->
    {ok, Pattern} = re:compile("(?<year>\\d{4})-(?<month>\\d\\d)", []),
    {re_pattern, Groups, Unicode, LineEnds, _} = Pattern,
    io:format("~p ~p ~p~n", [Groups, Unicode, LineEnds]),
    io:format("~p~n", [re:run("on 2024-02-29", Pattern)]),
    io:format("~p~n", [re:run("on 2024-02-29", Pattern, [{capture, [month, year], list}])]),
    io:format("~p~n", [re:inspect(Pattern, namelist)]),
    io:format("~p~n", [catch_of(fun() -> re:inspect(Pattern, nothing) end)]),
    io:format("~p~n", [catch_of(fun() -> re:inspect(nothing, namelist) end)]),
    io:format("~p~n", [catch_of(fun() -> re:run("2024", Pattern, [caseless]) end)]),
    Self = self(),
    spawn(fun() -> receive Sent -> Self ! re:run("1999-12", Sent, [{capture, all, binary}]) end end) ! Pattern,
    receive Result -> io:format("~p~n", [Result]) end,
    {ok, Wide} = re:compile([945], [unicode, {newline, crlf}]),
    io:format("~p~n", [{element(2, Wide), element(3, Wide), element(4, Wide)}]),
    io:format("~p~n", [re:run([945, 946], Wide)]),
    io:format("~p~n", [re:split([$a, 945, $b], Wide)]),
    io:format("~p~n", [re:replace([$a, 945, $b], Wide, "&&", [{return, list}])]),
    many(40),
    io:format("~p~n", [[catch_of(fun() -> re:compile(P, O) end) || {P, O} <- [{foo, []}, {"a", [foo]}, {"a", foo}, {[300], []}]]]),
    io:format("~p~n", [is_binary(re:version())]),
    ok.

%% More patterns than are kept.
many(0) -> ok;
many(N) ->
    {ok, Pattern} = re:compile("a{" ++ integer_to_list(N) ++ "}"),
    {match, [{0, N}]} = re:run(lists:duplicate(50, $a), Pattern),
    many(N - 1).

catch_of(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

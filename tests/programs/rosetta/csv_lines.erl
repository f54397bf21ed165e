%% Fields in quotes, commas in fields
-module(csv_lines).
-export([start/0]).

start() ->
    [show(fields(L)) || L <- ["a,b,c", "", "a,,c,", "\"x, y\",z", "\"say \"\"hi\"\"\",1", "one"]],
    ok.

fields(Line) -> field(Line, []).

field([$" | T], []) -> quoted(T, []);
field([$, | T], F) -> [lists:reverse(F) | field(T, [])];
field([], F) -> [lists:reverse(F)];
field([C | T], F) -> field(T, [C | F]).

quoted([$", $" | T], F) -> quoted(T, [$" | F]);
quoted([$" | T], F) -> field(T, F);
quoted([C | T], F) -> quoted(T, [C | F]).

show(Term) -> io:format("~0p~n", [Term]).

%% Formats and arguments that do not fit are badarg
-module(directive_errors).
-export([start/0]).

start() ->
    Bad = [{"~w", []}, {"~w", [1, 2]}, {"", [a]}, {"~", [a]}, {"~q", [a]}, {"~s", [1]}, {"~b", [x]}, {"~f", [x]}, {"~c", [x]}, {"~5", [a]}, {"~.w", []}, {"~s", [[300]]}, {a, [b]}, {"~w", b}],
    [show({Format, caught(fun() -> lists:flatten(io_lib:format(Format, Arguments)) end)}) || {Format, Arguments} <- Bad],
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

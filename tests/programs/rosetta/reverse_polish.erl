%% A calculator with a stack
-module(reverse_polish).
-export([start/0]).

start() ->
    [show({T, caught(fun() -> evaluate(T) end)}) || T <- ["3 4 +", "5 1 2 + 4 * + 3 -", "2 3 ^ 4 ^", "1 0 /", "7 2 div", "+", "1 2", "3 4 x"]],
    ok.

evaluate(Text) -> [Value] = lists:foldl(fun step/2, [], string:lexemes(Text, " ")), Value.

step("+", [B, A | S]) -> [A + B | S];
step("-", [B, A | S]) -> [A - B | S];
step("*", [B, A | S]) -> [A * B | S];
step("/", [B, A | S]) -> [A / B | S];
step("div", [B, A | S]) -> [A div B | S];
step("^", [B, A | S]) -> [round(math:pow(A, B)) | S];
step(N, S) -> [list_to_integer(N) | S].

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

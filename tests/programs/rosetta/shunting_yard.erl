%% Infix to postfix
-module(shunting_yard).
-export([start/0]).

start() ->
    [io:format("~s = ~s~n", [T, lists:join(" ", postfix(string:lexemes(T, " "), [], []))]) || T <- ["3 + 4 * 2", "( 3 + 4 ) * 2", "1 - 2 - 3", "2 ^ 3 ^ 4", "3 + 4 * 2 / ( 1 - 5 ) ^ 2"]],
    ok.

postfix([], Out, Ops) -> lists:reverse(Out) ++ Ops;
postfix(["(" | T], Out, Ops) -> postfix(T, Out, ["(" | Ops]);
postfix([")" | T], Out, ["(" | Ops]) -> postfix(T, Out, Ops);
postfix([")" | _] = T, Out, [O | Ops]) -> postfix(T, [O | Out], Ops);
postfix([X | T], Out, Ops) ->
    case rank(X) of
        0 -> postfix(T, [X | Out], Ops);
        R -> {Before, After} = lists:splitwith(fun(O) -> rank(O) > R orelse (rank(O) =:= R andalso X =/= "^") end, Ops), postfix(T, lists:reverse(Before) ++ Out, [X | After])
    end.

rank("^") -> 3;
rank(O) when O =:= "*"; O =:= "/" -> 2;
rank(O) when O =:= "+"; O =:= "-" -> 1;
rank(_) -> 0.

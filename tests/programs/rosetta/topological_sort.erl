%% An order in which everything comes after what it needs
-module(topological_sort).
-export([start/0]).

start() ->
    show(order([{dw, [std, syn]}, {std, []}, {syn, [std, ieee]}, {ieee, []}, {top, [dw, ieee]}])),
    show(order([{a, [b]}, {b, [a]}])),
    ok.

order(Needs) -> order(lists:sort(Needs), []).
order([], Done) -> lists:reverse(Done);
order(Needs, Done) ->
    case [X || {X, N} <- Needs, N -- Done =:= []] of
        [] -> {circle, [X || {X, _} <- Needs]};
        [X | _] -> order(lists:keydelete(X, 1, Needs), [X | Done])
    end.

show(Term) -> io:format("~0p~n", [Term]).

%% Imported functions, functions that hide natives,.
-module(local_and_imported).

-import(lists, [map/2, sum/1, reverse/1]).
-compile({no_auto_import, [max/2, length/1]}).
-export([start/0, max/2, twice/1]).

start() ->
    show(map(fun(X) -> X + 1 end, [1, 2])),
    show(sum([1, 2, 3])),
    show(reverse("abc")),
    show(max(1, 2)),
    show(erlang:max(1, 2)),
    show(length([a, b])),
    show(erlang:length([a, b])),
    show([?MODULE:twice(4), twice(4), apply(?MODULE, twice, [4])]),
    show([F(2) || F <- [fun twice/1, fun ?MODULE:twice/1]]),
    show(map(fun twice/1, [1, 2])),
    show([min(2, 1), abs(-1), round(1.5), tuple_size({a})]),
    show(case length([x]) of {own, N} -> N end),
    show([G(1, 2) || G <- [fun max/2, fun erlang:max/2]]),
    ok.

max(A, B) -> {own_max, A, B}.

length(L) -> {own, erlang:length(L)}.

twice(X) -> X * 2.

show(Term) -> io:format("~0p~n", [Term]).

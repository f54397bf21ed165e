%% Lengths, temperatures, speeds and sizes converted through tables.
-module(unit_conversions).
-export([start/0]).

start() ->
    show([convert(V, F, T) || {V, F, T} <- [{1, mile, metre}, {100, metre, foot}, {1, hour, second}, {90, minute, hour}, {2, kilogram, pound}, {1, mile, second}, {1, furlong, metre}, {5, metre, metre}]]),
    show([{C, round1(C * 9 / 5 + 32), round1(C + 273.15)} || C <- [-40, 0, 36.6, 100]]),
    show([roman(N) || N <- [1994, 2024, 49]]),
    show([chain(V, F, T) || {V, F, T} <- [{1, week, second}, {1000000, second, day}]]),
    show([split(S, [{week, 604800}, {day, 86400}, {hour, 3600}, {minute, 60}, {second, 1}]) || S <- [0, 59, 7259, 86400, 6000000]]),
    show([si(N) || N <- [0, 999, 1500, 2.5e6, 7.2e12]]),
    ok.

table() -> [{length, metre, 1.0}, {length, foot, 0.3048}, {length, mile, 1609.344}, {time, second, 1}, {time, minute, 60}, {time, hour, 3600}, {mass, kilogram, 1.0}, {mass, pound, 0.45359237}].

convert(V, F, T) ->
    case {lists:keyfind(F, 2, table()), lists:keyfind(T, 2, table())} of
        {{K, _, A}, {K, _, B}} -> round1(V * A / B);
        {{_, _, _}, {_, _, _}} -> {error, different};
        _ -> {error, unknown}
    end.

round1(X) -> round(X * 1000) / 1000.

roman(0) -> "";
roman(N) -> {V, S} = hd([{V, S} || {V, S} <- [{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}], V =< N]), S ++ roman(N - V).

chain(V, U, U) -> V;
chain(V, week, T) -> chain(V * 7, day, T);
chain(V, second, day) -> V / 86400;
chain(V, day, T) -> chain(V * 24, hour, T);
chain(V, hour, T) -> chain(V * 60, minute, T);
chain(V, minute, T) -> chain(V * 60, second, T).

split(S, Units) -> {Parts, 0} = lists:mapfoldl(fun({U, N}, Left) -> {{Left div N, U}, Left rem N} end, S, Units), [P || {N, _} = P <- Parts, N > 0].

si(N) when N < 1000 -> {N, ""};
si(N) -> lists:foldl(fun(P, {X, _}) when X >= 1000 -> {X / 1000, P}; (_, R) -> R end, {N, ""}, ["k", "M", "G", "T"]).

show(Term) -> io:format("~0p~n", [Term]).

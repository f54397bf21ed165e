%% Module binary: part, copy, at, first, last, lists
-module(parts_and_copies).
-export([start/0]).

start() ->
    B = <<"abcdef">>,
    each(fun({S, L}) -> binary:part(B, S, L) end, [{0, 2}, {6, -3}, {2, 0}, {0, 6}, {0, 7}, {-1, 1}, {7, -1}]),
    each(fun(N) -> binary:copy(<<"ab">>, N) end, [0, 1, 3, -1, a]),
    each(fun(N) -> binary:at(B, N) end, [0, 5, 6, -1]),
    each(fun(X) -> {binary:first(X), binary:last(X)} end, [<<"a">>, <<"xyz">>, <<>>]),
    show([binary:bin_to_list(B), binary:bin_to_list(B, 2, 2), binary:bin_to_list(B, {5, -2})]),
    show(binary:list_to_bin([1, [2, <<3>>]])),
    show({binary:longest_common_prefix([<<"abcd">>, <<"abxy">>]), binary:longest_common_suffix([<<"fishery">>, <<"nursery">>])}),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

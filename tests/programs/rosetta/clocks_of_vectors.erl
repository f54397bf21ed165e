%% Lamport and vector clocks of processes that talk,.
-module(clocks_of_vectors).
-export([start/0]).

start() ->
    Events = [{a, local}, {a, {send, b}}, {b, local}, {b, {recv, a}}, {c, local}, {b, {send, c}}, {c, {recv, b}}, {a, local}],
    {Stamps, _} = lists:mapfoldl(fun step/2, {#{a => #{}, b => #{}, c => #{}}, #{}}, Events),
    [io:format("~0p ~0p~n", [E, lists:sort(maps:to_list(S))]) || {E, S} <- lists:zip(Events, Stamps)],
    io:format("~w~n", [[order(lists:nth(I, Stamps), lists:nth(J, Stamps)) || {I, J} <- [{1, 2}, {2, 4}, {1, 7}, {5, 6}, {8, 7}, {3, 3}, {4, 2}]]]),
    io:format("~w~n", [lamport(Events, #{a => 0, b => 0, c => 0}, #{})]),
    ok.

step({P, What}, {Clocks, Sent}) ->
    Own = maps:update_with(P, fun(N) -> N + 1 end, 1, maps:get(P, Clocks)),
    New = case What of {recv, From} -> merge(Own, maps:get({From, P}, Sent)); _ -> Own end,
    Out = case What of {send, To} -> Sent#{{P, To} => New}; _ -> Sent end,
    {New, {Clocks#{P := New}, Out}}.

merge(A, B) -> maps:merge_with(fun(_, X, Y) -> max(X, Y) end, A, B).

order(A, A) -> same;
order(A, B) -> case {before(A, B), before(B, A)} of {true, false} -> before; {false, true} -> later; _ -> concurrent end.

before(A, B) -> lists:all(fun({P, N}) -> N =< maps:get(P, B, 0) end, maps:to_list(A)).

lamport([], _, _) -> [];
lamport([{P, {recv, F}} | Es], C, S) -> N = max(maps:get(P, C), maps:get({F, P}, S)) + 1, [N | lamport(Es, C#{P := N}, S)];
lamport([{P, {send, T}} | Es], C, S) -> N = maps:get(P, C) + 1, [N | lamport(Es, C#{P := N}, S#{{P, T} => N})];
lamport([{P, _} | Es], C, S) -> N = maps:get(P, C) + 1, [N | lamport(Es, C#{P := N}, S)].

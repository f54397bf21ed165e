%% Shortest ways in a small net
-module(dijkstra).
-export([start/0]).

start() ->
    Net = #{a => [{b, 7}, {c, 9}, {f, 14}], b => [{c, 10}, {d, 15}], c => [{d, 11}, {f, 2}], d => [{e, 6}], f => [{e, 9}]},
    show(lists:sort(maps:to_list(distances([{0, a}], #{}, Net)))),
    ok.

distances([], Done, _) -> Done;
distances([{D, At} | Rest], Done, Net) ->
    case Done of
        #{At := _} -> distances(Rest, Done, Net);
        _ -> distances(lists:sort([{D + L, To} || {To, L} <- maps:get(At, Net, [])] ++ Rest), Done#{At => D}, Net)
    end.

show(Term) -> io:format("~0p~n", [Term]).

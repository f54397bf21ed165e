%% Words found in grids in eight directions, and grids turned, mirrored.
-module(crosswords_and_grids).
-export([start/0]).

start() ->
    G = ["SNAKEX", "XOXELX", "PUGXBX", "ERLANG", "NMAEBX", "XXTACX"],
    [io:format("~s ~0p~n", [W, find(W, G)]) || W <- ["SNAKE", "BEAM", "ERLANG", "TAC", "PEN", "CAT", "NOPE", "XX"]],
    [io:format("~s~n", [R]) || R <- turn(G)],
    io:format("~w~n", [[turn(turn(turn(turn(G)))) =:= G, mirror(mirror(G)) =:= G, transpose(transpose(G)) =:= G, turn(turn(G)) =:= lists:reverse(mirror(G))]]),
    io:format("~w~n", [length(lists:usort([turn(["AB", "CD"]), turn(turn(["AB", "CD"])), ["AB", "CD"], mirror(["AB", "CD"])]))]),
    ok.

at({X, Y}, G) -> try lists:nth(X, lists:nth(Y, G)) catch error:_ -> none end.

find(Word, G) ->
    Places = [{X, Y} || Y <- lists:seq(1, length(G)), X <- lists:seq(1, length(hd(G)))],
    Found = [{P, D} || P <- Places, D <- [{A, B} || A <- [-1, 0, 1], B <- [-1, 0, 1], {A, B} =/= {0, 0}], reads(Word, P, D, G)],
    case Found of [] -> nowhere; [F] -> F; [F | More] -> {F, length(More)} end.

reads([], _, _, _) -> true;
reads([C | T], {X, Y} = P, {A, B} = D, G) when X > 0, Y > 0 -> at(P, G) =:= C andalso reads(T, {X + A, Y + B}, D, G);
reads(_, _, _, _) -> false.

transpose([[] | _]) -> [];
transpose(G) -> [[hd(R) || R <- G] | transpose([tl(R) || R <- G])].

mirror(G) -> [lists:reverse(R) || R <- G].

turn(G) -> mirror(transpose(G)).

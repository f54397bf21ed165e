%% Names that are too long for an atom, and those that are no characters either.
-module(names_too_long).
-export([start/0]).

start() ->
    [io:format("~w x ~w: ~w~n", [Bytes, Count, [named(F, binary:copy(Bytes, Count)) || F <- binaries()]])
     || Bytes <- [<<"a">>, <<195, 169>>, <<255>>, <<97, 255>>], Count <- [1, 127, 128, 255, 256, 510, 511, 1020, 1021, 2000]],
    [io:format("~w x ~w: ~w~n", [Character, Count, [named(F, lists:duplicate(Count, Character)) || F <- lists()]])
     || Character <- [$a, 255, 1000, -1, 16#110000], Count <- [1, 255, 256, 2000]],
    ok.

binaries() ->
    [fun erlang:binary_to_atom/1, fun(Name) -> binary_to_atom(Name, latin1) end, fun erlang:binary_to_existing_atom/1].

lists() -> [fun erlang:list_to_atom/1, fun erlang:list_to_existing_atom/1].

named(Fun, Name) ->
    try length(atom_to_list(Fun(Name))) catch error:Reason -> Reason end.

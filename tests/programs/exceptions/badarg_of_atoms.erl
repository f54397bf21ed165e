%% Atoms that cannot be made
-module(badarg_of_atoms).
-export([start/0]).

start() ->
    each(fun list_to_atom/1, ["", "abc", [a], [-1], [300], [16#110000], abc, [97 | b]]),
    each(fun(B) -> binary_to_atom(B, utf8) end, [<<>>, <<"abc">>, <<255>>, abc, <<1:3>>]),
    each(fun(B) -> binary_to_atom(B, latin1) end, [<<228>>, <<"x">>]),
    show(caught(fun() -> list_to_atom(lists:duplicate(255, $a)) =:= x end)),
    show(caught(fun() -> list_to_atom(lists:duplicate(256, $a)) end)),
    show(caught(fun() -> list_to_existing_atom("surely no atom of this name") end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

each(Fun, Values) -> [io:format("~0p: ~0p~n", [V, caught(fun() -> Fun(V) end)]) || V <- Values].

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

%% One receive with many patterns, guards and bound variables.
-module(many_patterns).
-export([start/0]).

start() ->
    Self = self(),
    [Self ! M || M <- [a, 1, -1, 2.5, {x}, {x, y}, {Self, 5}, [1], "text", <<"bin">>, <<1, 2>>, #{k => v}, #{},
                       {{deep, [1, {2}]}, z}, true, [], make_ref(), Self, 1 bsl 80, fun() -> ok end, done]],
    erlang:display(loop(Self, [])),
    ok.

loop(Self, Seen) ->
    receive
        done -> lists:reverse(Seen);
        a -> loop(Self, [atom_a | Seen]);
        true -> loop(Self, [true | Seen]);
        N when is_integer(N), N > 1 bsl 60 -> loop(Self, [big | Seen]);
        N when is_integer(N), N > 0 -> loop(Self, [positive | Seen]);
        N when is_integer(N) -> loop(Self, [integer | Seen]);
        F when is_float(F) -> loop(Self, [float | Seen]);
        {Self, N} -> loop(Self, [{self, N} | Seen]);
        {x} -> loop(Self, [x | Seen]);
        {x, Y} -> loop(Self, [{x, Y} | Seen]);
        {{deep, [A, {B}]}, _} -> loop(Self, [{deep, A, B} | Seen]);
        Self -> loop(Self, [self | Seen]);
        [] -> loop(Self, [nil | Seen]);
        [X] -> loop(Self, [[X] | Seen]);
        [C | _] when C =:= $t -> loop(Self, [text | Seen]);
        <<"bin">> -> loop(Self, [bin | Seen]);
        <<P, Q>> -> loop(Self, [{bytes, P, Q} | Seen]);
        #{k := V} -> loop(Self, [{map, V} | Seen]);
        M when is_map(M) -> loop(Self, [{map, map_size(M)} | Seen]);
        Fun when is_function(Fun) -> loop(Self, [Fun() | Seen]);
        Reference when is_reference(Reference) -> loop(Self, [reference | Seen])
    end.

%% andalso and orelse evaluate no more than they need; and, or, xor evaluate all.
-module(short_circuit).
-export([start/0, say/2]).

start() ->
    erlang:display(say(a, true) andalso say(b, true)),
    erlang:display(say(a, false) andalso say(b, true)),
    erlang:display(say(a, true) orelse say(b, true)),
    erlang:display(say(a, false) orelse say(b, false)),
    erlang:display(say(a, false) and say(b, true)),
    erlang:display(say(a, true) or say(b, true)),
    erlang:display(say(a, true) xor say(b, true)),
    erlang:display(say(a, true) andalso say(b, not_boolean)),
    erlang:display(say(a, false) orelse say(b, false) orelse say(c, 3)),
    erlang:display((say(a, 1) > say(b, 2)) orelse say(c, 1) < say(d, 2)),
    erlang:display(not say(a, true) orelse say(b, true) andalso say(c, false)),
    {say(first, 1), [say(second, 2) | say(third, 3)], #{say(k, k) => say(v, v)}},
    say(say(inner, outer), x),
    (say(function, fun erlang:max/2))(say(x, 1), say(y, 2)),
    ok.

say(Name, Value) ->
    erlang:display({evaluated, Name}),
    Value.

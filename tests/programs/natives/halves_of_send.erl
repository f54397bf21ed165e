%% send/2,3 and ! to pids, names, aliases, the dead, and what they give back.
-module(halves_of_send).
-export([start/0]).

start() ->
    show(self() ! first),
    show(erlang:send(self(), second)),
    show([erlang:send(self(), {third, O}, O) || O <- [[], [nosuspend], [noconnect], [noconnect, nosuspend]]]),
    show(erlang:send_nosuspend(self(), fourth)),
    show(erlang:send_nosuspend(self(), fifth, [noconnect])),
    register(halves, self()),
    show(halves ! {by, name}),
    show({halves, node()} ! {by, name_and_node}),
    show(erlang:send({halves, node()}, {by, both}, [noconnect])),
    show({nobody, node()} ! unheard),
    Alias = alias(),
    show((Alias ! by_alias) =:= by_alias),
    show(flush()),
    show((self() ! {nested, self() ! inner}) =:= {nested, inner}),
    show(flush()),
    Dead = spawn(fun() -> ok end),
    timer:sleep(2),
    show(Dead ! {to, the_dead}),
    show([outcome(A) || A <- [[nobody, x], [5, x], [<<>>, x], [{a, 1}, x], [{1, node()}, x], [self(), x, [unknown]], [self(), x, not_list], [make_ref(), to_no_alias], [halves, x, []]]]),
    unregister(halves),
    show(flush()),
    show([begin X ! hello, sent end || X <- [self(), self()]]),
    show(flush()),
    ok.

outcome(Arguments) ->
    try apply(erlang, send, Arguments) of R -> {ok, R} catch Class:Reason -> {Class, Reason} end.

flush() -> receive M -> [M | flush()] after 0 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).

%% Registered names: taken, reserved, freed by ends, sent to, and of wrong types.
-module(names_and_ends).
-export([start/0]).

start() ->
    Wait = fun() -> receive stop -> ok end end,
    Pid = spawn(Wait),
    show(register(some_name, Pid)),
    show([outcome(register, A) || A <- [[some_name, self()], [other_name, Pid], [undefined, self()], ["name", self()], [a_name, x], [5, Pid]]]),
    show({whereis(some_name) =:= Pid, whereis(other_name), lists:member(some_name, registered())}),
    show([outcome(whereis, [X]) || X <- [5, "x", undefined, {a, b}]]),
    show(some_name ! stop),
    wait_dead(Pid),
    show(whereis(some_name)),
    show(outcome(send, [some_name, hello])),
    show(try some_name ! hello catch C:R -> {C, R} end),
    show(outcome(unregister, [some_name])),
    show(register(me, self())),
    me ! one,
    {me, node()} ! two,
    show(erlang:send(me, three, [])),
    show(erlang:send(me, four, [noconnect, nosuspend])),
    show([receive M -> M after 0 -> nothing end || _ <- lists:seq(1, 5)]),
    show({absent, node()} ! lost),
    show(unregister(me)),
    show(outcome(unregister, [me])),
    Dead = spawn(fun() -> ok end),
    wait_dead(Dead),
    show(outcome(register, [dead, Dead])),
    show([outcome(send, A) || A <- [[{a, b, c}, m], [5, m], ["list", m], [self(), m, [bad]], [self(), m, x], [{me, 5}, m]]]),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

wait_dead(Pid) ->
    Reference = monitor(process, Pid),
    receive {'DOWN', Reference, process, Pid, Reason} -> Reason end.

show(Term) -> io:format("~0p~n", [Term]).

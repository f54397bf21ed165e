%% monitor/3: tags of one's own, aliases that end with the monitor, bad options.
-module(monitor_options).
-export([start/0]).

start() ->
    Dead = spawn(fun() -> ok end),
    Tagged = monitor(process, Dead, [{tag, {my, tag}}]),
    receive {{my, tag}, Tagged, process, Dead, Why} when Why =:= normal; Why =:= noproc -> io:format("tagged~n") end,
    Named = monitor(process, nobody_of_that_name, [{tag, gone}]),
    receive {gone, Named, process, {Name, _}, Reason} -> io:format("~0p ~0p~n", [Name, Reason]) end,
    Echo = fun() -> receive {Alias, M} -> Alias ! {Alias, M}, Alias ! {Alias, again}, receive stop -> exit(finished) end end end,
    Kinds = [explicit_unalias, demonitor, reply_demonitor],
    [echo(Kind, Echo) || Kind <- Kinds],
    [io:format("~0p~n", [outcome(Arguments)])
     || Arguments <- [[process, self(), [{tag, a}]], [process, self(), [{alias, sometimes}]], [process, self(), x], [process, self(), [x]],
                      [process, self(), [{alias, demonitor}, {tag, t}]], [port, self(), []], [process, 5, []], [clock, self(), []],
                      [time_offset, clock_service, []], [process, {name, 'other@nowhere'}, [{tag, y}]]]],
    drain(),
    ok.

echo(Kind, Echo) ->
    Pid = spawn(Echo),
    Alias = monitor(process, Pid, [{alias, Kind}]),
    Pid ! {Alias, hello},
    First = receive {Alias, A} -> A after 500 -> nothing end,
    Second = receive {Alias, B} -> B after 20 -> nothing end,
    Pid ! stop,
    Down = receive {'DOWN', Alias, process, Pid, Reason} -> Reason after 20 -> no_down end,
    Alias ! {Alias, late},
    Late = receive {Alias, C} -> C after 20 -> nothing end,
    io:format("~0p: ~0p ~0p ~0p ~0p ~0p~n", [Kind, First, Second, Down, Late, unalias(Alias)]).

outcome(Arguments) ->
    try apply(erlang, monitor, Arguments) of
        Reference when is_reference(Reference) -> demonitor(Reference, [flush]), reference
    catch
        Class:Reason -> {Class, Reason}
    end.

drain() -> receive _ -> drain() after 20 -> ok end.

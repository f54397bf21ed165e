%% Ports that cannot be opened, and what is asked of ports that are not there.
-module(foreign_ports).
-export([start/0]).

start() ->
    [show(fun() -> open_port(What, Options) end) ||
        {What, Options} <- [{{spawn_driver, "no_such_driver"}, []}, {{spawn_driver, no_such_driver}, []},
                            {{spawn_executable, "/no/such/program"}, []}, {{fd, a, b}, []}, {{x, "a"}, []}, {1, []},
                            {{spawn, "a"}, [x]}, {{spawn, "a"}, y}, {{spawn, "a"}, [{packet, 3}]}]],
    Port = list_to_port("#Port<0.99999>"),
    [show(fun() -> apply(erlang, Function, [Of | Arguments]) end) ||
        Of <- [Port, no_such_port, 1],
        {Function, Arguments} <- [{port_info, []}, {port_info, [id]}, {port_info, [name]}, {port_info, [x]},
                                  {port_call, [1, a]}, {port_call, [a]}, {port_close, []}, {port_command, ["a"]},
                                  {port_command, ["a", []]}, {port_connect, [self()]}, {port_control, [1, "a"]},
                                  {port_get_data, []}, {port_set_data, [1]}]],
    ok.

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).

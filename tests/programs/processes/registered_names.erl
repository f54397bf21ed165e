%% Names of processes: given, used, refused, freed at exit.
-module(registered_names).
-export([start/0]).

start() ->
    erlang:display(register(main_program, self())),
    erlang:display(whereis(main_program) =:= self()),
    main_program ! by_name,
    erlang:display(receive A -> A end),
    {main_program, node()} ! by_name_and_node,
    erlang:display(receive B -> B end),
    Self = self(),
    Pid = spawn(fun() -> server(Self) end),
    register(echo_server, Pid),
    echo_server ! {self(), hello},
    erlang:display(receive C -> C end),
    erlang:display(lists:member(echo_server, registered())),
    erlang:display(catch_error(fun() -> register(echo_server, Self) end)),
    erlang:display(catch_error(fun() -> register(second_name, Pid) end)),
    erlang:display(catch_error(fun() -> register(undefined, Self) end)),
    erlang:display(catch_error(fun() -> register("text", Self) end)),
    erlang:display(process_info(Pid, registered_name)),
    Reference = monitor(process, echo_server),
    echo_server ! stop,
    receive {'DOWN', Reference, process, {echo_server, _}, Why} -> erlang:display(Why) end,
    erlang:display(whereis(echo_server)),
    erlang:display(catch_error(fun() -> echo_server ! x end)),
    erlang:display(unregister(main_program)),
    erlang:display(catch_error(fun() -> unregister(main_program) end)),
    erlang:display(catch_error(fun() -> main_program ! x end)),
    ok.

server(Main) ->
    receive
        {From, Message} -> From ! {echo, Message}, server(Main);
        stop -> ok
    end.

catch_error(Fun) ->
    try Fun() catch Class:Reason -> {Class, Reason} end.

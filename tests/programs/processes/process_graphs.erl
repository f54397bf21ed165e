%% Processes that link, watch, trap, name, kill and spawn each other at random.
%%
%% A conductor tells one member at a time what to do and waits until all is quiet, so that what all of them see does not
%% depend on who runs when. Each graph follows from its number; the arguments `graphs 2000` ask for so many.
-module(process_graphs).
-export([start/0, graph/1]).

-define(MEMBERS, 6).
-define(STEPS, 24).
-define(NAMES, {graph_red, graph_green, graph_blue}).

start() ->
    Count = case init:get_plain_arguments() of
        ["graphs", Text] -> list_to_integer(Text);
        _ -> 10
    end,
    [show(Number, graph(Number)) || Number <- lists:seq(1, Count)],
    ok.

show(Number, {Alive, Steps}) ->
    Seen = lists:sum([length(Seen) || {_, _, Seen} <- Steps]),
    io:format("~w: ~w alive, ~w seen, ~w~n", [Number, length(Alive), Seen, erlang:phash2({Alive, Steps})]).

%% What is true of the living in the end, and the steps: what was asked for, how that went, and who saw what.
graph(Number) ->
    Members = lists:foldl(fun(_, Members) -> add(spawn_member(self()), Members) end, #{}, lists:seq(1, ?MEMBERS)),
    {Steps, Left, _} = lists:foldl(fun step/2, {[], Members, Number * 7919 + 1}, lists:seq(1, ?STEPS)),
    Alive = [facts(Index, Left) || {Index, Pid} <- lists:sort(maps:to_list(by_index(Left))), is_process_alive(Pid)],
    [exit(Pid, kill) || Pid <- maps:keys(Left)],
    _ = quiet(Left, []),
    [receive {'DOWN', _, process, Pid, _} -> ok after 0 -> ok end || Pid <- maps:keys(Left)],
    {Alive, lists:reverse(Steps)}.

spawn_member(Conductor) -> spawn(fun() -> member(Conductor) end).

add(Pid, Members) ->
    erlang:monitor(process, Pid),
    Members#{Pid => maps:size(Members)}.

by_index(Members) -> maps:from_list([{Index, Pid} || {Pid, Index} <- maps:to_list(Members)]).

%% A step: a member, what it does, and to whom.

step(_, {Steps, Members, Seed0}) ->
    {[Which, What, Whom, Why], Seed} = chances([maps:size(Members), 20, maps:size(Members), 4], Seed0),
    #{Which := Pid, Whom := Other} = by_index(Members),
    Order = order(What, Other, Why),
    Result = ask(Pid, Order),
    More = case Result of
        {ok, {child, Child}} -> add(Child, Members);
        _ -> Members
    end,
    Told = lists:sort([named(One, More) || One <- certain(quiet(More, []))]),
    {[{{Which, named(Order, More)}, named(answer(Order, Result), More), Told} | Steps], More, Seed}.

%% Who is about to end with others may or may not hear of them first.
certain(Told) ->
    Ended = [Pid || {Pid, ended, _} <- Told],
    [One || {Pid, What, _} = One <- Told, What =:= ended orelse not lists:member(Pid, Ended)].

%% Who ends somebody it is linked to may or may not have time to answer.
answer({exit, _, _}, _) -> sent;
answer(_, Result) -> Result.

chances(Bounds, Seed) ->
    lists:mapfoldl(fun(Bound, Last) ->
        Next = (Last * 1103515245 + 12345) band 16#7fffffff,
        {(Next bsr 8) rem Bound, Next}
    end, Seed, Bounds).

order(What, Other, Why) when What < 5 -> {link, Other, Why};
order(What, Other, _) when What < 7 -> {monitor, Other};
order(7, Other, _) -> {unlink, Other};
order(8, _, _) -> demonitor;
order(What, _, Why) when What < 11 -> {trap, Why < 3};
order(11, _, Why) -> {register, element(Why rem 3 + 1, ?NAMES)};
order(12, _, Why) -> {unregister, element(Why rem 3 + 1, ?NAMES)};
order(13, _, Why) -> {send_name, element(Why rem 3 + 1, ?NAMES)};
order(14, Other, Why) -> {exit, Other, reason(Why)};
order(15, Other, _) -> {exit, Other, kill};
order(16, _, Why) -> {stop, reason(Why)};
order(17, Other, Why) -> {exit, Other, reason(Why)};
order(18, _, _) -> spawn_link;
order(19, _, _) -> spawn_monitor.

reason(0) -> normal;
reason(1) -> shutdown;
reason(2) -> {because, [1, <<"of">>, 2.0]};
reason(3) -> kill.

%% Asks a member; its answer, or that it is gone.
ask(Pid, Order) ->
    Reference = erlang:monitor(process, Pid),
    Pid ! {order, Reference, Order},
    receive
        {Reference, Result} -> erlang:demonitor(Reference, [flush]), {ok, Result};
        {'DOWN', Reference, process, Pid, _} -> gone
    end.

%% What members told until two rounds in a row bring nothing new.
quiet(Members, Told) ->
    case round_of(Members) of
        [] ->
            receive after 1 -> ok end,
            case round_of(Members) of
                [] -> Told;
                More -> quiet(Members, More ++ Told)
            end;
        More ->
            quiet(Members, More ++ Told)
    end.

round_of(Members) ->
    [ask(Pid, nothing) || Pid <- maps:keys(Members)],
    collected(Members).

collected(Members) ->
    receive
        {seen, Pid, Message} -> [{Pid, saw, Message} | collected(Members)];
        {'DOWN', _, process, Pid, Reason} when is_map_key(Pid, Members) -> [{Pid, ended, Reason} | collected(Members)]
    after 0 -> []
    end.

%% Pids become numbers of members, references nothing but references.
named(Pid, Members) when is_pid(Pid) -> {member, maps:get(Pid, Members, nobody)};
named(Reference, _) when is_reference(Reference) -> reference;
named(Tuple, Members) when is_tuple(Tuple) -> list_to_tuple(named(tuple_to_list(Tuple), Members));
named([Head | Tail], Members) -> [named(Head, Members) | named(Tail, Members)];
named(Other, _) -> Other.

facts(Index, Members) ->
    Pid = maps:get(Index, by_index(Members)),
    Known = fun(Pids) -> lists:sort([maps:get(One, Members) || One <- Pids, is_map_key(One, Members)]) end,
    {links, Links} = process_info(Pid, links),
    {monitors, Monitors} = process_info(Pid, monitors),
    {monitored_by, Watchers} = process_info(Pid, monitored_by),
    {trap_exit, Trap} = process_info(Pid, trap_exit),
    Name = case process_info(Pid, registered_name) of {registered_name, Own} -> Own; [] -> none end,
    {message_queue_len, Waiting} = process_info(Pid, message_queue_len),
    {Index, Known(Links), Known([One || {process, One} <- Monitors]), Known(Watchers), Trap, Name, Waiting}.

%% A member does what it is asked for and tells what else it receives.

member(Conductor) ->
    receive
        {order, Reference, Order} ->
            Conductor ! {Reference, obey(Order, Conductor)},
            member(Conductor);
        Message ->
            Conductor ! {seen, self(), Message},
            member(Conductor)
    end.

obey(nothing, _) -> ok;
obey({link, Pid, 0}, _) -> try link(Pid), {linked, Pid} catch error:Reason -> exit(Reason) end;
obey({link, Pid, _}, _) -> try link(Pid) catch error:Reason -> Reason end;
obey({unlink, Pid}, _) -> unlink(Pid);
obey({monitor, Pid}, _) -> put(watching, [erlang:monitor(process, Pid) | watching()]), ok;
obey(demonitor, _) ->
    case watching() of
        [] -> none;
        [Reference | Others] -> put(watching, Others), erlang:demonitor(Reference, [info])
    end;
obey({trap, Trap}, _) -> process_flag(trap_exit, Trap);
obey({register, Name}, _) -> try register(Name, self()) catch error:Reason -> Reason end;
obey({unregister, Name}, _) -> try unregister(Name) catch error:Reason -> Reason end;
obey({send_name, Name}, _) -> try Name ! {hello, self()}, sent catch error:Reason -> Reason end;
obey({exit, Pid, Reason}, _) -> exit(Pid, Reason);
obey({stop, Reason}, _) -> exit(Reason);
obey(spawn_link, Conductor) -> {child, spawn_link(fun() -> member(Conductor) end)};
obey(spawn_monitor, Conductor) ->
    {Pid, Reference} = spawn_monitor(fun() -> member(Conductor) end),
    put(watching, [Reference | watching()]),
    {child, Pid}.

watching() ->
    case get(watching) of undefined -> []; References -> References end.

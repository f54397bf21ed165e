%% A soak: many processes, messages, timers, tables and kills for a long time.
%%
%% Every process keeps accounts of what it does. In the end they have to agree: nothing was lost, nothing came twice, and as
%% much memory is in use as after three fifths of the work (with a heap a thread, the C library needs as long).
%%
%%   avm run tests/soak/soak.beam -- messages=50000000 processes=100000 seed=1 tolerance=5
%%   erl +P 1000000 -noshell -pa tests/soak -run soak main messages=5000000 tolerance=20
%%
%% `tolerance` is by how many percent memory may have changed, `schedulers` how many have to run it; it halts with 1 when
%% something is off.
%% Chance is a seed handed on with each token, so what is done is the same every time; in which order is not.
-module(soak).
-export([main/1]).

-define(TOKENS, 10000).
-define(CHAOTIC, 20).
-define(CHILDREN, 8).
-define(ROWS, 20).
%% Milliseconds to wait for what has to come.
-define(PATIENCE, 120000).
%% Bytes by which memory may have changed, however little it was.
-define(SMALL, 262144).

main(Arguments) ->
    Options = maps:merge(defaults(), maps:from_list([option(Argument) || Argument <- Arguments])),
    #{messages := Messages, processes := Processes, seed := Seed, tolerance := Tolerance} = Options,
    Schedulers = erlang:system_info(schedulers_online),
    Schedulers =:= maps:get(schedulers, Options, Schedulers) orelse lost({schedulers, Schedulers}),
    Began = erlang:monotonic_time(millisecond),
    Alive = erlang:system_info(process_count),
    register(soak, self()),
    ets:new(soak_rows, [named_table, public]),
    Members = [spawn(fun() -> member(0, 0, {0, 0, 0, 0, 0, 0}) end) || _ <- lists:seq(1, Processes)],
    Chaotic = [spawn(fun chaotic/0) || _ <- lists:seq(1, ?CHAOTIC)],
    persistent_term:put(soak_members, list_to_tuple(Members)),
    persistent_term:put(soak_chaotic, list_to_tuple(Chaotic)),
    Work = fun(Part) -> {traffic(Messages div 5, Seed + Part * ?TOKENS), settled(Members, Chaotic, ?PATIENCE)} end,
    First = [Work(0), Work(1), Work(2)],
    Before = measure(),
    Others = [Work(3), Work(4)],
    After = measure(),
    {_, Accounts} = lists:last(Others),
    Driven = [Own || {Own, _} <- First ++ Others],
    Rows = ets:info(soak_rows, size),
    Ended = ended(Members ++ Chaotic),
    Left = erlang:system_info(process_count) - Alive,
    Lost = agree(sent(Accounts, Driven) ++ [{"ended", Processes + ?CHAOTIC, Ended}, {"left", 0, Left}
                 | rows(Accounts, Rows)]),
    Grown = compare(Before, After, Tolerance),
    io:format("~n~w s~n", [(erlang:monotonic_time(millisecond) - Began) div 1000]),
    halt(case Lost ++ Grown of [] -> 0; _ -> 1 end).

defaults() ->
    #{messages => 50000000, processes => 100000, seed => 1, tolerance => 5}.

option(Argument) ->
    [Name, Value] = string:lexemes(Argument, "="),
    {maps:get(Name, #{"messages" => messages, "processes" => processes, "seed" => seed, "tolerance" => tolerance,
                      "schedulers" => schedulers}), list_to_integer(Value)}.

%% Traffic: tokens that go from member to member, with other messages before them. What the driver sent and received.
traffic(Messages, Seed) ->
    Hops = Messages div 5 div ?TOKENS,
    Seeds = lists:seq(Seed, Seed + ?TOKENS - 1),
    [one_of(soak_members, next(next(Own))) ! {hop, Hops, next(Own * 7919)} || Own <- Seeds],
    {?TOKENS, lists:sum([receive done -> 1 after ?PATIENCE -> lost(token) end || _ <- Seeds])}.

next(Random) ->
    Random * 16807 rem 2147483647.

one_of(Key, Random) ->
    All = persistent_term:get(Key),
    element(Random rem tuple_size(All) + 1, All).

lost(What) ->
    io:format("off: ~p~n", [What]),
    halt(1).

%% A member: messages received and sent; timers started, fired and cancelled, times waited, rows inserted and deleted.
member(In, Out, Rare) ->
    receive
        data -> member(In + 1, Out, Rare);
        {data, _} -> member(In + 1, Out, Rare);
        [_ | _] -> member(In + 1, Out, Rare);
        {hop, 0, _} ->
            soak ! done,
            member(In + 1, Out + 1, Rare);
        {hop, Left, Random} -> hop(Left - 1, next(Random), In + 1, Out, Rare);
        tick -> member(In, Out, more(2, Rare));
        {timeout, _, late} -> member(In, Out, more(2, Rare));
        {report, To} ->
            erlang:garbage_collect(),
            To ! {account, [In, Out | tuple_to_list(Rare)]},
            member(In, Out, Rare)
    end.

hop(Left, Random, In, Out, Rare) ->
    Next = one_of(soak_members, Random),
    Next ! data,
    Next ! {data, Random},
    Next ! [Random, Left],
    Next ! {data, {Left, <<Random:64>>, Random}},
    {More, NewRare} = event((Random bsr 8) rem 1000, Random, Next, Rare),
    Next ! {hop, Left, Random},
    member(In, Out + 5 + More, NewRare).

more(Place, Rare) ->
    setelement(Place, Rare, element(Place, Rare) + 1).

%% What happens once in a while: messages more than usual, and the accounts.
event(0, Random, _, Rare) ->
    erlang:send_after(Random rem 20, self(), tick),
    {0, more(1, Rare)};
event(1, Random, _, Rare) ->
    {0, cancel(erlang:start_timer(100000 + Random, self(), late), more(1, Rare))};
event(2, Random, _, Rare) ->
    Timer = erlang:start_timer(Random rem 3, self(), late),
    erlang:yield(),
    {0, cancel(Timer, more(1, Rare))};
event(3, Random, _, Rare) ->
    receive never -> lost(never) after Random rem 3 -> {0, more(4, Rare)} end;
event(4, Random, _, Rare) ->
    Key = Random rem 997,
    case ets:insert_new(soak_rows, {Key, self(), binary:copy(<<Random:64>>, 20)}) of
        true -> {0, more(5, Rare)};
        false -> {0, lists:foldl(fun(_, Own) -> more(6, Own) end, Rare, ets:take(soak_rows, Key))}
    end;
event(5, Random, Next, Rare) ->
    Next ! {data, binary:copy(<<Random:64>>, 10 + Random rem 1000)},
    {1, Rare};
event(6, Random, Next, Rare) ->
    Next ! lists:seq(Random, Random + Random rem 50),
    {1, Rare};
event(Event, Random, _, Rare) when Event < 10 ->
    one_of(soak_chaotic, Random) ! {go, Random},
    {1, Rare};
event(_, _, _, Rare) ->
    {0, Rare}.

cancel(Timer, Rare) ->
    case erlang:cancel_timer(Timer) of
        false -> Rare;
        Left when is_integer(Left) -> more(3, Rare)
    end.

%% A process that lets others live and die: what it is told, messages to children and those they counted, monitors and what came
%% of them, links and what came of them, tables and those that were gone with their owner, and what came unasked.
chaotic() ->
    process_flag(trap_exit, true),
    chaotic([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).

chaotic(Account) ->
    receive
        {go, Random} -> chaotic(sum(Account, [1 | chaos(Random)]));
        {report, To} ->
            Unasked = unasked(0),
            erlang:garbage_collect(),
            Whole = sum(Account, [0, 0, 0, 0, 0, 0, 0, 0, 0, Unasked]),
            To ! {account, Whole},
            chaotic(Whole)
    end.

unasked(Count) ->
    receive _ -> unasked(Count + 1) after 0 -> Count end.

sum(Some, Others) ->
    lists:zipwith(fun(One, Other) -> One + Other end, Some, Others).

chaos(Random) ->
    Own = self(),
    Children = [spawn_opt(fun() -> child(Own, Number) end, [link, monitor]) || Number <- lists:seq(1, ?CHILDREN)],
    Pids = [Pid || {Pid, _} <- Children],
    Tables = [await(table, Pid) || Pid <- Pids],
    [Pid ! add || _ <- lists:seq(1, 5), Pid <- Pids],
    [Pid ! {count, Own} || Pid <- Pids],
    Counted = lists:sum([await(count, Pid) || Pid <- Pids]),
    [erlang:send_after(100000000, Pid, late) || Pid <- Pids],
    {Flushed, Kept} = lists:split(3, [monitor(process, Pid) || Pid <- Pids]),
    [demonitor(Monitor, [flush]) || Monitor <- Flushed],
    Linked = kill(Random, Pids),
    Monitors = [Monitor || {_, Monitor} <- Children] ++ Kept,
    Downs = length([down(Monitor) || Monitor <- Monitors]) + late(Pids),
    Exits = length([exited(Pid) || Pid <- Linked]),
    Gone = length([Table || Table <- lists:droplast(Tables), ets:info(Table) =:= undefined])
        + inherited(lists:last(Pids), lists:last(Tables)),
    [5 * ?CHILDREN, Counted, length(Monitors) + 1, Downs, length(Linked), Exits, length(Tables), Gone, 0].

await(What, Pid) ->
    receive {What, Pid, Value} -> Value after ?PATIENCE -> lost(What) end.

down(Monitor) ->
    receive {'DOWN', Monitor, process, _, _} -> ok after ?PATIENCE -> lost(down) end.

exited(Pid) ->
    receive {'EXIT', Pid, _} -> ok after ?PATIENCE -> lost(exit) end.

%% Who is watched too late is told so.
late([Pid | _]) ->
    Monitor = monitor(process, Pid),
    receive {'DOWN', Monitor, process, Pid, noproc} -> 1 after ?PATIENCE -> lost(noproc) end.

%% The last child's table is not gone, but ours.
inherited(Pid, Table) ->
    receive {'ETS-TRANSFER', Table, Pid, kept} -> ok after ?PATIENCE -> lost(table) end,
    ?ROWS = ets:info(Table, size),
    ets:delete(Table),
    1.

%% Ends the children: four that are linked to each other die of one of them, the others each in its own way. Those whose
%% exits are to be heard of.
kill(Random, [A, B, C, D, E, F, G, H] = Pids) ->
    [begin Pid ! {link, Other, self()}, await(linked, Pid) end || {Pid, Other} <- [{A, B}, {B, C}, {C, D}]],
    Victim = lists:nth(Random rem 4 + 1, Pids),
    case (Random bsr 3) rem 2 of
        0 -> exit(Victim, kill);
        1 -> Victim ! {stop, {reason, Random}}
    end,
    unlink(E),
    exit(E, kill),
    F ! {stop, normal},
    exit(G, shutdown),
    H ! {stop, done},
    Pids -- [E].

child(Parent, Number) ->
    Options = case Number of ?CHILDREN -> [{heir, Parent, kept}]; _ -> [] end,
    Table = ets:new(soak_child, [lists:nth(Number rem 3 + 1, [set, ordered_set, bag]), public | Options]),
    [ets:insert(Table, {Row, Parent, binary:copy(<<Row:64>>, 20)}) || Row <- lists:seq(1, ?ROWS)],
    Parent ! {table, self(), Table},
    child(0).

child(Count) ->
    receive
        add -> child(Count + 1);
        {count, To} ->
            To ! {count, self(), Count},
            child(Count);
        {link, Pid, To} ->
            link(Pid),
            To ! {linked, self(), true},
            child(Count);
        {stop, Reason} -> exit(Reason)
    end.

%% The accounts of members and of the others, once no timer is on its way any more.
settled(Members, Chaotic, Patience) ->
    [_, _, Started, Fired, Cancelled | _] = Account = accounts(Members),
    case Fired + Cancelled of
        Started -> {Account, accounts(Chaotic)};
        _ when Patience > 0 ->
            receive after 200 -> ok end,
            settled(Members, Chaotic, Patience - 200);
        _ -> {Account, accounts(Chaotic)}
    end.

accounts(Pids) ->
    [Pid ! {report, self()} || Pid <- Pids],
    [First | Others] = [receive {account, Account} -> Account after ?PATIENCE -> lost(account) end || _ <- Pids],
    lists:foldl(fun sum/2, First, Others).

%% What has to be alike: a name, and what was begun and what came of it.
sent({[In, Out, Started, Fired, Cancelled, _, _, _], Chaos}, Driven) ->
    {DriverOut, DriverIn} = lists:unzip(Driven),
    [Told, Added, Counted, Monitors, Downs, Links, Exits, Tables, Gone, Unasked] = Chaos,
    [{"messages", Out + Added + lists:sum(DriverOut), In + Told + Counted + lists:sum(DriverIn)},
     {"timers", Started, Fired + Cancelled}, {"monitors", Monitors, Downs}, {"links", Links, Exits},
     {"tables", Tables, Gone}, {"unasked", 0, Unasked}].

rows({[_, _, _, _, _, _, Inserted, Deleted], _}, Rows) ->
    [{"rows", Inserted, Deleted + Rows}].

agree(Accounts) ->
    io:format("~n~-16s~16s~16s~n", ["", "begun", "come of it"]),
    [io:format("~-16s~16w~16w~s~n", [Name, Begun, Over, said(Begun =:= Over)]) || {Name, Begun, Over} <- Accounts],
    [Name || {Name, Begun, Over} <- Accounts, Begun =/= Over].

said(true) -> "";
said(false) -> "   <-- off".

%% Ends processes, each of which is heard of once; how many were.
ended(Pids) ->
    Monitors = [begin Monitor = monitor(process, Pid), exit(Pid, kill), Monitor end || Pid <- Pids],
    length([down(Monitor) || Monitor <- Monitors]).

%% Bytes in use by kind, and those of the operating system's process, where it says so.
measure() ->
    erlang:garbage_collect(),
    receive after 500 -> ok end,
    [{Kind, erlang:memory(Kind)} || Kind <- [total, processes, system, atom, binary, code, ets]] ++ resident().

resident() ->
    case file:read_file("/proc/self/statm") of
        {ok, Text} ->
            [_, Pages | _] = string:lexemes(binary_to_list(Text), " "),
            [{resident, list_to_integer(Pages) * 4096}];
        _ -> []
    end.

compare(Before, After, Tolerance) ->
    io:format("~n~-16s~16s~16s~10s~n", ["bytes", "before", "after", "percent"]),
    Pairs = [{Kind, Was, proplists:get_value(Kind, After)} || {Kind, Was} <- Before],
    [Kind || {Kind, Was, Is} <- Pairs, not compared(Kind, Was, Is, Tolerance)].

compared(Kind, Was, Is, Tolerance) ->
    Fits = abs(Is - Was) =< max(?SMALL, Was * Tolerance div 100),
    io:format("~-16w~16w~16w~10.2f~s~n", [Kind, Was, Is, (Is - Was) * 100 / max(1, Was), said(Fits)]),
    Fits.

%% A supervisor by hand: one for one, one for all, rest for one,.
-module(restarting_supervisor).
-export([start/0]).

start() ->
    [show({Strategy, run(Strategy)}) || Strategy <- [one_for_one, one_for_all, rest_for_one]],
    show(burst()),
    ok.

run(Strategy) ->
    Self = self(),
    Sup = spawn(fun() -> process_flag(trap_exit, true), sup(Strategy, [{Name, child(Name, Self)} || Name <- [a, b, c]], Self, 0) end),
    First = [receive {started, N} -> N after 100 -> none end || _ <- [1, 2, 3]],
    Sup ! {crash, b},
    Again = lists:sort(drain()),
    Sup ! {which, self()},
    Names = receive {children, C} -> C end,
    exit(Sup, kill),
    {First, Again, Names}.

child(Name, Owner) ->
    spawn_link(fun() -> Owner ! {started, Name}, receive crash -> exit(crashed) end end).

sup(_, _, Owner, 4) -> Owner ! gave_up;
sup(Strategy, Children, Owner, Restarts) ->
    receive
        {crash, Name} -> element(2, lists:keyfind(Name, 1, Children)) ! crash, sup(Strategy, Children, Owner, Restarts);
        {which, From} -> From ! {children, [N || {N, P} <- Children, is_process_alive(P)]}, sup(Strategy, Children, Owner, Restarts);
        {'EXIT', Pid, _} ->
            case lists:keyfind(Pid, 2, Children) of
                {Name, Pid} -> sup(Strategy, restart(Strategy, Name, Children, Owner), Owner, Restarts + 1);
                false -> sup(Strategy, Children, Owner, Restarts)
            end
    end.

restart(one_for_one, Name, Children, Owner) -> lists:keyreplace(Name, 1, Children, {Name, child(Name, Owner)});
restart(one_for_all, _, Children, Owner) -> stop(Children), [{N, child(N, Owner)} || {N, _} <- Children];
restart(rest_for_one, Name, Children, Owner) ->
    {Before, Rest} = lists:splitwith(fun({N, _}) -> N =/= Name end, Children),
    stop(Rest),
    Before ++ [{N, child(N, Owner)} || {N, _} <- Rest].

stop(Children) -> [begin unlink(P), exit(P, kill) end || {_, P} <- Children].

drain() -> receive {started, N} -> [N | drain()] after 10 -> [] end.

burst() ->
    Self = self(),
    Sup = spawn(fun() -> process_flag(trap_exit, true), sup(one_for_one, [{x, child(x, Self)}], Self, 0) end),
    [begin receive {started, x} -> ok after 100 -> ok end, Sup ! {crash, x} end || _ <- [1, 2, 3, 4]],
    receive gave_up -> gave_up after 200 -> went_on end.

show(Term) -> io:format("~0p~n", [Term]).

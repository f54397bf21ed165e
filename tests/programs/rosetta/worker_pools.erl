%% A pool of workers that take jobs when they are free, with crashes retried.
-module(worker_pools).
-export([start/0]).

start() ->
    show(run(3, [fun() -> N * N end || N <- lists:seq(1, 10)])),
    show(run(2, [fun() -> case N rem 3 of 0 -> exit(bad); _ -> N end end || N <- lists:seq(1, 7)])),
    show(run(5, [])),
    show(run(1, [fun() -> self() =/= undefined end])),
    show(run(4, [fun() -> timer:sleep(5 - N), N end || N <- lists:seq(1, 4)])),
    ok.

run(Workers, Jobs) ->
    Numbered = lists:zip(lists:seq(1, length(Jobs)), Jobs),
    {Now, Later} = lists:split(min(Workers, length(Jobs)), Numbered),
    Running = maps:from_list([begin {Ref, N} = launch(J), {Ref, {N, J, 1}} end || J <- Now]),
    Results = loop(Running, Later, #{}),
    [maps:get(N, Results) || {N, _} <- Numbered].

launch({N, Job}) ->
    {_, Ref} = spawn_monitor(fun() -> exit({result, Job()}) end),
    {Ref, N}.

loop(Running, [], Results) when map_size(Running) =:= 0 -> Results;
loop(Running, Later, Results) ->
    receive
        {'DOWN', Ref, process, _, Outcome} ->
            {{N, Job, Tries}, Rest} = maps:take(Ref, Running),
            case Outcome of
                {result, V} -> next(Rest, Later, Results#{N => V});
                _ when Tries < 2 -> {New, _} = launch(Job), loop(Rest#{New => {N, Job, Tries + 1}}, Later, Results);
                Reason -> next(Rest, Later, Results#{N => {failed, Reason}})
            end
    end.

next(Running, [], Results) -> loop(Running, [], Results);
next(Running, [{N, _} = Job | Later], Results) ->
    {Ref, N} = launch(Job),
    loop(Running#{Ref => {N, Job, 1}}, Later, Results).

show(Term) -> io:format("~0p~n", [Term]).

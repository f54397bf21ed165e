%% Heartbeats that are watched: slow ones suspected, silent ones given up.
-module(heartbeats).
-export([start/0]).

start() ->
    Self = self(),
    W = spawn(fun() -> watch(#{}, Self) end),
    Beats = [{steady, [4, 4, 4, 4, 4, 4, 4]}, {stops, [4, 4]}],
    [spawn(fun() -> beat(Name, Gaps, W) end) || {Name, Gaps} <- Beats],
    show(lists:usort(collect(2))),
    W ! {status, self()},
    show(receive {status, S} -> S end),
    ok.

beat(_, [], _) -> ok;
beat(Name, [Gap | Gaps], W) -> W ! {beat, Name}, timer:sleep(Gap), beat(Name, Gaps, W).

watch(Timers, Owner) ->
    receive
        {beat, Name} ->
            case Timers of #{Name := {T, _}} -> erlang:cancel_timer(T); #{} -> ok end,
            N = case Timers of #{Name := {_, K}} -> K + 1; #{} -> 1 end,
            watch(Timers#{Name => {erlang:send_after(200, self(), {silent, Name}), N}}, Owner);
        {silent, Name} -> {{_, N}, Rest} = maps:take(Name, Timers), Owner ! {lost, Name, N}, watch(Rest, Owner);
        {status, From} -> From ! {status, lists:sort(maps:keys(Timers))}, watch(Timers, Owner)
    end.

collect(0) -> [];
collect(N) -> receive {lost, Name, K} -> [{Name, K} | collect(N - 1)] after 2000 -> [nothing] end.

show(Term) -> io:format("~0p~n", [Term]).

%% How a heap grows is AtomVM's to ask for; what a program computes is the same.
-module(heap_growth).
-export([start/0]).

start() ->
    [io:format("~p: ~p~n", [Growth, grown(Growth)]) || Growth <- [bounded_free, minimum, fibonacci]],
    [io:format("~p: ~p~n", [Growth, refused(Growth)]) || Growth <- [maximum, 3, "minimum"]],
    ok.

%% Where the option is not known the process starts without it: what is compared is what it computes.
grown(Growth) ->
    Work = fun() -> exit(lists:sum([byte_size(Part) || Part <- work(40, [<<"seed">>])])) end,
    {Pid, Monitor} = try spawn_opt(Work, [monitor, {atomvm_heap_growth, Growth}])
                     catch error:badarg -> spawn_monitor(Work) end,
    receive {'DOWN', Monitor, process, Pid, Sum} -> Sum end.

work(0, Parts) -> Parts;
work(N, Parts) ->
    Kept = lists:sublist(lists:sort([<<Part/binary, N:16>> || Part <- Parts] ++ Parts), 200),
    true = length([{Part, N} || Part <- Kept]) =:= length(Kept),
    work(N - 1, Kept).

refused(Growth) ->
    try spawn_opt(fun() -> ok end, [{atomvm_heap_growth, Growth}]) of
        Pid -> is_pid(Pid)
    catch
        error:Reason -> Reason
    end.

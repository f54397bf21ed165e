%% receive inside try, catch and after, and exceptions out of a receive.
-module(receive_in_try).
-export([start/0]).

start() ->
    self() ! {value, 1},
    erlang:display(try receive {value, V} -> V end catch _:_ -> failed end),
    self() ! {raise, throw, ball},
    erlang:display(guarded()),
    self() ! {raise, error, wrong},
    erlang:display(guarded()),
    self() ! {raise, exit, gone},
    erlang:display(guarded()),
    erlang:display(guarded()),
    self() ! cleanup,
    erlang:display(try throw(x) catch x -> caught after receive cleanup -> erlang:display(cleaned) end end),
    self() ! {bad, match},
    erlang:display(catch receive {bad, What} -> throw({was, What}) end),
    self() ! a, self() ! b,
    erlang:display(try receive b -> receive a -> both end end after ok end),
    Self = self(),
    Pid = spawn(fun() ->
        try receive {Self, die} -> exit(asked) end
        catch exit:asked -> Self ! {self(), refused}
        end
    end),
    Pid ! {self(), die},
    erlang:display(receive {Pid, Answer} -> Answer end),
    ok.

guarded() ->
    try
        receive
            {raise, throw, T} -> throw(T);
            {raise, error, E} -> error(E);
            {raise, exit, X} -> exit(X)
        after 1 -> timeout
        end
    catch
        Class:Reason -> {Class, Reason}
    end.

%% Registered names as locks: taken once, freed by an end, and contended by many.
-module(names_as_locks).
-export([start/0]).

start() ->
    show([try_lock(l1), try_lock(l1), unlock(l1), try_lock(l1), unlock(l1)]),
    Self = self(),
    Inside = counters:new(1, []),
    [spawn(fun() -> with_lock(shared_lock, fun() ->
        counters:add(Inside, 1, 1),
        N = counters:get(Inside, 1),
        erlang:yield(),
        counters:sub(Inside, 1, 1),
        Self ! {inside, N}
    end) end) || _ <- lists:seq(1, 20)],
    show(lists:usort([receive {inside, N} -> N after 5000 -> none end || _ <- lists:seq(1, 20)])),
    P = spawn(fun() -> register(dying_lock, self()), Self ! taken, receive die -> exit(crash) end end),
    receive taken -> ok end,
    show(try_lock(dying_lock)),
    M = monitor(process, P),
    P ! die,
    receive {'DOWN', M, _, _, _} -> ok end,
    show([try_lock(dying_lock), unlock(dying_lock)]),
    ok.

try_lock(Name) -> try register(Name, self()) catch error:badarg -> busy end.

unlock(Name) -> try unregister(Name) catch error:badarg -> not_locked end.

with_lock(Name, F) ->
    case try_lock(Name) of
        true -> try F() after unlock(Name) end;
        busy -> erlang:yield(), with_lock(Name, F)
    end.

show(Term) -> io:format("~0p~n", [Term]).

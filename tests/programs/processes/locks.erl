%% A lock as a process, and who waits for it
-module(locks).
-export([start/0]).

start() ->
    Lock = spawn(fun free/0),
    Me = self(),
    [spawn(fun() -> acquire(Lock), Me ! {in, N}, receive after 1 -> ok end, Me ! {out, N}, Lock ! {release, self()} end) || N <- lists:seq(1, 4)],
    Events = [receive E -> E end || _ <- lists:seq(1, 8)],
    show(paired(Events)),
    ok.

acquire(Lock) -> Lock ! {acquire, self()}, receive {Lock, yours} -> ok end.

free() -> receive {acquire, P} -> P ! {self(), yours}, held(P) end.
held(P) -> receive {release, P} -> free() end.

paired([{in, N}, {out, N} | Rest]) -> paired(Rest);
paired(Rest) -> Rest.

show(Term) -> io:format("~0p~n", [Term]).

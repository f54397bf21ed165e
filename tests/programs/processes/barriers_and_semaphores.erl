%% Barriers, semaphores, read and write locks and latches made of processes.
-module(barriers_and_semaphores).
-export([start/0]).

start() ->
    show(barrier(5)),
    show(semaphore(2, 8)),
    show(latch(3)),
    show(readers_and_writers()),
    ok.

barrier(N) ->
    Self = self(),
    B = spawn(fun() -> gather(N, []) end),
    [spawn(fun() -> Self ! before, B ! {here, self()}, receive go -> Self ! 'after' end end) || _ <- lists:seq(1, N)],
    [receive M -> M end || _ <- lists:seq(1, 2 * N)].

gather(0, Waiting) -> [W ! go || W <- Waiting];
gather(N, Waiting) -> receive {here, P} -> gather(N - 1, [P | Waiting]) end.

semaphore(Slots, Jobs) ->
    Self = self(),
    S = spawn(fun() -> slots(Slots, queue:new()) end),
    Inside = counters:new(2, []),
    [spawn(fun() ->
        S ! {acquire, self()},
        receive granted -> ok end,
        counters:add(Inside, 1, 1),
        counters:put(Inside, 2, max(counters:get(Inside, 2), counters:get(Inside, 1))),
        timer:sleep(1),
        counters:sub(Inside, 1, 1),
        S ! release,
        Self ! finished
     end) || _ <- lists:seq(1, Jobs)],
    [receive finished -> ok end || _ <- lists:seq(1, Jobs)],
    {counters:get(Inside, 1), counters:get(Inside, 2) =< Slots}.

slots(N, Waiting) ->
    receive
        {acquire, P} when N > 0 -> P ! granted, slots(N - 1, Waiting);
        {acquire, P} -> slots(N, queue:in(P, Waiting));
        release ->
            case queue:out(Waiting) of
                {{value, P}, Rest} -> P ! granted, slots(N, Rest);
                {empty, _} -> slots(N + 1, Waiting)
            end
    end.

latch(N) ->
    Self = self(),
    L = spawn(fun() -> [receive count_down -> ok end || _ <- lists:seq(1, N)], Self ! open end),
    [begin L ! count_down, receive open -> {opened_at, I} after 3 -> closed end end || I <- lists:seq(1, N)].

readers_and_writers() ->
    L = spawn(fun() -> lock(0, none) end),
    R = [ask(L, read), ask(L, read), ask(L, write)],
    L ! done_reading, L ! done_reading,
    W = [ask(L, write), ask(L, read), ask(L, write)],
    L ! done_writing,
    {R, W, ask(L, read)}.

ask(L, What) -> L ! {What, self()}, receive {L, Answer} -> Answer after 100 -> none end.

lock(Readers, Writer) ->
    receive
        {read, P} when Writer =:= none -> P ! {self(), ok}, lock(Readers + 1, none);
        {write, P} when Readers =:= 0, Writer =:= none -> P ! {self(), ok}, lock(0, P);
        {_, P} -> P ! {self(), busy}, lock(Readers, Writer);
        done_reading -> lock(Readers - 1, Writer);
        done_writing -> lock(Readers, none)
    end.

show(Term) -> io:format("~0p~n", [Term]).

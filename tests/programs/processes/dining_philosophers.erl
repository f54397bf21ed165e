%% Philosophers eat with two forks each, taken in order,.
-module(dining_philosophers).
-export([start/0]).

start() ->
    Forks = list_to_tuple([spawn(fun() -> fork(free) end) || _ <- lists:seq(1, 5)]),
    Self = self(),
    [spawn(fun() -> think(N, Forks, 10, Self) end) || N <- lists:seq(1, 5)],
    Meals = [receive {sated, N, M} -> {N, M} after 5000 -> starved end || _ <- lists:seq(1, 5)],
    io:format("~w~n", [lists:sort(Meals)]),
    io:format("~w~n", [[ask(F) || F <- tuple_to_list(Forks)]]),
    ok.

fork(State) ->
    receive
        {take, P} when State =:= free -> P ! {taken, self()}, fork(P);
        {put, P} when State =:= P -> fork(free);
        {state, From} -> From ! {self(), State}, fork(State)
    end.

think(N, _, 0, Owner) -> Owner ! {sated, N, 10};
think(N, Forks, Meals, Owner) ->
    [A, B] = lists:sort([N, N rem 5 + 1]),
    [begin F = element(I, Forks), F ! {take, self()}, receive {taken, F} -> ok end end || I <- [A, B]],
    erlang:yield(),
    [element(I, Forks) ! {put, self()} || I <- [B, A]],
    think(N, Forks, Meals - 1, Owner).

ask(F) -> F ! {state, self()}, receive {F, S} -> S after 100 -> none end.

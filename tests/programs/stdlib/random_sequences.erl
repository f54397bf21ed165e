%% rand: what each generator makes of seeds of every kind; exports and jumps.
-module(random_sequences).
-export([start/0]).

-define(NAMES, [exsss, exro928ss, exrop, exs1024s, exsp, dummy, exs64, exsplus, exs1024]).

start() ->
    [begin
         State = rand:seed_s(Name, Seed),
         {Values, Later} = several(fun(S) -> rand:uniform_s(1000000, S) end, 20, State),
         io:format("~w ~w~n    ~w~n    ~w~n", [Name, Seed, Values, rand:export_seed_s(Later)])
     end || Name <- ?NAMES, Seed <- [0, 42, -7, 1 bsl 64 + 5, {1, 2, 3}, {-1, 1 bsl 70, 3}, [7]]],
    [begin
         Jumped = try rand:jump(rand:seed_s(Name, 42)) catch error:Reason -> Reason end,
         io:format("~w ~w~n", [Name, case Jumped of not_implemented -> Jumped; _ -> rand:export_seed_s(Jumped) end])
     end || Name <- ?NAMES],
    lists_of_numbers(),
    own_state(),
    ok.

several(Fun, Count, State) ->
    lists:mapfoldl(fun(_, S) -> Fun(S) end, State, lists:seq(1, Count)).

lists_of_numbers() ->
    [io:format("~w ~w ~w~n", [Name, List, try rand:export_seed_s(rand:seed_s(Name, List)) catch error:Reason -> Reason end])
     || {Name, List} <- [{exsss, [1, 2]}, {exsss, [1]}, {exsss, [0, 0]}, {exsss, [1, 2, 3]}, {exrop, [1 bsl 60, 5]}, {exsp, [1 bsl 58 + 3, 2]},
                         {exs1024s, lists:seq(1, 16)}, {exro928ss, lists:seq(1, 16)}, {exro928ss, lists:seq(1, 17)}, {dummy, [1]}, {dummy, [1, 2]},
                         {exs64, [7]}, {exsplus, [1, 2]}, {exs1024, [5, 6]}]].

%% The state of the process.
own_state() ->
    erase(),
    io:format("~w~n", [rand:export_seed()]),
    _ = rand:seed(exsss, 1),
    Exported = rand:export_seed(),
    First = [rand:uniform(100) || _ <- lists:seq(1, 10)],
    _ = rand:seed(Exported),
    io:format("~w ~w ~w~n", [First =:= [rand:uniform(100) || _ <- lists:seq(1, 10)], First, [rand:uniform(), rand:uniform_real(), rand:normal()]]),
    _ = rand:jump(),
    io:format("~w ~w~n", [rand:export_seed(), rand:bytes(5)]),
    State = rand:seed_s(exrop, 5),
    _ = rand:seed(State),
    io:format("~w ~w~n", [rand:export_seed(), rand:seed_s(Exported) =:= rand:seed_s(exsss, 1)]),
    io:format("~w~n", [element(1, rand:export_seed_s(rand:seed_s(default, 3)))]),
    _ = rand:seed(exro928ss),
    io:format("~w~n", [[R || _ <- lists:seq(1, 1000), R <- [rand:uniform(6)], R < 1 orelse R > 6]]),
    io:format("~w~n", [[try rand:uniform(N) catch error:Reason -> Reason end || N <- [0, -1, 1.5, x]]]),
    io:format("~w~n", [try rand:seed_s(nonsense, 1) catch error:Reason -> Reason end]).

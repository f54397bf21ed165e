%% unique_integer, make_ref and times: growing, positive, and refused units.
-module(unique_integers).
-export([start/0]).

start() ->
    Monotonic = [erlang:unique_integer([monotonic]) || _ <- lists:seq(1, 100)],
    show({Monotonic =:= lists:usort(Monotonic), length(lists:usort(Monotonic))}),
    Positive = [erlang:unique_integer([positive]) || _ <- lists:seq(1, 100)],
    show({lists:all(fun(N) -> N > 0 end, Positive), length(lists:usort(Positive))}),
    Both = [erlang:unique_integer([positive, monotonic]) || _ <- lists:seq(1, 50)],
    show({Both =:= lists:usort(Both), hd(Both) > 0}),
    Parent = self(),
    [spawn(fun() -> Parent ! {ids, [erlang:unique_integer() || _ <- lists:seq(1, 50)]} end) || _ <- lists:seq(1, 10)],
    Ids = lists:append([receive {ids, I} -> I end || _ <- lists:seq(1, 10)]),
    show(length(lists:usort(Ids))),
    References = [make_ref() || _ <- lists:seq(1, 100)],
    show({length(lists:usort(References)), References =:= lists:sort(References)}),
    Times = [erlang:monotonic_time() || _ <- lists:seq(1, 100)],
    show(Times =:= lists:sort(Times)),
    show([erlang:convert_time_unit(N, F, T) || {N, F, T} <- [{1, second, millisecond}, {1999, millisecond, second}, {-1, millisecond, second}, {-1999, microsecond, millisecond},
                                                            {7, 3, 2}, {1, second, 1}, {123456789, nanosecond, microsecond}, {5, 10, second}, {1, second, perf_counter}, {0, 1, 1}], T =/= perf_counter]),
    Offset = erlang:time_offset(millisecond),
    show(abs(erlang:system_time(millisecond) - erlang:monotonic_time(millisecond) - Offset) =< 2),
    show([outcome(F, A) || {F, A} <- [{unique_integer, [x]}, {unique_integer, [[x]]}, {monotonic_time, [x]}, {monotonic_time, [0]}, {system_time, [-1]}, {convert_time_unit, [x, 1, 1]},
                                      {convert_time_unit, [1, 0, 1]}, {convert_time_unit, [1, second, fortnight]}, {time_offset, ["s"]}, {convert_time_unit, [1.5, second, second]}]]),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

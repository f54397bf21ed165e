%% rand: the generators that are called directly.
-module(random_small_generators).
-export([start/0]).

start() ->
    [show({X, rand:splitmix64_next(X)}) || X <- [0, 1, 5, -5, 1 bsl 63, (1 bsl 64) - 1]],
    show(values(fun rand:splitmix64_next/1, 5, 42)),
    show(values(fun rand:exsp_next/1, 10, [1 | 2])),
    show(rand:exsp_jump([1 | 2])),
    show(rand:exsp_jump(rand:exsp_jump([123456789 | 987654321]))),
    States = mwc59(20, 1),
    show(States),
    show([rand:mwc59_value32(X) || X <- States]),
    show([rand:mwc59_value(X) || X <- States]),
    show([rand:mwc59_float(X) || X <- States]),
    show(lists:last(mwc59(1000, 12345678901234))),
    show([is_integer(rand:mwc59(rand:mwc59_seed())), try rand:mwc59_seed(-1) catch error:Reason -> Reason end]),
    ok.

values(_, 0, _) -> [];
values(Next, Count, State) ->
    {Value, Later} = Next(State),
    [Value | values(Next, Count - 1, Later)].

mwc59(0, _) -> [];
mwc59(Count, State) -> [State | mwc59(Count - 1, rand:mwc59(State))].

show(Term) -> io:format("~w~n", [Term]).

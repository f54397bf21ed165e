%% try with of, guards in catch, no catch at all, as an argument, in after.
-module(try_shapes).
-export([start/0, id/1]).

start() ->
    erlang:display([guarded(F) || F <- [fun() -> throw(1) end, fun() -> throw(-1) end, fun() -> throw(a) end,
                                        fun() -> error({code, 5}) end, fun() -> error({code, x}) end,
                                        fun() -> exit(bye) end, fun() -> 7 end, fun() -> [] end]]),
    erlang:display({1, try id(2) catch _:_ -> 3 end, 4}),
    erlang:display([try throw(X) catch Y -> Y * 2 end || X <- [1, 2, 3]]),
    erlang:display((try id(5) of V -> V + 1 after id(ignored) end)),
    erlang:display(of_raises()),
    erlang:display(catch_raises()),
    erlang:display(value_survives(id({a, [b]}))),
    erlang:display(in_after()),
    erlang:display(catch (catch throw(twice))),
    erlang:display([catch throw(X) || X <- [1, 2]]),
    erlang:display(deep(20)),
    ok.

guarded(Fun) ->
    try try Fun() of
        N when is_integer(N) -> {integer, N};
        Other -> {other, Other}
    catch
        N when N > 0, is_integer(N) -> {positive, N};
        throw:A when is_atom(A) -> {atom, A};
        error:{code, C} when is_integer(C) -> {code, C}
    end
    catch
        Class:Reason -> {escaped, Class, Reason}
    end.

of_raises() ->
    try
        try id(1) of 1 -> throw(from_of) catch from_of -> wrong end
    catch
        Value -> {outside, Value}
    end.

catch_raises() ->
    try
        try throw(one) catch one -> throw(two); two -> wrong end
    catch
        Value -> {outside, Value}
    end.

value_survives(X) ->
    Y = {X, X},
    Z = try id(Y) catch _:_ -> none after _ = lists:seq(1, 100), erlang:garbage_collect() end,
    {Y, Z, X}.

in_after() ->
    put(log, []),
    R = try id(result) after (try throw(inner) catch inner -> put(log, [caught | get(log)]) end) end,
    {R, get(log)}.

deep(0) -> throw(bottom);
deep(N) ->
    try deep(N - 1) catch throw:B when N =:= 15 -> {B, N} end.

id(X) -> X.

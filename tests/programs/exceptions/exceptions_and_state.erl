%% What was done before an exception stays done: dictionary, messages, bindings.
-module(exceptions_and_state).
-export([start/0, id/1]).

start() ->
    put(count, 0),
    Results = [attempt(N) || N <- lists:seq(1, 10)],
    erlang:display(Results),
    erlang:display(get(count)),
    self() ! first,
    catch begin self() ! second, error(x), self() ! never end,
    erlang:display(flush()),
    erlang:display(transfer(100, 30)),
    erlang:display(transfer(10, 30)),
    erlang:display(transfer(ten, 30)),
    erlang:display(find([1, 2, 7, 9], fun(X) -> X > 5 end)),
    erlang:display(find([1, 2], fun(X) -> X > 5 end)),
    ok.

attempt(N) ->
    try
        put(count, get(count) + 1),
        case N rem 4 of
            0 -> throw(four);
            1 -> error(one);
            2 -> exit(two);
            3 -> N
        end
    catch
        throw:X -> {t, X};
        error:X -> {e, X};
        exit:X -> {x, X}
    after
        put(count, get(count) + 10)
    end.

transfer(Balance, Amount) ->
    try
        New = Balance - Amount,
        New >= 0 orelse throw({short, -New}),
        {ok, New}
    catch
        throw:{short, By} -> {refused, By};
        error:badarith -> {invalid, Balance}
    end.

find(List, Fun) ->
    try lists:foreach(fun(X) -> Fun(X) andalso throw({found, X}) end, List) of
        ok -> none
    catch
        {found, X} -> {found, X}
    end.

flush() ->
    receive Message -> [Message | flush()] after 0 -> [] end.

id(X) -> X.

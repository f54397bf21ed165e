%% Messages, dictionaries, aliases and links kept over many collections.
-module(messages_kept_through).
-export([start/0]).

start() ->
    put(kept, lists:seq(1, 100)),
    [self() ! {kept, N, lists:seq(1, N)} || N <- lists:seq(1, 50)],
    Alias = alias(),
    [churn(20) || _ <- lists:seq(1, 10)],
    show(get(kept) =:= lists:seq(1, 100)),
    show(lists:sum([receive {kept, N, L} when length(L) =:= N -> N end || _ <- lists:seq(1, 50)])),
    Alias ! through,
    show(receive through -> came after 0 -> lost end),
    Child = spawn_link(fun() -> receive {hold, From, T} -> churn(50), From ! {held, T} end end),
    Big = [{N, integer_to_list(N), <<N:64>>} || N <- lists:seq(1, 500)],
    Child ! {hold, self(), Big},
    show(receive {held, B} -> B =:= Big end),
    F = make(Big),
    churn(30),
    show(F() =:= Big),
    show(lists:foldl(fun(N, M) -> garbage_collect(), M#{N => {N}} end, #{}, lists:seq(1, 40)) =:= maps:from_list([{N, {N}} || N <- lists:seq(1, 40)])),
    show(try churn_and_throw(Big) catch throw:X -> X =:= Big end),
    ok.

make(X) -> fun() -> X end.

churn(0) -> ok;
churn(N) -> L = [{X, [X], <<X>>} || X <- lists:seq(1, 300)], true = length(L) =:= 300, churn(N - 1).

churn_and_throw(X) -> churn(20), throw(X).

show(Term) -> io:format("~0p~n", [Term]).

%% What is sent is a copy: binaries, funs, references and shared parts stay equal.
-module(message_copies).
-export([start/0]).

start() ->
    Self = self(),
    Echo = spawn(fun() -> echo() end),
    Shared = lists:seq(1, 10),
    Big = binary:copy(<<"0123456789">>, 100),
    Terms = [Shared, {Shared, Shared, [Shared | Shared]}, Big, binary:part(Big, 5, 100), <<1:3>>, 1 bsl 100, -(1 bsl 64), 1.5, -0.0, make_ref(), Self,
             fun(X) -> {X, Shared} end, fun erlang:self/0, #{Shared => #{a => Big}}, maps:from_list([{N, {N}} || N <- lists:seq(1, 50)]), [], {}, "", <<>>, 'Ünïcode', [a | b]],
    Back = [begin Echo ! {Self, T}, receive {Echo, R} -> R end end || T <- Terms],
    io:format("~0p~n", [[A =:= B || {A, B} <- lists:zip(Terms, Back)]]),
    io:format("~0p~n", [(lists:nth(12, Back))(me)]),
    io:format("~0p~n", [erts_debug:size(lists:nth(2, Terms)) < erts_debug:flat_size(lists:nth(2, Terms))]),
    Echo ! {Self, Terms},
    io:format("~0p~n", [receive {Echo, All} -> All =:= Terms end]),
    Deep = lists:foldl(fun(N, Acc) -> {N, [Acc]} end, bottom, lists:seq(1, 20000)),
    Echo ! {Self, Deep},
    io:format("~0p~n", [receive {Echo, D} -> D =:= Deep end]),
    [Echo ! {Self, N} || N <- lists:seq(1, 1000)],
    io:format("~0p~n", [[receive {Echo, R} -> R end || _ <- lists:seq(1, 1000)] =:= lists:seq(1, 1000)]),
    ok.

echo() -> receive {From, Message} -> From ! {self(), Message}, echo() end.

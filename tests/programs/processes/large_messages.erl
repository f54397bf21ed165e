%% What is sent is the same on the other side
-module(large_messages).
-export([start/0]).

start() ->
    Echo = spawn(fun echo/0),
    Terms = [lists:seq(1, 5000), binary:copy(<<"b">>, 5000), list_to_tuple(lists:seq(1, 3000)), maps:from_list([{N, [N]} || N <- lists:seq(1, 100)]), 1 bsl 5000, <<1:4001>>],
    [begin Echo ! {self(), T}, receive {Echo, T} -> show(same) end end || T <- Terms],
    ok.

echo() ->
    receive {From, T} -> From ! {self(), T} end,
    echo().

show(Term) -> io:format("~0p~n", [Term]).

%% bsl and bsr of integers of every size by small, negative and huge amounts.
-module(shifts).
-export([start/0, id/1]).

start() ->
    Values = [1, -1, 5, -5, 16#FFFFFFFF, -16#FFFFFFFF, id(1) bsl 90 + 12345, -(id(1) bsl 90) - 12345],
    [erlang:display({V, S, id(V) bsl id(S), id(V) bsr id(S)})
     || V <- Values, S <- [0, 1, 3, 27, 28, 31, 32, 59, 60, 64, 91, -1, -40]],
    erlang:display([id(0) bsl id(1 bsl 70), id(7) bsr id(1 bsl 70), id(-7) bsr id(1 bsl 70)]),
    erlang:display([id(0) bsr id(-(1 bsl 70)), id(7) bsl id(-(1 bsl 70)), id(-7) bsl id(-(1 bsl 70))]),
    erlang:display([id(X) bsr 200 || X <- [1, -1, 1 bsl 199, 1 bsl 201, -(1 bsl 201)]]),
    ok.

id(X) -> X.

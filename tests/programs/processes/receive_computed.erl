%% receive: timeouts that are computed, zero, negative, too large, or no number.
-module(receive_computed).
-export([start/0]).

start() ->
    [io:format("~0p: ~0p~n", [T, wait(T)]) || T <- [0, 1, 5 * 2, -1, 1.0, x, infinity, 16#FFFFFFFF, 16#100000000, "1", <<1>>, 1 bsl 80]],
    io:format("~0p~n", [receive after length([a, b]) -> waited end]),
    self() ! a,
    self() ! b,
    io:format("~0p~n", [receive b -> first_b after side_effect(0) -> none end]),
    io:format("~0p~n", [flush()]),
    io:format("~0p~n", [(catch receive after error(computed) -> no end) =/= no]),
    Nested = receive after 0 -> receive after 1 -> receive after 0 -> inner end end end,
    io:format("~0p~n", [Nested]),
    io:format("~0p~n", [[receive X -> X after 0 -> {none, N} end || N <- [1, 2]]]),
    ok.

wait(Timeout) ->
    self() ! present,
    receive present -> ok end,
    case Timeout of
        _ when Timeout =:= infinity; is_integer(Timeout), Timeout > 1000, Timeout =< 16#FFFFFFFF -> self() ! wakes, receive wakes -> woken after Timeout -> timeout end;
        _ -> try receive never -> woken after Timeout -> timeout end catch Class:Reason -> {Class, Reason} end
    end.

side_effect(N) -> io:format("computed first~n"), N.

flush() -> receive X -> [X | flush()] after 0 -> [] end.

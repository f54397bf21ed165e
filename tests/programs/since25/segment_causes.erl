%% Which segment of a bitstring cannot be made, and why: the error says it.
-module(segment_causes).
-export([start/0, id/1]).

start() ->
    [show(F) || F <- sizes() ++ values()],
    ok.

sizes() ->
    A = id(a), Less = id(-1), B = id(<<1, 2, 3>>), Big = id(1 bsl 70), F = id(3.5),
    [fun() -> <<A:8, 1:Less>> end, fun() -> <<A:8, 1:A>> end, fun() -> <<1:8, 1.0:(id(20))/float>> end,
     fun() -> <<1:8, A:(id(20))/float>> end, fun() -> <<1, B:Less/binary>> end,
     fun() -> <<1, B:Big/binary>> end, fun() -> <<1, B:A/binary>> end, fun() -> <<1, 5:Big>> end,
     fun() -> <<1, 5:F>> end].

values() ->
    A = id(a), Less = id(-1), B = id(<<1, 2, 3>>), Bits = id(<<1:3>>), Big = id(1 bsl 70),
    Huge = id(1 bsl 5000),
    [fun() -> <<A:8, B/float>> end, fun() -> <<1:8, A/float>> end, fun() -> <<1:8, A:16/float>> end,
     fun() -> try <<1:8, Huge/float>> catch error:badarg:Trace -> element(4, hd(Trace)) =/= [] end end,
     fun() -> <<B/binary, Bits/binary>> end, fun() -> <<Bits/binary, B/binary>> end,
     fun() -> <<1, Bits/binary, B/binary>> end, fun() -> <<1, B:(id(4))/binary>> end,
     fun() -> <<1, A:(id(3))/binary>> end, fun() -> <<1, B:(id(40))/bitstring>> end,
     fun() -> <<1, A/bitstring>> end, fun() -> <<A/utf8>> end, fun() -> <<1, Less/utf8>> end,
     fun() -> <<1, (id(16#d800))/utf8>> end, fun() -> <<1, Less/utf16>> end, fun() -> <<1, A/utf16>> end,
     fun() -> <<1, Big/utf32>> end, fun() -> <<1, (id(16#110000))/utf32>> end, fun() -> <<"abc", A>> end,
     fun() -> <<A/binary, "abc", A>> end, fun() -> <<(id(<<>>))/binary, "abc", A>> end,
     fun() -> <<1, 2, "abc", 3:16, A:9>> end, fun() -> <<1, (id(3.5))>> end, fun() -> many(A) end].

many(A) ->
    One = id(1),
    <<One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One,
      One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, One, A>>.

show(Fun) ->
    try
        erlang:display({none, Fun()})
    catch
        error:Reason:Trace ->
            {_, _, _, Location} = hd(Trace),
            Info = proplists:get_value(error_info, Location),
            erlang:display({Reason, lists:sort(maps:to_list(Info))})
    end.

id(X) -> X.

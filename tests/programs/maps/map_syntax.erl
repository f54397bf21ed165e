%% Making, updating and matching
-module(map_syntax).
-export([start/0]).

start() ->
    show(caught(fun() -> maps:to_list(#{1 => a, 2 => b, 1 => c}) end)),
    show(caught(fun() -> map_size(#{1 => a, 1.0 => b}) end)),
    show(caught(fun() -> maps:to_list((#{1 => a})#{2 => b, 1 => c}) end)),
    show(caught(fun() -> maps:to_list((#{1 => a})#{1 := b}) end)),
    show(caught(fun() -> (#{1 => a})#{2 := b} end)),
    show(caught(fun() -> begin #{1 := X} = #{1 => a, 2 => b}, X end end)),
    show(caught(fun() -> begin #{3 := X} = #{1 => a}, X end end)),
    show(caught(fun() -> case #{k => v} of #{k := w} -> w; #{k := v} -> v end end)),
    show(caught(fun() -> case #{} of #{a := _} -> a; #{} -> any_map end end)),
    show(caught(fun() -> begin K = {a, b}, #{K := V} = #{{a, b} => 5}, V end end)),
    show(caught(fun() -> (fun(#{a := A, b := B}) -> {A, B} end)(#{a => 1, b => 2, c => 3}) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

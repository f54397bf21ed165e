%% phash2 of equal terms is equal, and bounded
-module(hashes).
-export([start/0]).

start() ->
    Terms = [0, 1, -1, 1 bsl 40, 1 bsl 80, a, 'long atom', 1.5, "abc", [], {}, {1, 2}, <<"bytes">>, <<5:3>>, #{}, #{a => 1}, [1 | 2]],
    [show({T, erlang:phash2(T), erlang:phash2(T, 10)}) || T <- Terms],
    show(caught(fun() -> erlang:phash2(a, 0) end)),
    show(caught(fun() -> erlang:phash2(a, -1) end)),
    show(erlang:phash2(a, 1 bsl 32) =:= erlang:phash2(a)),
    <<_:4, Part:24/bits>> = <<1:4, "abc">>,
    show(erlang:phash2(Part) =:= erlang:phash2(<<"abc">>)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

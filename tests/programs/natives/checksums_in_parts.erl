%% crc32, adler32 and md5: whole, in parts, combined, and of what is no io list.
-module(checksums_in_parts).
-export([start/0]).

start() ->
    A = <<"hello, ">>,
    B = <<"world">>,
    calls(erlang, crc32, [["hello, world"], [[A, B]], [erlang:crc32(A), B], [0, <<>>], [x], [[256]], [-1, A], [1 bsl 32, A], [a, A]]),
    calls(erlang, crc32_combine, [[erlang:crc32(A), erlang:crc32(B), 5], [0, 0, 0], [a, 1, 1], [1, 1, -1]]),
    calls(erlang, adler32, [["hello, world"], [[A, B]], [erlang:adler32(A), B], [1, <<>>], [x], [a, A]]),
    calls(erlang, adler32_combine, [[erlang:adler32(A), erlang:adler32(B), 5], [1, 1, 0], [a, 1, 1]]),
    show(erlang:md5("hello, world") =:= erlang:md5([A, B])),
    Context = erlang:md5_update(erlang:md5_update(erlang:md5_init(), A), B),
    show(erlang:md5_final(Context) =:= erlang:md5("hello, world")),
    show(erlang:md5_final(erlang:md5_update(Context, "!")) =:= erlang:md5("hello, world!")),
    show([<< <<(hex(N))>> || <<N:4>> <= erlang:md5(T) >> || T <- ["", "a", "abc", lists:duplicate(1000, $x)]]),
    calls(erlang, md5, [[x], [[256]], [[a]]]),
    calls(erlang, md5_update, [[x, "a"], [<<>>, "a"]]),
    calls(erlang, md5_final, [[x], [<<1>>]]),
    ok.

hex(N) when N < 10 -> $0 + N;
hex(N) -> $a + N - 10.

show(Term) -> io:format("~0p~n", [Term]).

calls(Module, Function, Lists) ->
    [io:format("~0p ~0p -> ~0p~n", [Function, Arguments, outcome(Module, Function, Arguments)]) || Arguments <- Lists],
    ok.

outcome(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments)
    catch Class:Reason:Stack -> {Class, Reason, frame(Stack)}
    end.

frame([{Module, Function, Arguments, _} | _]) when is_list(Arguments) -> {Module, Function, length(Arguments)};
frame([{Module, Function, Arity, _} | _]) -> {Module, Function, Arity}.

%% Bytes through a chain of processes that cut, decode, count and join them again.
-module(pipes_of_bytes).
-export([start/0]).

start() ->
    show(run([<<"hel">>, <<"lo\nwor">>, <<"ld\n">>, <<"\nlast">>])),
    show(run([])),
    show(run([<<B>> || <<B>> <= <<"a\nbb\nccc">>])),
    show(run([<<"one line without end">>])),
    ok.

run(Chunks) ->
    Self = self(),
    Sink = spawn(fun() -> sink([], Self) end),
    Count = spawn(fun() -> counter(0, Sink) end),
    Lines = spawn(fun() -> lines(<<>>, Count) end),
    [Lines ! {data, C} || C <- Chunks],
    Lines ! eof,
    receive {result, R} -> R after 1000 -> none end.

lines(Buffer, Next) ->
    receive
        {data, D} ->
            Parts = binary:split(<<Buffer/binary, D/binary>>, <<"\n">>, [global]),
            [Next ! {line, L} || L <- lists:droplast(Parts)],
            lines(lists:last(Parts), Next);
        eof -> [Next ! {line, Buffer} || Buffer =/= <<>>], Next ! eof
    end.

counter(N, Next) ->
    receive
        {line, L} -> Next ! {numbered, N + 1, L}, counter(N + 1, Next);
        eof -> Next ! {total, N}
    end.

sink(Acc, Owner) ->
    receive
        {numbered, N, L} -> sink([{N, byte_size(L), L} | Acc], Owner);
        {total, N} -> Owner ! {result, {N, lists:reverse(Acc)}}
    end.

show(Term) -> io:format("~0p~n", [Term]).

%% Parts outlive what they are parts of
-module(shared_parts).
-export([start/0]).

start() ->
    Parts = parts(binary:copy(<<"0123456789">>, 50), 7),
    erlang:garbage_collect(),
    show(length(Parts)),
    show(lists:sublist(Parts, 5)),
    show(iolist_to_binary(Parts) =:= binary:copy(<<"0123456789">>, 50)),
    ok.

parts(B, N) when byte_size(B) > N -> <<P:N/binary, R/binary>> = B, [P | parts(R, N)];
parts(B, _) -> [B].

show(Term) -> io:format("~0p~n", [Term]).

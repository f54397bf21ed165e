%% MD5 of known texts, whole and in parts
-module(md5_known).
-export([start/0]).

start() ->
    Texts = ["", "a", "abc", "message digest", "abcdefghijklmnopqrstuvwxyz", lists:duplicate(80, $1)],
    [show(binary:encode_hex(erlang:md5(T))) || T <- Texts],
    Context = lists:foldl(fun(Part, C) -> erlang:md5_update(C, Part) end, erlang:md5_init(), ["mess", <<"age">>, [" di", "gest"]]),
    show(erlang:md5_final(Context) =:= erlang:md5("message digest")),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

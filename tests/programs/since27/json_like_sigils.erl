%% Sigils and triple-quoted strings of OTP 27: lists, binaries, raw and verbatim.
-module(json_like_sigils).
-export([start/0]).

start() ->
    show([~"binary", ~b"bytes", ~s"list", ~S"raw \n", ~B"raw \x", ~s[in [brackets], ~b(parens), ~"é"]),
    show("""
      triple
        quoted "text"
      """),
    show(~"""
      a binary
      of two lines
      """),
    show(~S"""
      raw \n here
      """),
    show([is_binary(~""), is_list(~s""), ~"a" =:= <<"a">>, byte_size(~"€")]),
    show(case ~"key=value" of <<"key=", V/binary>> -> V end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

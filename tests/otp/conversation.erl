%% Standard input, through the I/O protocol.
-module(conversation).
-export([start/0]).

start() ->
    show(line, io:get_line("name? ")),
    show(chars, io:get_chars("", 4)),
    show(line, io:get_line("")),
    show(fread, io:fread("", "~d ~s")),
    show(term, io:read("term> ")),
    show(parsed, element(1, io:parse_erl_exprs(""))),
    show(options, [O || O <- io:getopts(), element(1, O) =:= binary]),
    show(rest, io:get_line("")),
    show(last, io:get_line("")),
    show(eof, [io:get_line(""), io:get_chars("", 1)]),
    group_leader() ! {io_request, self(), here, {put_chars, unicode, <<"by hand\n">>}},
    receive {io_reply, here, Reply} -> show(reply, Reply) end,
    group_leader() ! {io_request, self(), there, {requests, [{put_chars, unicode, "a"}, {put_chars, latin1, <<228, $\n>>}]}},
    receive {io_reply, there, Other} -> show(reply, Other) end,
    ok.

show(What, Value) -> io:format("~w: ~tp~n", [What, Value]).

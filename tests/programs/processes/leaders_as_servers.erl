%% A group leader of one's own hears the requests of io, and answers as it likes.
-module(leaders_as_servers).
-export([start/0]).

start() ->
    Old = group_leader(),
    Parent = self(),
    Leader = spawn(fun() -> lead(Parent, []) end),
    show(group_leader(Leader, self())),
    Answers = [io:format("to ~w~n", [nobody]), io:put_chars("text"), io:nl(), io:write({a, b}), io:get_line("prompt> "), io:getopts(),
               io:columns(), io:setopts([binary]), io:get_chars("> ", 3), io:rows()],
    Child = spawn(fun() -> io:format("child ~p~n", [1]), Parent ! {child, group_leader() =:= Leader} end),
    Inherited = receive {child, Same} -> Same end,
    group_leader(Old, self()),
    show(Answers),
    show(Inherited),
    show(process_info(Child, group_leader)),
    Leader ! {stop, self()},
    receive {seen, Seen} -> [show(S) || S <- Seen] end,
    Dead = spawn(fun() -> ok end),
    timer:sleep(2),
    show(try io:format(Dead, "x", []) catch C:R -> {C, R} end),
    show([try group_leader(A, B) catch C2:R2 -> {C2, R2} end || {A, B} <- [{x, self()}, {self(), x}, {Old, Dead}, {5, 5}]]),
    ok.

lead(Parent, Seen) ->
    receive
        {io_request, From, Reference, Request} ->
            From ! {io_reply, Reference, answer(Request)},
            lead(Parent, [kind(Request) | Seen]);
        {stop, Parent} ->
            Parent ! {seen, lists:reverse(Seen)}
    end.

answer({get_line, _, _}) -> "a line\n";
answer({get_chars, _, _, N}) -> lists:duplicate(N, $x);
answer(getopts) -> [{echo, false}];
answer({get_geometry, columns}) -> 33;
answer({get_geometry, rows}) -> {error, enotsup};
answer({setopts, _}) -> {error, enotsup};
answer(_) -> ok.

kind({put_chars, unicode, M, F, A}) -> {put_chars, unicode, lists:flatten(apply(M, F, A))};
kind({put_chars, unicode, Text}) -> {put_chars, unicode, binary_to_list(iolist_to_binary(Text))};
kind(Other) -> Other.

show(Term) -> io:format("~0p~n", [Term]).

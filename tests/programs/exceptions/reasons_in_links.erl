%% The reasons that links and monitors carry: crashes with traces, throws, exits.
-module(reasons_in_links).
-export([start/0]).

start() ->
    process_flag(trap_exit, true),
    Funs = [fun() -> ok end, fun() -> exit(normal) end, fun() -> exit(shutdown) end, fun() -> exit({a, [b]}) end, fun() -> throw(t) end, fun() -> error(e) end, fun() -> error({complex, "reason"}) end,
            fun() -> atom_to_list(id(1)) end, fun() -> apply(id(x), y, []) end, fun() -> {ok, _} = id(no) end, fun() -> exit(self(), k), timer:sleep(10) end, fun() -> exit(kill) end, fun() -> exit(killed) end,
            fun() -> link(spawn(fun() -> exit(from_friend) end)), timer:sleep(100) end, fun() -> spawn_link(fun() -> error(child) end), timer:sleep(100) end],
    [show(seen(F)) || F <- Funs],
    ok.

seen(F) ->
    {Pid, M} = spawn_opt(F, [link, monitor]),
    [plain(receive {'EXIT', Pid, R} -> R end), plain(receive {'DOWN', M, process, Pid, R} -> R end)].

plain({R, [{M, F, A, _} | _]}) -> {R, M, if M =:= ?MODULE -> own; true -> F end, if is_list(A) -> length(A); true -> A end};
plain(R) -> R.

id(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).

%% garbage_collect in all forms: of oneself, another, later, and the dead.
-module(garbage_collect_forms).
-export([start/0]).

start() ->
    show(garbage_collect()),
    Parent = self(),
    Pid = spawn(fun() -> L = lists:seq(1, 10000), Parent ! length(L), receive stop -> Parent ! {sum, lists:sum(L)} end end),
    receive N -> show(N) end,
    show(garbage_collect(Pid)),
    show(garbage_collect(Pid, [{type, minor}])),
    show(garbage_collect(Pid, [{type, major}])),
    show(garbage_collect(Pid, [{async, my_request}])),
    show(receive {garbage_collect, my_request, Result} -> Result after 500 -> nothing end),
    show(garbage_collect(self(), [{async, own}])),
    show(receive {garbage_collect, own, Result2} -> Result2 after 500 -> nothing end),
    Pid ! stop,
    show(receive {sum, S} -> S end),
    timer:sleep(5),
    show(garbage_collect(Pid)),
    show(garbage_collect(Pid, [{async, dead}])),
    show(receive {garbage_collect, dead, Result3} -> Result3 after 500 -> nothing end),
    show([try apply(erlang, garbage_collect, A) catch C:R -> {C, R} end || A <- [[x], [self(), x], [self(), [x]], [self(), [{type, medium}]], [self(), [{async, a} | b]]]]),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

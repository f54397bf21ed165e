%% after runs on return, throw, error, exit and on tail calls,.
-module(after_in_every_exit).
-export([start/0]).

start() ->
    [show({How, run(How)}) || How <- [value, throw, error, exit, nested, loop, rethrow, send]],
    show(get_all()),
    ok.

run(How) ->
    X = {bound, How},
    try
        try act(How) after note({inner, X}) end
    catch
        C:R -> note({caught, C}), {C, R}
    after
        note({outer, X})
    end.

act(value) -> 1;
act(throw) -> throw(t);
act(error) -> error(e);
act(exit) -> exit(x);
act(nested) -> try throw(a) catch throw:a -> note(nested_catch), b after note(nested_after) end;
act(loop) -> lists:sum([try N after note(N) end || N <- [1, 2, 3]]);
act(rethrow) -> try error(first) catch error:first:S -> erlang:raise(error, second, S) after note(reraised) end;
act(send) -> self() ! m, try receive m -> got end after note(received) end.

note(X) -> put(notes, [X | case get(notes) of undefined -> []; L -> L end]).

get_all() -> lists:reverse(get(notes)).

show(Term) -> io:format("~0p~n", [Term]).

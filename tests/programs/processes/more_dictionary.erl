%% The process dictionary
-module(more_dictionary).
-export([start/0]).

start() ->
    show(put(a, 1)),
    show(put(a, 2)),
    show(put({k, 1}, "v")),
    show({get(a), get(b), get({k, 1})}),
    show(lists:sort(get())),
    show(lists:sort(get_keys())),
    show(get_keys(2)),
    show(erase(a)),
    show(erase(a)),
    Me = self(),
    spawn(fun() -> Me ! {child, get(), put(x, y)} end),
    show(receive {child, D, P} -> {D, P} end),
    show(get(x)),
    show(erase()),
    show(get()),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

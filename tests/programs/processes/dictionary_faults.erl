%% The dictionary with keys of every type, equal and not, and refused calls.
-module(dictionary_faults).
-export([start/0]).

start() ->
    Keys = [a, "a", <<"a">>, 1, 1.0, {a}, [], #{}, #{a => 1}, self(), fun erlang:put/2, 1 bsl 70, 0.0],
    show([put(K, N) || {K, N} <- lists:zip(Keys, lists:seq(1, length(Keys)))]),
    show([get(K) || K <- Keys]),
    show([put(K, again) || K <- Keys]),
    show(length(get()) >= length(Keys)),
    show([erase(K) || K <- [a, 1, none]]),
    show([get(K) || K <- [a, 1, 1.0]]),
    show(length(get_keys(again))),
    show(get_keys(nothing_like_it)),
    erase(),
    show({get(), get_keys(), erase()}),
    put(k, undefined),
    show({get(k), get(), erase(k), erase(k)}),
    put(f, fun() -> put(f, done), get(f) end),
    show((get(f))()),
    [put(N, N * N) || N <- lists:seq(1, 200)],
    show(lists:sum([V || {K, V} <- get(), is_integer(K)])),
    [erase(N) || N <- lists:seq(1, 200, 2)],
    show(length(get())),
    Parent = self(),
    spawn(fun() -> Parent ! get() end),
    show(receive D -> D end),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

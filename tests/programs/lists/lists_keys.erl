%% Lists of tuples by a key
-module(lists_keys).
-export([start/0]).

start() ->
    show(caught(fun() -> lists:keyfind(b, 1, [{a, 1}, {b, 2}, {b, 3}]) end)),
    show(caught(fun() -> lists:keyfind(2, 2, [{a, 1}, {b, 2.0}]) end)),
    show(caught(fun() -> lists:keyfind(z, 1, [{a, 1}]) end)),
    show(caught(fun() -> lists:keyfind(a, 2, [{a}, x, {b, a}]) end)),
    show(caught(fun() -> lists:keymember(1, 2, [{a, 1}]) end)),
    show(caught(fun() -> lists:keysearch(a, 1, [{a, 1}]) end)),
    show(caught(fun() -> lists:keydelete(a, 1, [{a, 1}, {b, 2}, {a, 3}]) end)),
    show(caught(fun() -> lists:keyreplace(a, 1, [{a, 1}, {b, 2}], {c, 3}) end)),
    show(caught(fun() -> lists:keystore(z, 1, [{a, 1}], {z, 26}) end)),
    show(caught(fun() -> lists:keytake(b, 1, [{a, 1}, {b, 2}, {c, 3}]) end)),
    show(caught(fun() -> lists:keytake(z, 1, [{a, 1}]) end)),
    show(caught(fun() -> lists:keymap(fun(X) -> X * 2 end, 2, [{a, 1}, {b, 2}]) end)),
    show(caught(fun() -> lists:keysort(2, [{a, 2}, {b, 1}, {c, 2}]) end)),
    show(caught(fun() -> lists:ukeysort(2, [{a, 2}, {b, 1}, {c, 2}]) end)),
    show(caught(fun() -> lists:keymerge(1, [{1, a}, {3, b}], [{2, c}, {3, d}]) end)),
    show(caught(fun() -> lists:keyfind(a, 0, [{a, 1}]) end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

%% keyfind, keymember, keystore and the other functions over lists of tuples.
-module(key_functions).
-export([start/0]).

start() ->
    List = [{one, 1}, {two, 2}, plain, {three, 3, extra}, {two, 22}, {1.0, float}],
    erlang:display(lists:keyfind(two, 1, List)),
    erlang:display(lists:keyfind(3, 2, List)),
    erlang:display(lists:keyfind(extra, 3, List)),
    erlang:display(lists:keyfind(none, 1, List)),
    erlang:display(lists:keyfind(1, 1, List)),
    erlang:display(lists:keysearch(two, 1, List)),
    erlang:display(lists:keymember(22, 2, List)),
    erlang:display(lists:keydelete(two, 1, List)),
    erlang:display(lists:keyreplace(two, 1, List, {dos, 2})),
    erlang:display(lists:keystore(four, 1, [{one, 1}], {four, 4})),
    erlang:display(lists:keytake(two, 1, List)),
    erlang:display(lists:keymap(fun(X) -> X + 1 end, 2, [{a, 1}, {b, 2}])),
    erlang:display(proplists:get_value(b, [{a, 1}, b, {c, 3}])),
    erlang:display(proplists:get_value(z, [{a, 1}], default)),
    erlang:display(proplists:get_all_values(a, [{a, 1}, {b, 2}, {a, 3}])),
    erlang:display(proplists:is_defined(c, [{a, 1}, c])),
    erlang:display(lists:member(plain, List)),
    erlang:display(lists:member(1, [1.0])),
    ok.

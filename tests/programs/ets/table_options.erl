%% Options of new/2, and what info says of them.
-module(table_options).
-export([start/0]).

start() ->
    [show(told(Options)) || Options <- options()],
    show(made(1, [])),
    show(made("name", [])),
    T = ets:new(some, [named_table]),
    show(T),
    show(made(some, [named_table])),
    show(is_reference(ets:new(some, []))),
    show(is_reference(ets:whereis(some))),
    show(ets:whereis(none)),
    ok.

options() ->
    [[], [set], [bag], [duplicate_bag], [ordered_set], [set, bag], [bag, set], [public], [private], [protected],
     [public, private], [{keypos, 3}], [{keypos, 0}], [{keypos, a}], [{keypos, 1, 2}], [compressed],
     [{read_concurrency, true}, {write_concurrency, true}], [{write_concurrency, auto}], [{write_concurrency, 1}],
     [{read_concurrency, maybe_}], [{decentralized_counters, true}], [{heir, none}], [{heir, a}], [{heir, self(), data}],
     [unknown], [{unknown, 1}], [1], set, [set | bag], {set}, [[]]].

told(Options) ->
    case made(t, Options) of
        {error, _} = Error -> Error;
        T ->
            Told = [{K, ets:info(T, K)} || K <- [type, protection, keypos, compressed, read_concurrency, named_table, name, size]],
            Heir = ets:info(T, heir) =:= self(),
            ets:delete(T),
            {Told, Heir}
    end.

made(Name, Options) -> try ets:new(Name, Options) catch error:R -> {error, R} end.

show(Term) -> io:format("~0p~n", [Term]).

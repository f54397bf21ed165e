%% Keys that are not the first element.
-module(key_positions).
-export([start/0]).

-record(city, {country, name, people}).

start() ->
    T = ets:new(cities, [ordered_set, {keypos, #city.name}]),
    show(ets:insert(T, [#city{name = oslo, country = no, people = 1}, #city{name = bern, country = ch, people = 2}])),
    show(ets:lookup(T, oslo)),
    show(ets:lookup_element(T, bern, #city.country)),
    show(ets:update_element(T, bern, {#city.people, 3})),
    show(ets:update_counter(T, bern, 5)),
    show(ets:update_counter(T, oslo, {#city.people, 7})),
    show(ets:tab2list(T)),
    show([ets:first(T), ets:next(T, bern)]),
    show(ets:match(T, #city{name = '$1', people = '$2', _ = '_'})),
    [show(try ets:insert(T, O) catch error:R -> R end) || O <- [{a, b}, {}, {a, b, c}, [{a, b, c}, {d}], {city, x, y}]],
    show(ets:tab2list(T)),
    show(ets:info(T, keypos)),
    show(catch_(fun() -> ets:update_element(T, bern, {#city.name, x}) end)),
    show(catch_(fun() -> ets:update_counter(T, bern, {#city.name, 1}) end)),
    show(catch_(fun() -> ets:delete_object(T, {a}) end)),
    ok.

catch_(F) -> try F() catch C:R -> {C, R} end.

show(Term) -> io:format("~0p~n", [Term]).

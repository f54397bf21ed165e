%% Map patterns in funs, cases and receives that tell shapes of data apart.
-module(select_on_maps).
-export([start/0]).

start() ->
    Events = [#{type => key, code => 13}, #{type => key, code => 65, shift => true}, #{type => mouse, x => 1, y => 2}, #{type => mouse, x => 1}, #{type => other}, #{}, no_map, #{type => key}, #{"type" => key}],
    show([handle(E) || E <- Events]),
    [self() ! E || E <- Events],
    show([receive #{type := mouse, x := X} = E -> {mouse, X, map_size(E)} end || _ <- [1, 2]]),
    show([receive #{code := C} -> C end || _ <- [1, 2]]),
    show(length(flush())),
    show([maps:get(K, merge_defaults(#{port => 80}), none) || K <- [port, host, tls, x]]),
    show([lists:sort(maps:to_list(update(M, K))) || M <- [#{a => 1}, #{b => 2}], K <- [a, b]]),
    show([try put_existing(M, K) catch error:R -> R end || M <- [#{a => 1}, x], K <- [a, z]]),
    show([nested(M) || M <- [#{user => #{name => "n", age => 5}}, #{user => #{name => "m"}}, #{user => none}, #{}]]),
    show(count(#{a => #{b => #{}, c => #{d => 1}}, e => 2})),
    ok.

handle(#{type := key, code := 13}) -> enter;
handle(#{type := key, code := C, shift := true}) -> {shifted, C};
handle(#{type := key, code := C}) -> {key, C};
handle(#{type := mouse, x := X, y := Y}) -> {mouse, X, Y};
handle(#{type := T}) -> {unknown, T};
handle(M) when is_map(M), map_size(M) > 0 -> {untyped, maps:keys(M)};
handle(#{}) -> empty;
handle(X) -> {no_map, X}.

merge_defaults(M) -> maps:merge(#{port => 8080, host => "localhost", tls => false}, M).

update(M, K) -> case M of #{K := V} -> M#{K := V + 1}; #{} -> M#{K => 0} end.

put_existing(M, K) -> M#{K := new}.

nested(#{user := #{name := N, age := A}}) -> {N, A};
nested(#{user := #{name := N}}) -> {N, ageless};
nested(#{user := Other}) -> {odd, Other};
nested(_) -> nobody.

count(M) when is_map(M) -> maps:fold(fun(_, V, N) -> N + 1 + count(V) end, 0, M);
count(_) -> 0.

flush() -> receive X -> [X | flush()] after 0 -> [] end.

show(Term) -> io:format("~0p~n", [Term]).

%% Terms of every shape through binaries, texts, messages, dictionaries.
-module(round_trips_of_terms).
-export([start/0]).

start() ->
    Terms = [0, -1, 1 bsl 27, 1 bsl 59, 1 bsl 60, -(1 bsl 60), 1 bsl 300, 0.0, 1.5e300, 4.9e-324, a, '', 'é λ', [], [[]], "text", [1 | 2], [a, [b, [c]]], {}, {{}, {{}}}, list_to_tuple(lists:seq(1, 300)), <<>>, <<1:1>>, <<1, 2, 3:5>>, binary:copy(<<"ab">>, 500),
             #{}, #{#{} => #{}}, maps:from_list([{N, [N]} || N <- lists:seq(1, 100)]), self(), make_ref(), fun lists:map/2, fun erlang:self/0, lists:duplicate(1000, x), lists:seq(1, 70000, 1000), {[], {}, <<>>, #{}}],
    show([binary_to_term(term_to_binary(T)) =:= T || T <- Terms]),
    show([binary_to_term(term_to_binary(T, [compressed])) =:= T || T <- Terms]),
    show([binary_to_term(term_to_binary(T, [{minor_version, 1}])) =:= T || T <- Terms]),
    show([begin self() ! {msg, T}, receive {msg, R} -> R =:= T end end || T <- Terms]),
    show([begin put(k, T), get(k) =:= T end || T <- Terms]),
    Echo = spawn(fun() -> echo() end),
    show([begin Echo ! {self(), T}, receive {Echo, R} -> R =:= T end end || T <- Terms]),
    show([begin {P, M} = spawn_monitor(fun() -> exit(T) end), receive {'DOWN', M, _, P, R} -> R =:= T end end || T <- Terms]),
    show([try throw(T) catch throw:R -> R =:= T end || T <- Terms]),
    show([begin persistent_term:put(?MODULE, T), persistent_term:get(?MODULE) =:= T end || T <- Terms]),
    show([(fun() -> T end)() =:= T || T <- Terms]),
    show([maps:get(T, #{T => true}) || T <- Terms]),
    show([erlang:phash2(T) =:= erlang:phash2(binary_to_term(term_to_binary(T))) || T <- Terms]),
    persistent_term:erase(?MODULE),
    ok.

echo() -> receive {From, T} -> From ! {self(), T}, echo() end.

show(List) -> io:format("~w~n", [List]).

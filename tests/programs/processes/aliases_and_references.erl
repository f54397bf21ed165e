%% References are unlike one another, ordered, keys of maps, and travel whole.
-module(aliases_and_references).
-export([start/0]).

start() ->
    A = make_ref(),
    B = make_ref(),
    erlang:display(A =:= A),
    erlang:display(A =:= B),
    erlang:display(A < B orelse B < A),
    Map = #{A => a, B => b},
    erlang:display([maps:get(R, Map) || R <- [A, B]]),
    Many = [make_ref() || _ <- lists:seq(1, 1000)],
    erlang:display(length(lists:usort(Many))),
    Self = self(),
    spawn(fun() -> Self ! {A, back} end),
    receive {A, Word} -> erlang:display(Word) end,
    erlang:display(is_reference(A)),
    erlang:display(binary_to_term(term_to_binary(A)) =:= A),
    erlang:display(binary_to_term(term_to_binary(Self)) =:= Self),
    erlang:display(hd(erlang:ref_to_list(A)) =:= $#),
    erlang:display(list_to_pid(pid_to_list(Self)) =:= Self),
    Pids = [spawn(fun() -> ok end) || _ <- lists:seq(1, 100)],
    erlang:display(length(lists:usort(Pids))),
    Alias = alias(),
    Alias ! by_alias,
    erlang:display(receive by_alias -> received after 100 -> nothing end),
    unalias(Alias),
    Alias ! too_late,
    erlang:display(receive too_late -> received after 3 -> nothing end),
    ok.

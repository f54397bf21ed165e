%% Terms that share parts: built once, seen from many places, changed in none.
-module(shared_terms).
-export([start/0]).

start() ->
    Shared = lists:seq(1, 100),
    Many = [{N, Shared} || N <- lists:seq(1, 100)],
    erlang:garbage_collect(),
    erlang:display(lists:sum([lists:sum(S) + N || {N, S} <- Many])),
    Tree = double(12, leaf),
    erlang:display(leaves(Tree)),
    erlang:garbage_collect(),
    erlang:display(element(1, Tree) =:= element(2, Tree)),
    Versions = versions(50, #{}, []),
    erlang:display([map_size(V) || V <- lists:sublist(Versions, 1, 5)]),
    erlang:display(map_size(lists:last(Versions))),
    Old = hd(lists:nthtail(25, Versions)),
    erlang:display(lists:sort(maps:keys(Old)) =:= lists:seq(26, 50)),
    Self = self(),
    spawn_link(fun() -> Self ! {copied, Many} end),
    receive {copied, Copy} -> erlang:display(Copy =:= Many) end,
    ok.

double(0, X) -> X;
double(N, X) -> Half = double(N - 1, X), {Half, Half}.

leaves({A, B}) -> leaves(A) + leaves(B);
leaves(leaf) -> 1.

versions(0, Map, Seen) -> lists:reverse([Map | Seen]);
versions(N, Map, Seen) -> versions(N - 1, Map#{N => N}, [Map | Seen]).

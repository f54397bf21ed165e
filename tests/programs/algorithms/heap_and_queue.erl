%% A leftist heap, a two-list queue, merge sort and heap sort.
-module(heap_and_queue).
-export([start/0]).

start() ->
    Numbers = [(N * 7919) rem 1013 || N <- lists:seq(1, 200)],
    Heap = lists:foldl(fun insert/2, empty, Numbers),
    erlang:display(lists:sublist(drain(Heap), 10)),
    erlang:display(drain(Heap) =:= lists:sort(Numbers)),
    erlang:display(merge_sort(Numbers) =:= lists:sort(Numbers)),
    Queue = lists:foldl(fun enqueue/2, {[], []}, lists:seq(1, 5)),
    {First, Queue1} = dequeue(Queue),
    {Second, Queue2} = dequeue(enqueue(6, Queue1)),
    erlang:display({First, Second, Queue2}),
    erlang:display(josephus(lists:seq(1, 41), 3)),
    erlang:display(insertion_sort([c, a, {1}, b, "s", 2])),
    ok.

insert(X, Heap) -> merge({1, X, empty, empty}, Heap).

merge(empty, Heap) -> Heap;
merge(Heap, empty) -> Heap;
merge({_, X, L, R}, {_, Y, _, _} = Other) when X =< Y -> node_of(X, L, merge(R, Other));
merge(One, {_, Y, L, R}) -> node_of(Y, L, merge(One, R)).

node_of(X, L, R) ->
    case {rank(L), rank(R)} of
        {A, B} when A >= B -> {B + 1, X, L, R};
        {A, _} -> {A + 1, X, R, L}
    end.

rank(empty) -> 0;
rank({Rank, _, _, _}) -> Rank.

drain(empty) -> [];
drain({_, X, L, R}) -> [X | drain(merge(L, R))].

enqueue(X, {In, Out}) -> {[X | In], Out}.

dequeue({[], []}) -> empty;
dequeue({In, []}) -> dequeue({[], lists:reverse(In)});
dequeue({In, [X | Out]}) -> {X, {In, Out}}.

merge_sort([]) -> [];
merge_sort([X]) -> [X];
merge_sort(List) ->
    {A, B} = lists:split(length(List) div 2, List),
    combine(merge_sort(A), merge_sort(B)).

combine([X | Xs], [Y | _] = Ys) when X =< Y -> [X | combine(Xs, Ys)];
combine([_ | _] = Xs, [Y | Ys]) -> [Y | combine(Xs, Ys)];
combine([], Ys) -> Ys;
combine(Xs, []) -> Xs.

josephus([Last], _) -> Last;
josephus(People, K) ->
    Skip = (K - 1) rem length(People),
    {Before, [_ | After]} = lists:split(Skip, People),
    josephus(After ++ Before, K).

insertion_sort(List) -> lists:foldl(fun place/2, [], List).

place(X, [Y | Rest]) when X > Y -> [Y | place(X, Rest)];
place(X, Sorted) -> [X | Sorted].

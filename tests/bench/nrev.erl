%% Lists made and dropped: naive reversal.
-module(nrev).
-export([start/0, run/2]).

start() -> run(1000, 430).

run(Length, Times) -> repeat(Times, numbers(Length, []), 0).

repeat(0, _, Last) -> Last;
repeat(N, List, _) -> repeat(N - 1, List, hd(nrev(List))).

numbers(0, List) -> List;
numbers(N, List) -> numbers(N - 1, [N | List]).

nrev([]) -> [];
nrev([Head | Tail]) -> append(nrev(Tail), [Head]).

append([], List) -> List;
append([Head | Tail], List) -> [Head | append(Tail, List)].

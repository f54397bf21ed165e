%% A list of a thousand reversed naively, once: short enough to count its instructions.
-module(nrev_1000).
-export([start/0]).

start() -> hd(nrev(numbers(1000, []))).

numbers(0, List) -> List;
numbers(N, List) -> numbers(N - 1, [N | List]).

nrev([]) -> [];
nrev([Head | Tail]) -> append(nrev(Tail), [Head]).

append([], List) -> List;
append([Head | Tail], List) -> [Head | append(Tail, List)].

%% queue: put in and taken out at both ends, looked at, and empty queues refused.
-module(queue_ends).
-export([start/0]).

start() ->
    Empty = queue:new(),
    Three = queue:in(c, queue:in(b, queue:in(a, Empty))),
    show(queue:to_list(Three)),
    show(queue:to_list(queue:in_r(z, Three))),
    drain(queue:in_r(first, Three)),
    drain_back(queue:in_r(first, Three)),
    show({queue:len(Three), queue:is_empty(Three), queue:is_empty(Empty), queue:is_queue(Three), queue:is_queue(foo),
          queue:is_queue({[], []}), queue:is_queue({a, b})}),
    show({queue:get(Three), queue:get_r(Three), queue:peek(Three), queue:peek_r(Three), queue:peek(Empty), queue:peek_r(Empty)}),
    show({queue:to_list(queue:drop(Three)), queue:to_list(queue:drop_r(Three))}),
    show({queue:out(Empty), queue:out_r(Empty)}),
    show({queue:member(b, Three), queue:member(q, Three)}),
    Calls = [{F, [Q]} || F <- [get, get_r, drop, drop_r, out, out_r, head, tail, last, init, liat, daeh, peek, len, to_list,
                               is_empty, reverse],
                         Q <- [Empty, not_a_queue]],
    [show({F, outcome(F, A)}) || {F, A} <- Calls],
    ok.

drain(Queue) ->
    case queue:out(Queue) of
        {{value, Item}, Rest} -> show(Item), drain(Rest);
        {empty, Rest} -> show({left, queue:to_list(Rest)})
    end.

drain_back(Queue) ->
    case queue:out_r(Queue) of
        {{value, Item}, Rest} -> show(Item), drain_back(Rest);
        {empty, Rest} -> show({left, queue:to_list(Rest)})
    end.

outcome(Function, Arguments) ->
    try apply(queue, Function, Arguments) catch error:Reason -> {error, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

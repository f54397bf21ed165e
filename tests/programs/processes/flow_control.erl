%% A fast producer held back by credits, by calls and by the length of a queue.
-module(flow_control).
-export([start/0]).

start() ->
    show(credits(50, 5)),
    show(credits(7, 100)),
    show(calls(30)),
    show(watermark(100, 10)),
    ok.

credits(Items, Window) ->
    Self = self(),
    Consumer = spawn(fun() -> consume(Items, 0, 0, Self) end),
    Producer = spawn(fun() -> produce(Items, Window, Consumer) end),
    Consumer ! {producer, Producer},
    receive {consumed, N, Longest} -> {N, Longest =< Window} after 2000 -> none end.

produce(0, _, _) -> ok;
produce(N, 0, C) -> receive credit -> produce(N, 1, C) end;
produce(N, Credits, C) -> C ! {item, N, self()}, produce(N - 1, Credits - 1, C).

consume(0, Sum, Longest, Owner) -> Owner ! {consumed, Sum, Longest};
consume(Left, Sum, Longest, Owner) ->
    {message_queue_len, Len} = process_info(self(), message_queue_len),
    receive {item, N, P} -> P ! credit, consume(Left - 1, Sum + N, max(Longest, Len - 1), Owner) end.

calls(N) ->
    Server = spawn(fun() -> serve(0) end),
    Answers = [begin R = make_ref(), Server ! {call, self(), R, I}, receive {R, A} -> A end end || I <- lists:seq(1, N)],
    {lists:last(Answers), length(lists:usort(Answers))}.

serve(S) -> receive {call, From, R, I} -> From ! {R, S + I}, serve(S + I) end.

watermark(Items, High) ->
    Self = self(),
    Slow = spawn(fun() -> [receive {item, _} -> erlang:yield() end || _ <- lists:seq(1, Items)], Self ! drained end),
    Longest = lists:max([push(Slow, I, High) || I <- lists:seq(1, Items)]),
    receive drained -> Longest =< High after 2000 -> none end.

push(Slow, I, High) ->
    case process_info(Slow, message_queue_len) of
        {_, Len} when Len >= High -> timer:sleep(1), push(Slow, I, High);
        {_, Len} -> Slow ! {item, I}, Len
    end.

show(Term) -> io:format("~0p~n", [Term]).

%% Double-ended queues.
%%
%% A queue is {Rear, Front}: the rear holds the last elements reversed, the front the first ones in order.
%%
%% Invariant: with two elements or more neither list is empty, so that both ends are read at once.
-module(queue).

-compile({no_auto_import, [get/1]}).

-export([new/0, is_queue/1, is_empty/1, len/1, to_list/1, from_list/1, member/2]).
-export([in/2, in_r/2, out/1, out_r/1, get/1, get_r/1, peek/1, peek_r/1, drop/1, drop_r/1]).
-export([reverse/1, join/2, split/2, filter/2, filtermap/2, fold/3, any/2, all/2, delete/2, delete_r/2,
         delete_with/2, delete_with_r/2]).
-export([cons/2, head/1, tail/1, snoc/2, last/1, daeh/1, init/1, liat/1, lait/1]).

new() ->
    {[], []}.

is_queue({Rear, Front}) when is_list(Rear), is_list(Front) -> true;
is_queue(_) -> false.

is_empty({[], []}) -> true;
is_empty({Rear, Front}) when is_list(Rear), is_list(Front) -> false;
is_empty(Queue) -> erlang:error(badarg, [Queue]).

len({Rear, Front}) when is_list(Rear), is_list(Front) -> length(Rear) + length(Front);
len(Queue) -> erlang:error(badarg, [Queue]).

to_list({Rear, Front}) when is_list(Rear), is_list(Front) -> Front ++ lists:reverse(Rear, []);
to_list(Queue) -> erlang:error(badarg, [Queue]).

from_list(List) when is_list(List) -> with_rear(List);
from_list(List) -> erlang:error(badarg, [List]).

%% A queue of a front list alone: half of it becomes the rear.
with_rear([]) -> {[], []};
with_rear([Element]) -> {[Element], []};
with_rear([First, Second]) -> {[Second], [First]};
with_rear(Front) ->
    {Kept, Moved} = lists:split(length(Front) div 2, Front),
    {lists:reverse(Moved, []), Kept}.

%% A queue of a rear list alone.
with_front([]) -> {[], []};
with_front([Element]) -> {[], [Element]};
with_front([Last, Before]) -> {[Last], [Before]};
with_front(Rear) ->
    {Kept, Moved} = lists:split(length(Rear) div 2, Rear),
    {Kept, lists:reverse(Moved, [])}.

member(Element, {Rear, Front}) when is_list(Rear), is_list(Front) ->
    lists:member(Element, Rear) orelse lists:member(Element, Front);
member(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

%% The ends.

in(Element, {[_] = Rear, []}) -> {[Element], Rear};
in(Element, {Rear, Front}) when is_list(Rear), is_list(Front) -> {[Element | Rear], Front};
in(Element, Queue) -> erlang:error(badarg, [Element, Queue]).

in_r(Element, {[], [_] = Front}) -> {Front, [Element]};
in_r(Element, {Rear, Front}) when is_list(Rear), is_list(Front) -> {Rear, [Element | Front]};
in_r(Element, Queue) -> erlang:error(badarg, [Element, Queue]).

out({[], []} = Queue) -> {empty, Queue};
out({[Element], []}) -> {{value, Element}, {[], []}};
out({[Last | Rear], []}) ->
    [Element | Front] = lists:reverse(Rear, []),
    {{value, Element}, {[Last], Front}};
out({Rear, [Element]}) when is_list(Rear) -> {{value, Element}, with_front(Rear)};
out({Rear, [Element | Front]}) when is_list(Rear) -> {{value, Element}, {Rear, Front}};
out(Queue) -> erlang:error(badarg, [Queue]).

out_r({[], []} = Queue) -> {empty, Queue};
out_r({[], [Element]}) -> {{value, Element}, {[], []}};
out_r({[], [First | Front]}) ->
    [Element | Rear] = lists:reverse(Front, []),
    {{value, Element}, {Rear, [First]}};
out_r({[Element], Front}) when is_list(Front) -> {{value, Element}, with_rear(Front)};
out_r({[Element | Rear], Front}) when is_list(Front) -> {{value, Element}, {Rear, Front}};
out_r(Queue) -> erlang:error(badarg, [Queue]).

peek({[], []}) -> empty;
peek({Rear, [Element | _]}) when is_list(Rear) -> {value, Element};
peek({[Element], []}) -> {value, Element};
peek({[_ | Rear], []}) -> {value, lists:last(Rear)};
peek(Queue) -> erlang:error(badarg, [Queue]).

peek_r({[], []}) -> empty;
peek_r({[Element | _], Front}) when is_list(Front) -> {value, Element};
peek_r({[], [Element]}) -> {value, Element};
peek_r({[], [_ | Front]}) -> {value, lists:last(Front)};
peek_r(Queue) -> erlang:error(badarg, [Queue]).

get(Queue) -> present(peek_of(fun peek/1, Queue, [Queue]), empty, [Queue]).

get_r(Queue) -> present(peek_of(fun peek_r/1, Queue, [Queue]), empty, [Queue]).

drop(Queue) -> without(peek_of(fun out/1, Queue, [Queue]), [Queue]).

drop_r(Queue) -> without(peek_of(fun out_r/1, Queue, [Queue]), [Queue]).

peek_of(Fun, {Rear, Front} = Queue, _) when is_list(Rear), is_list(Front) -> Fun(Queue);
peek_of(_, _, Arguments) -> erlang:error(badarg, Arguments).

present({value, Element}, _, _) -> Element;
present(empty, Reason, Arguments) -> erlang:error(Reason, Arguments).

without({{value, _}, Queue}, _) -> Queue;
without({empty, _}, Arguments) -> erlang:error(empty, Arguments).

%% Whole queues.

reverse({Rear, Front}) when is_list(Rear), is_list(Front) -> {Front, Rear};
reverse(Queue) -> erlang:error(badarg, [Queue]).

join({Rear, Front} = Queue, {[], []}) when is_list(Rear), is_list(Front) -> Queue;
join({[], []}, {Rear, Front} = Queue) when is_list(Rear), is_list(Front) -> Queue;
join({Rear1, Front1}, {Rear2, Front2}) when is_list(Rear1), is_list(Front1), is_list(Rear2), is_list(Front2) ->
    {Rear2, Front1 ++ lists:reverse(Rear1, Front2)};
join(Queue1, Queue2) ->
    erlang:error(badarg, [Queue1, Queue2]).

split(0, {Rear, Front} = Queue) when is_list(Rear), is_list(Front) ->
    {{[], []}, Queue};
split(Count, {Rear, Front} = Queue) when is_integer(Count), Count >= 1, is_list(Rear), is_list(Front) ->
    InFront = length(Front),
    Total = InFront + length(Rear),
    if
        Count < InFront ->
            {Kept, Left} = lists:split(Count, Front),
            {with_front_first(Kept), with_missing_end(Rear, Left)};
        Count =:= InFront, Count < Total ->
            {with_rear(Front), with_front(Rear)};
        Count < Total ->
            {Left, Kept} = lists:split(Total - Count, Rear),
            {with_missing_end(Kept, Front), with_rear_first(Left)};
        Count =:= Total ->
            {with_rear_at_least(Rear, Front), {[], []}};
        true ->
            erlang:error(badarg, [Count, Queue])
    end;
split(Count, Queue) ->
    erlang:error(badarg, [Count, Queue]).

with_rear_first([Last | Rear]) -> {[Last], lists:reverse(Rear, [])}.

with_front_first([First | Front]) -> {lists:reverse(Front, []), [First]}.

with_rear_at_least([], Front) -> with_rear(Front);
with_rear_at_least(Rear, Front) -> {Rear, Front}.

with_missing_end([], Front) -> with_rear(Front);
with_missing_end(Rear, []) -> with_front(Rear);
with_missing_end(Rear, Front) -> {Rear, Front}.

filter(Fun, {Rear, Front}) when is_function(Fun, 1), is_list(Rear), is_list(Front) ->
    KeptFront = filter_front(Fun, Front),
    KeptRear = filter_rear(Fun, Rear),
    with_missing_end(KeptRear, KeptFront);
filter(Fun, Queue) ->
    erlang:error(badarg, [Fun, Queue]).

filter_front(Fun, [Element | Rest]) ->
    case Fun(Element) of
        true -> [Element | filter_front(Fun, Rest)];
        false -> filter_front(Fun, Rest);
        Elements when is_list(Elements) -> Elements ++ filter_front(Fun, Rest)
    end;
filter_front(_, []) ->
    [].

filter_rear(Fun, [Element | Rest]) ->
    Kept = filter_rear(Fun, Rest),
    case Fun(Element) of
        true -> [Element | Kept];
        false -> Kept;
        Elements when is_list(Elements) -> lists:reverse(Elements, Kept)
    end;
filter_rear(_, []) ->
    [].

filtermap(Fun, {Rear, Front}) when is_function(Fun, 1), is_list(Rear), is_list(Front) ->
    KeptFront = lists:filtermap(Fun, Front),
    KeptRear = filtermap_rear(Fun, Rear),
    with_missing_end(KeptRear, KeptFront);
filtermap(Fun, Queue) ->
    erlang:error(badarg, [Fun, Queue]).

filtermap_rear(Fun, [Element | Rest]) ->
    Kept = filtermap_rear(Fun, Rest),
    case Fun(Element) of
        true -> [Element | Kept];
        {true, Value} -> [Value | Kept];
        false -> Kept
    end;
filtermap_rear(_, []) ->
    [].

fold(Fun, Initial, {Rear, Front}) when is_function(Fun, 2), is_list(Rear), is_list(Front) ->
    lists:foldr(Fun, lists:foldl(Fun, Initial, Front), Rear);
fold(Fun, Initial, Queue) ->
    erlang:error(badarg, [Fun, Initial, Queue]).

any(Predicate, {Rear, Front}) when is_function(Predicate, 1), is_list(Rear), is_list(Front) ->
    lists:any(Predicate, Front) orelse lists:any(Predicate, Rear);
any(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

all(Predicate, {Rear, Front}) when is_function(Predicate, 1), is_list(Rear), is_list(Front) ->
    lists:all(Predicate, Front) andalso lists:all(Predicate, Rear);
all(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

delete(Element, {Rear, Front} = Queue) when is_list(Rear), is_list(Front) ->
    delete_where(fun(Other) -> Other =:= Element end, Queue);
delete(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

delete_r(Element, {Rear, Front}) when is_list(Rear), is_list(Front) ->
    reverse(delete(Element, {Front, Rear}));
delete_r(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

delete_with(Predicate, {Rear, Front} = Queue) when is_function(Predicate, 1), is_list(Rear), is_list(Front) ->
    delete_where(Predicate, Queue);
delete_with(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

delete_with_r(Predicate, {Rear, Front}) when is_function(Predicate, 1), is_list(Rear), is_list(Front) ->
    reverse(delete_where(Predicate, {Front, Rear}));
delete_with_r(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

delete_where(Predicate, {Rear, Front} = Queue) ->
    case delete_first(Predicate, Front, []) of
        none ->
            case delete_first(Predicate, lists:reverse(Rear, []), []) of
                none -> Queue;
                Left -> with_missing_end(lists:reverse(Left, []), Front)
            end;
        Left ->
            with_missing_end(Rear, Left)
    end.

delete_first(Predicate, [Element | Rest], Seen) ->
    case Predicate(Element) of
        true -> lists:reverse(Seen, Rest);
        false -> delete_first(Predicate, Rest, [Element | Seen])
    end;
delete_first(_, [], _) ->
    none.

%% The names of Okasaki.

cons(Element, Queue) -> in_r(Element, Queue).

head({[], []} = Queue) -> erlang:error(empty, [Queue]);
head({Rear, Front} = Queue) when is_list(Rear), is_list(Front) -> get(Queue);
head(Queue) -> erlang:error(badarg, [Queue]).

tail(Queue) -> drop(Queue).

snoc(Queue, Element) -> in(Element, Queue).

daeh(Queue) -> get_r(Queue).

last(Queue) -> get_r(Queue).

liat(Queue) -> drop_r(Queue).

lait(Queue) -> drop_r(Queue).

init(Queue) -> drop_r(Queue).

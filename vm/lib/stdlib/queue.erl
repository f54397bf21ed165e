%% Double-ended queues.
%%
%% A queue is {Rear, Front}: the rear holds the last elements reversed, the front the first ones in order. So what is done
%% at the rear is what is done at the front, in a mirror: {Rear, Front} seen as {Front, Rear}.
%%
%% Invariant: with two elements or more neither list is empty, so that both ends are read at once.
-module(queue).

-compile({no_auto_import, [get/1]}).

-export([new/0, is_queue/1, is_empty/1, len/1, to_list/1, from_list/1, member/2]).
-export([in/2, in_r/2, out/1, out_r/1, get/1, get_r/1, peek/1, peek_r/1, drop/1, drop_r/1]).
-export([reverse/1, join/2, split/2, filter/2, filtermap/2, fold/3, any/2, all/2, delete/2, delete_r/2,
         delete_with/2, delete_with_r/2]).
-export([cons/2, head/1, tail/1, snoc/2, last/1, daeh/1, init/1, liat/1, lait/1]).

-define(IS_QUEUE(Rear, Front), is_list(Rear), is_list(Front)).

new() ->
    {[], []}.

is_queue({Rear, Front}) -> is_list(Rear) andalso is_list(Front);
is_queue(_) -> false.

is_empty(Queue) -> len(Queue) =:= 0.

len({Rear, Front}) when ?IS_QUEUE(Rear, Front) -> length(Rear) + length(Front);
len(Queue) -> erlang:error(badarg, [Queue]).

to_list({Rear, Front}) when ?IS_QUEUE(Rear, Front) -> Front ++ lists:reverse(Rear);
to_list(Queue) -> erlang:error(badarg, [Queue]).

from_list(List) when is_list(List) -> balanced({[], List});
from_list(List) -> erlang:error(badarg, [List]).

member(Element, {Rear, Front}) when ?IS_QUEUE(Rear, Front) ->
    lists:member(Element, Front) orelse lists:member(Element, Rear);
member(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

%% Keeps the invariant: a list whose other end is empty is spread over both.
balanced({[], Front}) -> spread(Front);
balanced({Rear, []}) -> mirrored(spread(Rear));
balanced(Queue) -> Queue.

%% The elements of a front: the farther half is a rear, and so is a single one.
spread(Front) ->
    {Near, Far} = lists:split(length(Front) div 2, Front),
    {lists:reverse(Far), Near}.

mirrored({Rear, Front}) -> {Front, Rear}.

%% The ends.

in(Element, {Rear, Front}) when ?IS_QUEUE(Rear, Front) -> put_last(Element, {Rear, Front});
in(Element, Queue) -> erlang:error(badarg, [Element, Queue]).

in_r(Element, {Rear, Front}) when ?IS_QUEUE(Rear, Front) -> mirrored(put_last(Element, {Front, Rear}));
in_r(Element, Queue) -> erlang:error(badarg, [Element, Queue]).

put_last(Element, {[_] = Rear, []}) -> {[Element], Rear};
put_last(Element, {Rear, Front}) -> {[Element | Rear], Front}.

out({Rear, Front}) when ?IS_QUEUE(Rear, Front) -> take_first({Rear, Front});
out(Queue) -> erlang:error(badarg, [Queue]).

out_r({Rear, Front}) when ?IS_QUEUE(Rear, Front) ->
    {Taken, Left} = take_first({Front, Rear}),
    {Taken, mirrored(Left)};
out_r(Queue) ->
    erlang:error(badarg, [Queue]).

take_first({Rear, [First]}) ->
    {{value, First}, balanced({Rear, []})};
take_first({Rear, [First | Front]}) ->
    {{value, First}, {Rear, Front}};
take_first({[], []} = Queue) ->
    {empty, Queue};
take_first({[First], []}) ->
    {{value, First}, {[], []}};
take_first({[Last | Rear], []}) ->
    %% A queue that others made.
    [First | Front] = lists:reverse(Rear),
    {{value, First}, {[Last], Front}}.

peek(Queue) -> ahead(out(Queue)).

peek_r(Queue) -> ahead(out_r(Queue)).

ahead({Taken, _}) -> Taken.

get(Queue) -> value(out(Queue), [Queue]).

get_r(Queue) -> value(out_r(Queue), [Queue]).

drop(Queue) -> left(out(Queue), [Queue]).

drop_r(Queue) -> left(out_r(Queue), [Queue]).

value({{value, Element}, _}, _) -> Element;
value({empty, _}, Arguments) -> erlang:error(empty, Arguments).

left({{value, _}, Queue}, _) -> Queue;
left({empty, _}, Arguments) -> erlang:error(empty, Arguments).

%% Whole queues.

reverse({Rear, Front}) when ?IS_QUEUE(Rear, Front) -> {Front, Rear};
reverse(Queue) -> erlang:error(badarg, [Queue]).

join({Rear1, Front1} = Queue1, {Rear2, Front2} = Queue2)
  when ?IS_QUEUE(Rear1, Front1), ?IS_QUEUE(Rear2, Front2) ->
    case {is_empty(Queue1), is_empty(Queue2)} of
        {_, true} -> Queue1;
        {true, false} -> Queue2;
        {false, false} -> {Rear2, to_list(Queue1) ++ Front2}
    end;
join(Queue1, Queue2) ->
    erlang:error(badarg, [Queue1, Queue2]).

split(Count, {Rear, Front} = Queue) when is_integer(Count), Count >= 0, ?IS_QUEUE(Rear, Front) ->
    case {length(Front), len(Queue)} of
        {_, Total} when Count > Total -> erlang:error(badarg, [Count, Queue]);
        {_, _} when Count =:= 0 -> {new(), Queue};
        {_, Total} when Count =:= Total, Rear =:= [] -> {spread(Front), new()};
        {_, Total} when Count =:= Total -> {Queue, new()};
        {InFront, _} when Count =:= InFront -> {spread(Front), mirrored(spread(Rear))};
        {InFront, _} when Count < InFront ->
            {Near, Far} = lists:split(Count, Front),
            {mirrored(ended(Near)), {Rear, Far}};
        {_, Total} ->
            {Far, Near} = lists:split(Total - Count, Rear),
            {{Near, Front}, ended(Far)}
    end;
split(Count, Queue) ->
    erlang:error(badarg, [Count, Queue]).

%% A part of a rear: all but its last element go to the front.
ended([Last | Before]) -> {[Last], lists:reverse(Before)}.

filter(Fun, {Rear, Front}) when is_function(Fun, 1), ?IS_QUEUE(Rear, Front) ->
    Kept = fun(Element) ->
        case Fun(Element) of
            true -> [Element];
            false -> [];
            Elements when is_list(Elements) -> Elements
        end
    end,
    changed(Kept, Rear, Front);
filter(Fun, Queue) ->
    erlang:error(badarg, [Fun, Queue]).

filtermap(Fun, {Rear, Front}) when is_function(Fun, 1), ?IS_QUEUE(Rear, Front) ->
    Kept = fun(Element) ->
        case Fun(Element) of
            true -> [Element];
            false -> [];
            {true, Value} -> [Value]
        end
    end,
    changed(Kept, Rear, Front);
filtermap(Fun, Queue) ->
    erlang:error(badarg, [Fun, Queue]).

%% What a function makes of each element, first to last, in its place.
changed(Fun, Rear, Front) ->
    NewFront = lists:flatmap(Fun, Front),
    NewRear = lists:foldr(fun(Element, Earlier) -> lists:reverse(Fun(Element), Earlier) end, [], Rear),
    balanced({NewRear, NewFront}).

fold(Fun, Initial, {Rear, Front}) when is_function(Fun, 2), ?IS_QUEUE(Rear, Front) ->
    lists:foldr(Fun, lists:foldl(Fun, Initial, Front), Rear);
fold(Fun, Initial, Queue) ->
    erlang:error(badarg, [Fun, Initial, Queue]).

any(Predicate, {Rear, Front}) when is_function(Predicate, 1), ?IS_QUEUE(Rear, Front) ->
    lists:any(Predicate, Front) orelse lists:any(Predicate, Rear);
any(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

all(Predicate, {Rear, Front}) when is_function(Predicate, 1), ?IS_QUEUE(Rear, Front) ->
    lists:all(Predicate, Front) andalso lists:all(Predicate, Rear);
all(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

delete(Element, {Rear, Front} = Queue) when ?IS_QUEUE(Rear, Front) ->
    without_first(fun(Other) -> Other =:= Element end, Queue);
delete(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

delete_r(Element, {Rear, Front}) when ?IS_QUEUE(Rear, Front) ->
    mirrored(delete(Element, {Front, Rear}));
delete_r(Element, Queue) ->
    erlang:error(badarg, [Element, Queue]).

delete_with(Predicate, {Rear, Front} = Queue) when is_function(Predicate, 1), ?IS_QUEUE(Rear, Front) ->
    without_first(Predicate, Queue);
delete_with(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

delete_with_r(Predicate, {Rear, Front}) when is_function(Predicate, 1), ?IS_QUEUE(Rear, Front) ->
    mirrored(without_first(Predicate, {Front, Rear}));
delete_with_r(Predicate, Queue) ->
    erlang:error(badarg, [Predicate, Queue]).

without_first(Predicate, {Rear, Front} = Queue) ->
    case without(Predicate, Front) of
        Front ->
            case lists:reverse(without(Predicate, lists:reverse(Rear))) of
                Rear -> Queue;
                [] -> spread(Front);
                Less -> {Less, Front}
            end;
        [] -> mirrored(spread(Rear));
        Less -> {Rear, Less}
    end.

%% A list without the first element that is so.
without(Predicate, List) ->
    {Before, Rest} = lists:splitwith(fun(Element) -> not Predicate(Element) end, List),
    Before ++ lists:nthtail(min(1, length(Rest)), Rest).

%% The names of Okasaki.

cons(Element, Queue) -> in_r(Element, Queue).

head({Rear, Front} = Queue) when ?IS_QUEUE(Rear, Front) -> value(take_first(Queue), [Queue]);
head(Queue) -> erlang:error(badarg, [Queue]).

tail(Queue) -> drop(Queue).

snoc(Queue, Element) -> in(Element, Queue).

daeh(Queue) -> get_r(Queue).

last(Queue) -> get_r(Queue).

liat(Queue) -> drop_r(Queue).

lait(Queue) -> drop_r(Queue).

init(Queue) -> drop_r(Queue).

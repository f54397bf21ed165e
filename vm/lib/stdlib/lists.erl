%% Lists.
%%
%% Sorting is a stable merge sort over the runs a list already has: the runs are merged in pairs, alternately into
%% descending and ascending lists, so that every pass is a loop without a stack. (Before OTP 29 sort/1 is not
%% stable: there 1 and 1.0 may change places.)
%%
%% Invariant: functions named u... drop what compares equal (==) and keep the first; r... take and give reversed lists.
-module(lists).

-compile({no_auto_import, [max/2, min/2]}).

-export([reverse/2, member/2, keyfind/3, keymember/3, keysearch/3]).
-export([append/1, append/2, subtract/2, reverse/1, nth/2, nthtail/2, prefix/2, suffix/2, last/1, droplast/1,
         seq/2, seq/3, sum/1, duplicate/2, min/1, max/1, sublist/2, sublist/3, delete/2, concat/1,
         flatten/1, flatten/2, flatlength/1, join/2, split/2, enumerate/1, enumerate/2, enumerate/3,
         uniq/1, uniq/2]).
-export([zip/2, zip/3, zip3/3, zip3/4, zipwith/3, zipwith/4, zipwith3/4, zipwith3/5, unzip/1, unzip3/1]).
-export([all/2, any/2, map/2, flatmap/2, foldl/3, foldr/3, filter/2, partition/2, filtermap/2, zf/2,
         mapfoldl/3, mapfoldr/3, foreach/2, takewhile/2, dropwhile/2, search/2, splitwith/2]).
-export([keydelete/3, keyreplace/4, keytake/3, keystore/4, keymap/3]).
-export([sort/1, sort/2, usort/1, usort/2, keysort/2, ukeysort/2]).
-export([merge/1, merge/2, merge/3, merge3/3, rmerge/2, rmerge/3, rmerge3/3, umerge/1, umerge/2, umerge/3, umerge3/3,
         rumerge/2, rumerge/3, rumerge3/3, keymerge/3, rkeymerge/3, ukeymerge/3, rukeymerge/3]).

%% Natives.

reverse(_List, _Tail) -> erlang:nif_error(undef).
member(_Element, _List) -> erlang:nif_error(undef).
keyfind(_Key, _Index, _Tuples) -> erlang:nif_error(undef).
keymember(_Key, _Index, _Tuples) -> erlang:nif_error(undef).
keysearch(_Key, _Index, _Tuples) -> erlang:nif_error(undef).

%% Plain lists.

append([List]) -> List;
append([List | Lists]) -> List ++ append(Lists);
append([]) -> [].

append(List, Tail) ->
    List ++ Tail.

subtract(List, Gone) ->
    List -- Gone.

reverse([]) -> [];
reverse([_] = List) -> List;
reverse([A, B]) -> [B, A];
reverse([A, B | Tail]) -> reverse(Tail, [B, A]).

nth(1, [Element | _]) -> Element;
nth(N, [_ | _] = List) when is_integer(N), N > 1 -> nth_after(N - 1, List).

nth_after(0, [Element | _]) -> Element;
nth_after(N, [_ | Tail]) -> nth_after(N - 1, Tail).

nthtail(0, []) -> [];
nthtail(0, [_ | _] = List) -> List;
nthtail(1, [_ | Tail]) -> Tail;
nthtail(N, [_ | _] = List) when is_integer(N), N > 1 -> nthtail_of(N, List).

nthtail_of(0, List) -> List;
nthtail_of(N, [_ | Tail]) -> nthtail_of(N - 1, Tail).

prefix([Element | Prefix], [Element | List]) -> prefix(Prefix, List);
prefix([], List) when is_list(List) -> true;
prefix([_ | _], List) when is_list(List) -> false.

suffix(Suffix, List) ->
    Longer = length(List) - length(Suffix),
    Longer >= 0 andalso nthtail(Longer, List) =:= Suffix.

last([Element]) -> Element;
last([_ | Tail]) -> last_of(Tail).

last_of([Element]) -> Element;
last_of([_ | Tail]) -> last_of(Tail).

droplast([_]) -> [];
droplast([Element | Tail]) -> [Element | droplast(Tail)].

seq(First, Last) when is_integer(First), is_integer(Last), First - 1 =< Last ->
    seq_down(Last, First, 1, []).

seq(First, Last, Step) when is_integer(First), is_integer(Last), is_integer(Step),
                            (Step > 0 andalso First - Step =< Last) orelse (Step < 0 andalso First - Step >= Last) ->
    seq_down(First + (Last - First) div Step * Step, First, Step, [], Last - First);
seq(Same, Same, 0) when is_integer(Same) ->
    [Same];
seq(First, Last, Step) ->
    erlang:error(badarg, [First, Last, Step]).

%% A step past the end gives nothing, though the division would give the first.
seq_down(_, _, Step, Seen, Distance) when Step > 0, Distance < 0; Step < 0, Distance > 0 -> Seen;
seq_down(Current, First, Step, Seen, _) -> seq_down(Current, First, Step, Seen).

seq_down(First, First, _, Seen) -> [First | Seen];
seq_down(Current, First, Step, Seen) when Step > 0, Current > First; Step < 0, Current < First ->
    seq_down(Current - Step, First, Step, [Current | Seen]);
seq_down(_, _, _, Seen) -> Seen.

sum(List) ->
    sum(List, 0).

sum([Number | Tail], Total) -> sum(Tail, Total + Number);
sum([], Total) -> Total.

duplicate(Count, Element) when is_integer(Count), Count >= 0 ->
    duplicate(Count, Element, []).

duplicate(0, _, List) -> List;
duplicate(Count, Element, List) -> duplicate(Count - 1, Element, [Element | List]).

min([First | Tail]) -> min(Tail, First).

min([Element | Tail], Least) when Element < Least -> min(Tail, Element);
min([_ | Tail], Least) -> min(Tail, Least);
min([], Least) -> Least.

max([First | Tail]) -> max(Tail, First).

max([Element | Tail], Most) when Element > Most -> max(Tail, Element);
max([_ | Tail], Most) -> max(Tail, Most);
max([], Most) -> Most.

sublist(List, 1, Length) when is_list(List), is_integer(Length), Length >= 0 ->
    sublist(List, Length);
sublist([], Start, _) when is_integer(Start), Start > 1 ->
    [];
sublist([_ | Tail], Start, Length) when is_integer(Start), Start > 1 ->
    sublist(Tail, Start - 1, Length).

sublist(List, Length) when is_integer(Length), is_list(List) ->
    taken(List, Length).

taken([Element | Tail], Count) when Count > 0 -> [Element | taken(Tail, Count - 1)];
taken(_, 0) -> [];
taken(List, Count) when is_list(List), Count > 0 -> [].

delete(Element, [Element | Tail]) -> Tail;
delete(Element, [Other | Tail]) -> [Other | delete(Element, Tail)];
delete(_, []) -> [].

concat(Things) ->
    flatmap(fun text/1, Things).

text(Thing) when is_integer(Thing) -> integer_to_list(Thing);
text(Thing) when is_float(Thing) -> float_to_list(Thing);
text(Thing) when is_atom(Thing) -> atom_to_list(Thing);
text(Thing) when is_list(Thing) -> Thing.

flatten(List) when is_list(List) ->
    flatten_before(List, []).

flatten(List, Tail) when is_list(List), is_list(Tail) ->
    flatten_before(List, Tail).

flatten_before([Inner | Rest], Tail) when is_list(Inner) -> flatten_before(Inner, flatten_before(Rest, Tail));
flatten_before([Element | Rest], Tail) -> [Element | flatten_before(Rest, Tail)];
flatten_before([], Tail) -> Tail.

flatlength(List) ->
    flatlength(List, 0).

flatlength([Inner | Rest], Length) when is_list(Inner) -> flatlength(Rest, flatlength(Inner, Length));
flatlength([_ | Rest], Length) -> flatlength(Rest, Length + 1);
flatlength([], Length) -> Length.

join(_, []) -> [];
join(Separator, [First | Rest]) -> [First | join_rest(Separator, Rest)].

join_rest(_, []) -> [];
join_rest(Separator, [Element | Rest]) -> [Separator, Element | join_rest(Separator, Rest)].

split(Count, List) when is_integer(Count), Count >= 0, is_list(List) ->
    case split(Count, List, []) of
        {_, _} = Parts -> Parts;
        too_short -> erlang:error(badarg, [Count, List])
    end;
split(Count, List) ->
    erlang:error(badarg, [Count, List]).

split(0, Rest, Seen) -> {reverse(Seen, []), Rest};
split(Count, [Element | Rest], Seen) -> split(Count - 1, Rest, [Element | Seen]);
split(_, [], _) -> too_short.

enumerate(List) ->
    enumerate(1, 1, List).

enumerate(Index, List) ->
    enumerate(Index, 1, List).

enumerate(Index, Step, List) when is_list(List), is_integer(Index), is_integer(Step) ->
    enumerated(Index, Step, List).

enumerated(Index, Step, [Element | Rest]) -> [{Index, Element} | enumerated(Index + Step, Step, Rest)];
enumerated(_, _, []) -> [].

uniq(List) ->
    uniq_seen(List, #{}).

uniq_seen([Element | Rest], Seen) when is_map_key(Element, Seen) -> uniq_seen(Rest, Seen);
uniq_seen([Element | Rest], Seen) -> [Element | uniq_seen(Rest, Seen#{Element => []})];
uniq_seen([], _) -> [].

uniq(KeyOf, List) when is_function(KeyOf, 1) ->
    uniq_by(List, KeyOf, #{}).

uniq_by([Element | Rest], KeyOf, Seen) ->
    Key = KeyOf(Element),
    case Seen of
        #{Key := _} -> uniq_by(Rest, KeyOf, Seen);
        #{} -> [Element | uniq_by(Rest, KeyOf, Seen#{Key => []})]
    end;
uniq_by([], _, _) ->
    [].

%% Several lists. What happens to the longer ones is `fail`, `trim` or {pad, Defaults}.

zip([A | As], [B | Bs]) -> [{A, B} | zip(As, Bs)];
zip([], []) -> [].

zip(As, Bs, How) ->
    zipwith(fun(A, B) -> {A, B} end, As, Bs, How).

zip3([A | As], [B | Bs], [C | Cs]) -> [{A, B, C} | zip3(As, Bs, Cs)];
zip3([], [], []) -> [].

zip3(As, Bs, Cs, How) ->
    zipwith3(fun(A, B, C) -> {A, B, C} end, As, Bs, Cs, How).

zipwith(Fun, [A | As], [B | Bs]) -> [Fun(A, B) | zipwith(Fun, As, Bs)];
zipwith(Fun, [], []) when is_function(Fun, 2) -> [].

zipwith(Fun, [A | As], [B | Bs], How) -> [Fun(A, B) | zipwith(Fun, As, Bs, How)];
zipwith(Fun, [], [], _) when is_function(Fun, 2) -> [];
zipwith(Fun, [_ | _], [], trim) when is_function(Fun, 2) -> [];
zipwith(Fun, [], [_ | _], trim) when is_function(Fun, 2) -> [];
zipwith(Fun, [], [_ | _] = Bs, {pad, {A, _}}) -> [Fun(A, B) || B <- Bs];
zipwith(Fun, [_ | _] = As, [], {pad, {_, B}}) -> [Fun(A, B) || A <- As].

zipwith3(Fun, [A | As], [B | Bs], [C | Cs]) -> [Fun(A, B, C) | zipwith3(Fun, As, Bs, Cs)];
zipwith3(Fun, [], [], []) when is_function(Fun, 3) -> [].

zipwith3(Fun, [A | As], [B | Bs], [C | Cs], How) -> [Fun(A, B, C) | zipwith3(Fun, As, Bs, Cs, How)];
zipwith3(Fun, [], [], [], _) when is_function(Fun, 3) -> [];
zipwith3(Fun, As, Bs, Cs, trim) when is_function(Fun, 3), is_list(As), is_list(Bs), is_list(Cs) -> [];
zipwith3(Fun, As, Bs, Cs, {pad, {A, B, C}} = How) when is_list(As), is_list(Bs), is_list(Cs) ->
    {FirstA, RestA} = padded(As, A),
    {FirstB, RestB} = padded(Bs, B),
    {FirstC, RestC} = padded(Cs, C),
    [Fun(FirstA, FirstB, FirstC) | zipwith3(Fun, RestA, RestB, RestC, How)].

padded([First | Rest], _) -> {First, Rest};
padded([], Default) -> {Default, []}.

unzip(Pairs) ->
    unzip(Pairs, [], []).

unzip([{A, B} | Rest], As, Bs) -> unzip(Rest, [A | As], [B | Bs]);
unzip([], As, Bs) -> {reverse(As), reverse(Bs)}.

unzip3(Triples) ->
    unzip3(Triples, [], [], []).

unzip3([{A, B, C} | Rest], As, Bs, Cs) -> unzip3(Rest, [A | As], [B | Bs], [C | Cs]);
unzip3([], As, Bs, Cs) -> {reverse(As), reverse(Bs), reverse(Cs)}.

%% Functions of lists. Those that match with `case` raise case_clause for what is no list, as OTP's do.

all(Predicate, List) when is_function(Predicate, 1) ->
    case List of
        [Element | Rest] ->
            case Predicate(Element) of
                true -> all_hold(Predicate, Rest);
                false -> false
            end;
        [] ->
            true
    end.

all_hold(Predicate, [Element | Rest]) ->
    case Predicate(Element) of
        true -> all_hold(Predicate, Rest);
        false -> false
    end;
all_hold(_, []) ->
    true.

any(Predicate, List) when is_function(Predicate, 1) ->
    case List of
        [Element | Rest] ->
            case Predicate(Element) of
                true -> true;
                false -> any_holds(Predicate, Rest)
            end;
        [] ->
            false
    end.

any_holds(Predicate, [Element | Rest]) ->
    case Predicate(Element) of
        true -> true;
        false -> any_holds(Predicate, Rest)
    end;
any_holds(_, []) ->
    false.

map(Fun, List) when is_function(Fun, 1) ->
    case List of
        [Element | Rest] -> [Fun(Element) | mapped(Fun, Rest)];
        [] -> []
    end.

mapped(Fun, [Element | Rest]) -> [Fun(Element) | mapped(Fun, Rest)];
mapped(_, []) -> [].

flatmap(Fun, List) when is_function(Fun, 1) ->
    flatmapped(Fun, List).

flatmapped(Fun, [Element | Rest]) -> Fun(Element) ++ flatmapped(Fun, Rest);
flatmapped(_, []) -> [].

foldl(Fun, Initial, List) when is_function(Fun, 2) ->
    case List of
        [Element | Rest] -> folded(Fun, Fun(Element, Initial), Rest);
        [] -> Initial
    end.

folded(Fun, Result, [Element | Rest]) -> folded(Fun, Fun(Element, Result), Rest);
folded(_, Result, []) -> Result.

foldr(Fun, Initial, List) when is_function(Fun, 2) ->
    folded_right(Fun, Initial, List).

folded_right(Fun, Initial, [Element | Rest]) -> Fun(Element, folded_right(Fun, Initial, Rest));
folded_right(_, Initial, []) -> Initial.

filter(Predicate, List) when is_function(Predicate, 1) ->
    [Element || Element <- List, Predicate(Element)].

partition(Predicate, List) when is_function(Predicate, 1) ->
    partition(Predicate, List, [], []).

partition(Predicate, [Element | Rest], Yes, No) ->
    case Predicate(Element) of
        true -> partition(Predicate, Rest, [Element | Yes], No);
        false -> partition(Predicate, Rest, Yes, [Element | No])
    end;
partition(_, [], Yes, No) ->
    {reverse(Yes), reverse(No)}.

filtermap(Fun, List) when is_function(Fun, 1) ->
    filtermapped(Fun, List).

filtermapped(Fun, [Element | Rest]) ->
    case Fun(Element) of
        true -> [Element | filtermapped(Fun, Rest)];
        {true, Value} -> [Value | filtermapped(Fun, Rest)];
        false -> filtermapped(Fun, Rest)
    end;
filtermapped(_, []) ->
    [].

zf(Fun, List) ->
    filtermap(Fun, List).

mapfoldl(Fun, Initial, List) when is_function(Fun, 2) ->
    mapfolded(Fun, Initial, List).

mapfolded(Fun, Result, [Element | Rest]) ->
    {Mapped, Next} = Fun(Element, Result),
    {Others, Last} = mapfolded(Fun, Next, Rest),
    {[Mapped | Others], Last};
mapfolded(_, Result, []) ->
    {[], Result}.

mapfoldr(Fun, Initial, List) when is_function(Fun, 2) ->
    mapfolded_right(Fun, Initial, List).

mapfolded_right(Fun, Initial, [Element | Rest]) ->
    {Others, Result} = mapfolded_right(Fun, Initial, Rest),
    {Mapped, Last} = Fun(Element, Result),
    {[Mapped | Others], Last};
mapfolded_right(_, Initial, []) ->
    {[], Initial}.

foreach(Fun, List) when is_function(Fun, 1) ->
    for_each(Fun, List).

for_each(Fun, [Element | Rest]) ->
    Fun(Element),
    for_each(Fun, Rest);
for_each(_, []) ->
    ok.

takewhile(Predicate, List) when is_function(Predicate, 1) ->
    taken_while(Predicate, List).

taken_while(Predicate, [Element | Rest]) ->
    case Predicate(Element) of
        true -> [Element | taken_while(Predicate, Rest)];
        false -> []
    end;
taken_while(_, []) ->
    [].

dropwhile(Predicate, List) when is_function(Predicate, 1) ->
    dropped_while(Predicate, List).

dropped_while(Predicate, [Element | Rest] = List) ->
    case Predicate(Element) of
        true -> dropped_while(Predicate, Rest);
        false -> List
    end;
dropped_while(_, []) ->
    [].

search(Predicate, List) when is_function(Predicate, 1) ->
    searched(Predicate, List).

searched(Predicate, [Element | Rest]) ->
    case Predicate(Element) of
        true -> {value, Element};
        false -> searched(Predicate, Rest)
    end;
searched(_, []) ->
    false.

splitwith(Predicate, List) when is_function(Predicate, 1) ->
    splitwith(Predicate, List, []).

splitwith(Predicate, [Element | Rest] = List, Seen) ->
    case Predicate(Element) of
        true -> splitwith(Predicate, Rest, [Element | Seen]);
        false -> {reverse(Seen), List}
    end;
splitwith(_, [], Seen) ->
    {reverse(Seen), []}.

%% Lists of tuples.

keydelete(Key, Index, Tuples) when is_integer(Index), Index > 0 ->
    keydeleted(Key, Index, Tuples).

keydeleted(Key, Index, [Tuple | Rest]) when element(Index, Tuple) == Key -> Rest;
keydeleted(Key, Index, [Tuple | Rest]) -> [Tuple | keydeleted(Key, Index, Rest)];
keydeleted(_, _, []) -> [].

keyreplace(Key, Index, Tuples, New) when is_integer(Index), Index > 0, is_tuple(New) ->
    keyreplaced(Key, Index, Tuples, New).

keyreplaced(Key, Index, [Tuple | Rest], New) when element(Index, Tuple) == Key -> [New | Rest];
keyreplaced(Key, Index, [Tuple | Rest], New) -> [Tuple | keyreplaced(Key, Index, Rest, New)];
keyreplaced(_, _, [], _) -> [].

keytake(Key, Index, Tuples) when is_integer(Index), Index > 0 ->
    keytake(Key, Index, Tuples, []).

keytake(Key, Index, [Tuple | Rest], Seen) when element(Index, Tuple) == Key -> {value, Tuple, reverse(Seen, Rest)};
keytake(Key, Index, [Tuple | Rest], Seen) -> keytake(Key, Index, Rest, [Tuple | Seen]);
keytake(_, _, [], _) -> false.

keystore(Key, Index, Tuples, New) when is_integer(Index), Index > 0, is_tuple(New) ->
    keystored(Key, Index, Tuples, New).

keystored(Key, Index, [Tuple | Rest], New) when element(Index, Tuple) == Key -> [New | Rest];
keystored(Key, Index, [Tuple | Rest], New) -> [Tuple | keystored(Key, Index, Rest, New)];
keystored(_, _, [], New) -> [New].

keymap(Fun, Index, [Tuple | Rest]) ->
    [setelement(Index, Tuple, Fun(element(Index, Tuple))) | keymap(Fun, Index, Rest)];
keymap(Fun, Index, []) when is_integer(Index), Index >= 1, is_function(Fun, 1) ->
    [].

%% Sorting in the order of terms. A run is found reversed: an ascending run of the list is a descending list.

sort([A, B | Rest] = List) ->
    case sorted(A, B, Rest) of
        true -> List;
        false -> ascending(runs(List, []))
    end;
sort([_] = List) ->
    List;
sort([]) ->
    [].

sorted(A, B, [C | Rest]) when A =< B -> sorted(B, C, Rest);
sorted(A, B, []) -> A =< B;
sorted(_, _, _) -> false.

%% The runs of a list as descending lists, the last run first.
runs([A, B | Rest], Runs) when A =< B -> run_up(B, Rest, [A], Runs);
runs([A, B | Rest], Runs) -> run_down(B, Rest, [A], Runs);
runs([A], Runs) -> [[A] | Runs];
runs([], Runs) -> Runs.

run_up(A, [B | Rest], Run, Runs) when A =< B -> run_up(B, Rest, [A | Run], Runs);
run_up(A, Rest, Run, Runs) -> runs(Rest, [[A | Run] | Runs]).

run_down(A, [B | Rest], Run, Runs) when A > B -> run_down(B, Rest, [A | Run], Runs);
run_down(A, Rest, Run, Runs) -> runs(Rest, [reverse([A | Run]) | Runs]).

%% Both passes take the runs last first, and give them first first.
ascending([Run]) -> reverse(Run);
ascending(Runs) -> descending(merge_down_pairs(Runs, [])).

descending([Run]) -> Run;
descending(Runs) -> ascending(merge_up_pairs(Runs, [])).

merge_down_pairs([Later, Earlier | Runs], Merged) -> merge_down_pairs(Runs, [merge_down(Earlier, Later, []) | Merged]);
merge_down_pairs([Run], Merged) -> [reverse(Run) | Merged];
merge_down_pairs([], Merged) -> Merged.

merge_up_pairs([Earlier, Later | Runs], Merged) -> merge_up_pairs(Runs, [merge_up(Earlier, Later, []) | Merged]);
merge_up_pairs([Run], Merged) -> [reverse(Run) | Merged];
merge_up_pairs([], Merged) -> Merged.

%% Two descending lists in front of an ascending one.
merge_down([A | As], [B | _] = Bs, Merged) when A > B -> merge_down(As, Bs, [A | Merged]);
merge_down([_ | _] = As, [B | Bs], Merged) -> merge_down(As, Bs, [B | Merged]);
merge_down([], Bs, Merged) -> reverse(Bs, Merged);
merge_down(As, [], Merged) -> reverse(As, Merged).

%% Two ascending lists in front of a descending one.
merge_up([A | As], [B | _] = Bs, Merged) when A =< B -> merge_up(As, Bs, [A | Merged]);
merge_up([_ | _] = As, [B | Bs], Merged) -> merge_up(As, Bs, [B | Merged]);
merge_up([], Bs, Merged) -> reverse(Bs, Merged);
merge_up(As, [], Merged) -> reverse(As, Merged).

usort([_ | _] = List) -> without_repeats(sort(List));
usort([]) -> [].

without_repeats([A, B | Rest]) when A == B -> without_repeats([A | Rest]);
without_repeats([A | Rest]) -> [A | without_repeats(Rest)];
without_repeats([]) -> [].

%% Sorting in the order of a fun: true when its first argument may stand before its second.

sort(Fun, [_, _ | _] = List) -> fascending(fruns(List, Fun, []), Fun);
sort(Fun, [_] = List) when is_function(Fun, 2) -> List;
sort(Fun, []) when is_function(Fun, 2) -> [].

fruns([A, B | Rest], Fun, Runs) ->
    case Fun(A, B) of
        true -> frun_up(B, Rest, Fun, [A], Runs);
        false -> frun_down(B, Rest, Fun, [A], Runs)
    end;
fruns([A], _, Runs) ->
    [[A] | Runs];
fruns([], _, Runs) ->
    Runs.

frun_up(A, [B | Tail] = Rest, Fun, Run, Runs) ->
    case Fun(A, B) of
        true -> frun_up(B, Tail, Fun, [A | Run], Runs);
        false -> fruns(Rest, Fun, [[A | Run] | Runs])
    end;
frun_up(A, [], _, Run, Runs) ->
    [[A | Run] | Runs].

frun_down(A, [B | Tail] = Rest, Fun, Run, Runs) ->
    case Fun(A, B) of
        true -> fruns(Rest, Fun, [reverse([A | Run]) | Runs]);
        false -> frun_down(B, Tail, Fun, [A | Run], Runs)
    end;
frun_down(A, [], _, Run, Runs) ->
    [reverse([A | Run]) | Runs].

fascending([Run], _) -> reverse(Run);
fascending(Runs, Fun) -> fdescending(fmerge_down_pairs(Runs, Fun, []), Fun).

fdescending([Run], _) -> Run;
fdescending(Runs, Fun) -> fascending(fmerge_up_pairs(Runs, Fun, []), Fun).

fmerge_down_pairs([Later, Earlier | Runs], Fun, Merged) ->
    fmerge_down_pairs(Runs, Fun, [fmerge_down(Earlier, Later, Fun, []) | Merged]);
fmerge_down_pairs([Run], _, Merged) -> [reverse(Run) | Merged];
fmerge_down_pairs([], _, Merged) -> Merged.

fmerge_up_pairs([Earlier, Later | Runs], Fun, Merged) ->
    fmerge_up_pairs(Runs, Fun, [fmerge_up(Earlier, Later, Fun, []) | Merged]);
fmerge_up_pairs([Run], _, Merged) -> [reverse(Run) | Merged];
fmerge_up_pairs([], _, Merged) -> Merged.

fmerge_down([A | RestA] = As, [B | RestB] = Bs, Fun, Merged) ->
    case Fun(A, B) of
        true -> fmerge_down(As, RestB, Fun, [B | Merged]);
        false -> fmerge_down(RestA, Bs, Fun, [A | Merged])
    end;
fmerge_down([], Bs, _, Merged) -> reverse(Bs, Merged);
fmerge_down(As, [], _, Merged) -> reverse(As, Merged).

fmerge_up([A | RestA] = As, [B | RestB] = Bs, Fun, Merged) ->
    case Fun(A, B) of
        true -> fmerge_up(RestA, Bs, Fun, [A | Merged]);
        false -> fmerge_up(As, RestB, Fun, [B | Merged])
    end;
fmerge_up([], Bs, _, Merged) -> reverse(Bs, Merged);
fmerge_up(As, [], _, Merged) -> reverse(As, Merged).

usort(Fun, [_ | _] = List) when is_function(Fun, 2) -> without_repeats(Fun, sort(Fun, List));
usort(Fun, []) when is_function(Fun, 2) -> [].

without_repeats(Fun, [A, B | Rest]) ->
    case Fun(B, A) of
        true -> without_repeats(Fun, [A | Rest]);
        false -> [A | without_repeats(Fun, [B | Rest])]
    end;
without_repeats(_, List) ->
    List.

%% Sorting tuples by an element: each key is read once for a comparison.

keysort(Index, Tuples) when is_integer(Index), Index > 0 ->
    case Tuples of
        [_, _ | _] -> kascending(kruns(Tuples, Index, []), Index);
        [_] -> Tuples;
        [] -> []
    end.

kruns([A, B | Rest], Index, Runs) ->
    KeyB = element(Index, B),
    case element(Index, A) =< KeyB of
        true -> krun_up(B, KeyB, Rest, Index, [A], Runs);
        false -> krun_down(B, KeyB, Rest, Index, [A], Runs)
    end;
kruns([A], Index, Runs) ->
    _ = element(Index, A),
    [[A] | Runs];
kruns([], _, Runs) ->
    Runs.

krun_up(A, KeyA, [B | Tail] = Rest, Index, Run, Runs) ->
    case element(Index, B) of
        KeyB when KeyA =< KeyB -> krun_up(B, KeyB, Tail, Index, [A | Run], Runs);
        _ -> kruns(Rest, Index, [[A | Run] | Runs])
    end;
krun_up(A, _, [], _, Run, Runs) ->
    [[A | Run] | Runs].

krun_down(A, KeyA, [B | Tail] = Rest, Index, Run, Runs) ->
    case element(Index, B) of
        KeyB when KeyA > KeyB -> krun_down(B, KeyB, Tail, Index, [A | Run], Runs);
        _ -> kruns(Rest, Index, [reverse([A | Run]) | Runs])
    end;
krun_down(A, _, [], _, Run, Runs) ->
    [reverse([A | Run]) | Runs].

kascending([Run], _) -> reverse(Run);
kascending(Runs, Index) -> kdescending(kmerge_down_pairs(Runs, Index, []), Index).

kdescending([Run], _) -> Run;
kdescending(Runs, Index) -> kascending(kmerge_up_pairs(Runs, Index, []), Index).

kmerge_down_pairs([Later, [A | As] | Runs], Index, Merged) ->
    kmerge_down_pairs(Runs, Index, [kmerge_down(A, element(Index, A), As, Later, Index, []) | Merged]);
kmerge_down_pairs([Run], _, Merged) -> [reverse(Run) | Merged];
kmerge_down_pairs([], _, Merged) -> Merged.

kmerge_up_pairs([Earlier, [B | Bs] | Runs], Index, Merged) ->
    kmerge_up_pairs(Runs, Index, [kmerge_up(Earlier, B, element(Index, B), Bs, Index, []) | Merged]);
kmerge_up_pairs([Run], _, Merged) -> [reverse(Run) | Merged];
kmerge_up_pairs([], _, Merged) -> Merged.

%% The head of one list is held with its key while heads of the other go before it.
kmerge_down(A, KeyA, As, [B | Bs], Index, Merged) when KeyA =< element(Index, B) ->
    kmerge_down(A, KeyA, As, Bs, Index, [B | Merged]);
kmerge_down(A, _, [Next | As], [_ | _] = Bs, Index, Merged) ->
    kmerge_down(Next, element(Index, Next), As, Bs, Index, [A | Merged]);
kmerge_down(A, _, As, Bs, _, Merged) ->
    reverse(As, reverse_onto(Bs, [A | Merged])).

%% One of the two lists is empty here.
reverse_onto([], Merged) -> Merged;
reverse_onto(Bs, Merged) -> reverse(Bs, Merged).

kmerge_up([A | As], B, KeyB, Bs, Index, Merged) when element(Index, A) =< KeyB ->
    kmerge_up(As, B, KeyB, Bs, Index, [A | Merged]);
kmerge_up([_ | _] = As, B, _, [Next | Bs], Index, Merged) ->
    kmerge_up(As, Next, element(Index, Next), Bs, Index, [B | Merged]);
kmerge_up(As, B, _, Bs, _, Merged) ->
    reverse(Bs, reverse_onto(As, [B | Merged])).

ukeysort(Index, Tuples) when is_integer(Index), Index > 0 ->
    case Tuples of
        [_ | _] -> without_key_repeats(Index, keysort(Index, Tuples));
        [] -> []
    end.

without_key_repeats(Index, [A, B | Rest]) when element(Index, A) == element(Index, B) ->
    without_key_repeats(Index, [A | Rest]);
without_key_repeats(Index, [A | Rest]) ->
    [A | without_key_repeats(Index, Rest)];
without_key_repeats(_, []) ->
    [].

%% Merging sorted lists.

merge(Lists) ->
    foldr(fun merge/2, [], Lists).

merge(As, []) -> As;
merge(As, [_ | _] = Bs) -> reverse(merge_up(As, Bs, []), []).

merge3(As, Bs, Cs) ->
    merge(merge(As, Bs), Cs).

rmerge(As, Bs) ->
    reverse(merge_down(As, Bs, []), []).

rmerge3(As, Bs, Cs) ->
    rmerge(rmerge(As, Bs), Cs).

merge(Fun, As, Bs) when is_function(Fun, 2), is_list(As), is_list(Bs) ->
    reverse(fmerge_up(As, Bs, Fun, []), []).

rmerge(Fun, As, Bs) when is_function(Fun, 2), is_list(As), is_list(Bs) ->
    reverse(fmerge_down(As, Bs, Fun, []), []).

umerge(Lists) ->
    foldr(fun umerge/2, [], Lists).

umerge(As, Bs) ->
    without_repeats(merge(As, Bs)).

umerge3(As, Bs, Cs) ->
    without_repeats(merge3(As, Bs, Cs)).

rumerge(As, Bs) ->
    reverse(umerge(reverse(As), reverse(Bs))).

rumerge3(As, Bs, Cs) ->
    reverse(umerge3(reverse(As), reverse(Bs), reverse(Cs))).

umerge(Fun, As, Bs) ->
    without_repeats(Fun, merge(Fun, As, Bs)).

rumerge(Fun, As, Bs) ->
    reverse(umerge(Fun, reverse(As), reverse(Bs))).

keymerge(Index, As, Bs) when is_integer(Index), Index > 0 ->
    keymerged(Index, As, Bs).

keymerged(Index, [A | LessAs] = As, [B | LessBs] = Bs) ->
    case element(Index, A) =< element(Index, B) of
        true -> [A | keymerged(Index, LessAs, Bs)];
        false -> [B | keymerged(Index, As, LessBs)]
    end;
keymerged(_, [], Bs) ->
    Bs;
keymerged(_, As, []) ->
    As.

rkeymerge(Index, As, Bs) when is_integer(Index), Index > 0 ->
    reverse(keymerged(Index, reverse(As), reverse(Bs))).

ukeymerge(Index, As, Bs) when is_integer(Index), Index > 0 ->
    without_key_repeats(Index, keymerged(Index, As, Bs)).

rukeymerge(Index, As, Bs) when is_integer(Index), Index > 0 ->
    reverse(ukeymerge(Index, reverse(As), reverse(Bs))).

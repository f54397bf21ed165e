%% Arrays: indices from 0, a default for what was never set, growing unless fixed.
%%
%% An array is {array, Size, Limit, Default, Tree}. A tree is the number of elements it stands for while all of them
%% are the default; or a leaf, a tuple of 10 elements; or a node, a tuple of 10 trees and the number of elements each
%% of them stands for. Limit is the number of elements the tree stands for, and 0 when the array is fixed.
%%
%% Invariant: elements at and beyond the size may be stale after a resize; they count again when the array grows.
-module(array).

-compile({no_auto_import, [size/1, get/2]}).

-export([new/0, new/1, new/2, is_array/1, set/3, get/2, size/1, default/1, reset/2, is_fix/1, fix/1, relax/1, resize/1,
         resize/2, to_list/1, sparse_to_list/1, from_list/1, from_list/2, to_orddict/1, sparse_to_orddict/1,
         from_orddict/1, from_orddict/2, map/2, sparse_map/2, foldl/3, foldr/3, sparse_foldl/3, sparse_foldr/3,
         sparse_size/1]).

-define(WIDTH, 10).
-record(array, {size, limit, default, tree}).

new() ->
    new([]).

new(Options) ->
    try
        made(options(Options, {0, undefined, default_fixing}))
    catch
        throw:badarg -> erlang:error(badarg, [Options])
    end.

new(Size, Options) when is_integer(Size), Size >= 0 ->
    try
        made(options(Options, {Size, undefined, true}))
    catch
        throw:badarg -> erlang:error(badarg, [Size, Options])
    end;
new(Size, Options) ->
    erlang:error(badarg, [Size, Options]).

%% A size fixes the array unless told otherwise later.
options([Option | Rest], Settings) -> options(Rest, option(Option, Settings));
options([], Settings) -> Settings;
options(Option, Settings) -> option(Option, Settings).

option({size, Size}, {_, Default, _}) when is_integer(Size), Size >= 0 -> {Size, Default, true};
option(Size, {_, Default, _}) when is_integer(Size), Size >= 0 -> {Size, Default, true};
option({default, Default}, {Size, _, Fixed}) -> {Size, Default, Fixed};
option(fixed, {Size, Default, _}) -> {Size, Default, true};
option({fixed, Fixed}, {Size, Default, _}) when is_boolean(Fixed) -> {Size, Default, Fixed};
option(_, _) -> throw(badarg).

made({Size, Default, Fixed}) ->
    Limit = limit_for(Size, ?WIDTH),
    case Fixed of
        true -> #array{size = Size, limit = 0, default = Default, tree = Limit};
        _ -> #array{size = Size, limit = Limit, default = Default, tree = Limit}
    end.

limit_for(Size, Limit) when Size > Limit -> limit_for(Size, Limit * ?WIDTH);
limit_for(_, Limit) -> Limit.

is_array(#array{size = Size, limit = Limit}) when is_integer(Size), is_integer(Limit) -> true;
is_array(_) -> false.

size(#array{size = Size}) -> Size;
size(Array) -> erlang:error(badarg, [Array]).

default(#array{default = Default}) -> Default;
default(Array) -> erlang:error(badarg, [Array]).

is_fix(#array{limit = Limit}) -> Limit =:= 0.

fix(#array{} = Array) -> Array#array{limit = 0}.

relax(#array{size = Size, limit = 0} = Array) -> Array#array{limit = limit_for(Size, ?WIDTH)};
relax(#array{} = Array) -> Array.

resize(Size, #array{size = OldSize, limit = Limit, tree = Tree} = Array) when is_integer(Size), Size >= 0 ->
    case Size > OldSize of
        true ->
            {NewTree, NewLimit} = grown(Tree, Size, span(Tree, Limit, OldSize)),
            case Limit of
                0 -> Array#array{size = Size, tree = NewTree};
                _ -> Array#array{size = Size, limit = NewLimit, tree = NewTree}
            end;
        false ->
            Array#array{size = Size}
    end;
resize(Size, Array) ->
    erlang:error(badarg, [Size, Array]).

%% How many elements the tree of an array stands for.
span(Tree, _, _) when is_integer(Tree) -> Tree;
span(_, 0, Size) -> limit_for(Size, ?WIDTH);
span(_, Limit, _) -> Limit.

grown(Tree, Size, Span) when Size > Span, is_integer(Tree) ->
    Limit = limit_for(Size, Span),
    {Limit, Limit};
grown(Tree, Size, Span) when Size > Span ->
    Node = list_to_tuple([Tree | lists:duplicate(?WIDTH, Span)]),
    grown(Node, Size, Span * ?WIDTH);
grown(Tree, _, Span) ->
    {Tree, Span}.

%% To the last element that is not the default.
resize(Array) ->
    resize(sparse_size(Array), Array).

sparse_size(Array) ->
    Last = fun(Index, _, none) -> throw({last, Index}) end,
    try
        sparse_foldr(Last, none, Array),
        0
    catch
        {last, Index} -> Index + 1
    end.

%% Elements.

get(Index, #array{size = Size, tree = Tree, default = Default, limit = Limit}) when is_integer(Index), Index >= 0 ->
    case Index < Size of
        true -> get_in(Index, Tree, Default);
        false when Limit > 0 -> Default;
        false -> erlang:error(badarg, [Index])
    end;
get(Index, Array) ->
    erlang:error(badarg, [Index, Array]).

get_in(_, Tree, Default) when is_integer(Tree) -> Default;
get_in(Index, Node, Default) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    get_in(Index rem Span, element(Index div Span + 1, Node), Default);
get_in(Index, Leaf, _) -> element(Index + 1, Leaf).

set(Index, Value, #array{size = Size, limit = Limit, default = Default, tree = Tree} = Array)
  when is_integer(Index), Index >= 0 ->
    if
        Index < Size ->
            Array#array{tree = set_in(Index, Value, Tree, Default)};
        Index < Limit ->
            Array#array{size = Index + 1, tree = set_in(Index, Value, Tree, Default)};
        Limit > 0 ->
            {NewTree, NewLimit} = grown(Tree, Index + 1, Limit),
            Array#array{size = Index + 1, limit = NewLimit, tree = set_in(Index, Value, NewTree, Default)};
        true ->
            erlang:error(badarg, [Index, Value, Array])
    end;
set(Index, Value, Array) ->
    erlang:error(badarg, [Index, Value, Array]).

set_in(Index, Value, Tree, Default) when is_integer(Tree) ->
    set_in(Index, Value, expanded(Tree, Default), Default);
set_in(Index, Value, Node, Default) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    Place = Index div Span + 1,
    setelement(Place, Node, set_in(Index rem Span, Value, element(Place, Node), Default));
set_in(Index, Value, Leaf, _) ->
    setelement(Index + 1, Leaf, Value).

%% A tree of defaults, one level deep.
expanded(?WIDTH, Default) -> erlang:make_tuple(?WIDTH, Default);
expanded(Span, _) -> erlang:make_tuple(?WIDTH + 1, Span div ?WIDTH).

reset(Index, #array{size = Size, limit = Limit, default = Default, tree = Tree} = Array)
  when is_integer(Index), Index >= 0 ->
    case Index < Size of
        true -> Array#array{tree = reset_in(Index, Tree, Default)};
        false when Limit > 0 -> Array;
        false -> erlang:error(badarg, [Index, Array])
    end;
reset(Index, Array) ->
    erlang:error(badarg, [Index, Array]).

reset_in(_, Tree, _) when is_integer(Tree) -> Tree;
reset_in(Index, Node, Default) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    Place = Index div Span + 1,
    setelement(Place, Node, reset_in(Index rem Span, element(Place, Node), Default));
reset_in(Index, Leaf, Default) -> setelement(Index + 1, Leaf, Default).

%% Lists.

to_list(#array{} = Array) -> foldr(fun(_, Value, List) -> [Value | List] end, [], Array);
to_list(Array) -> erlang:error(badarg, [Array]).

sparse_to_list(#array{} = Array) -> sparse_foldr(fun(_, Value, List) -> [Value | List] end, [], Array);
sparse_to_list(Array) -> erlang:error(badarg, [Array]).

to_orddict(#array{} = Array) -> foldr(fun(Index, Value, List) -> [{Index, Value} | List] end, [], Array);
to_orddict(Array) -> erlang:error(badarg, [Array]).

sparse_to_orddict(#array{} = Array) ->
    sparse_foldr(fun(Index, Value, List) -> [{Index, Value} | List] end, [], Array);
sparse_to_orddict(Array) ->
    erlang:error(badarg, [Array]).

from_list(List) ->
    from_list(List, undefined).

from_list([], Default) ->
    new({default, Default});
from_list(List, Default) when is_list(List) ->
    Size =
        try
            length(List)
        catch
            error:badarg -> erlang:error(badarg, [List, Default])
        end,
    Limit = limit_for(Size, ?WIDTH),
    {Tree, []} = tree_of(List, Limit, Default),
    #array{size = Size, limit = Limit, default = Default, tree = Tree};
from_list(List, Default) ->
    erlang:error(badarg, [List, Default]).

%% A tree of Span elements from the front of a list, and the list left.
tree_of([], Span, _) ->
    {Span, []};
tree_of(List, ?WIDTH, Default) ->
    leaf_of(List, ?WIDTH, Default, []);
tree_of(List, Span, Default) ->
    Part = Span div ?WIDTH,
    {Trees, Rest} = lists:mapfoldl(fun(_, Left) -> tree_of(Left, Part, Default) end, List, lists:seq(1, ?WIDTH)),
    {list_to_tuple(Trees ++ [Part]), Rest}.

leaf_of(Rest, 0, _, Seen) -> {list_to_tuple(lists:reverse(Seen)), Rest};
leaf_of([Value | Rest], Count, Default, Seen) -> leaf_of(Rest, Count - 1, Default, [Value | Seen]);
leaf_of([], Count, Default, Seen) -> leaf_of([], Count - 1, Default, [Default | Seen]).

from_orddict(Pairs) ->
    from_orddict(Pairs, undefined).

from_orddict([], Default) ->
    new({default, Default});
from_orddict(Pairs, Default) when is_list(Pairs) ->
    set_pairs(Pairs, -1, new({default, Default}));
from_orddict(Pairs, Default) ->
    erlang:error(badarg, [Pairs, Default]).

set_pairs([{Index, Value} | Rest], Last, Array) when is_integer(Index), Index > Last ->
    set_pairs(Rest, Index, set(Index, Value, Array));
set_pairs([], _, Array) -> Array;
set_pairs(Rest, _, _) -> erlang:error({badarg, Rest}).

%% Functions of index and value. The sparse ones pass over defaults.

map(Fun, #array{size = Size, tree = Tree, default = Default} = Array) when is_function(Fun, 2) ->
    Array#array{tree = map_in(Fun, Tree, 0, Size, Default)};
map(Fun, Array) ->
    erlang:error(badarg, [Fun, Array]).

map_in(_, Tree, Start, Size, _) when Start >= Size ->
    Tree;
map_in(Fun, Tree, Start, Size, Default) when is_integer(Tree) ->
    map_in(Fun, expanded(Tree, Default), Start, Size, Default);
map_in(Fun, Node, Start, Size, Default) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    map_node(fun(Tree, First) -> map_in(Fun, Tree, First, Size, Default) end, Node, Start, Span);
map_in(Fun, Leaf, Start, Size, Default) ->
    Values = [map_value(Fun, Start + Place, Value, Size, Default) || {Place, Value} <- numbered(Leaf)],
    list_to_tuple(Values).

map_value(Fun, Index, Value, Size, _) when Index < Size -> Fun(Index, Value);
map_value(_, _, _, _, Default) -> Default.

map_node(Change, Node, Start, Span) ->
    Trees = [Change(Tree, Start + Place * Span) || {Place, Tree} <- lists:sublist(numbered(Node), ?WIDTH)],
    list_to_tuple(Trees ++ [Span]).

numbered(Tuple) ->
    lists:enumerate(0, tuple_to_list(Tuple)).

%% This one maps the whole leaf the array ends in.
sparse_map(Fun, #array{size = Size, tree = Tree, default = Default} = Array) when is_function(Fun, 2) ->
    Array#array{tree = sparse_map_in(Fun, Tree, 0, Size, Default)};
sparse_map(Fun, Array) ->
    erlang:error(badarg, [Fun, Array]).

sparse_map_in(_, Tree, Start, Size, _) when is_integer(Tree); Start >= Size ->
    Tree;
sparse_map_in(Fun, Node, Start, Size, Default) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    map_node(fun(Tree, First) -> sparse_map_in(Fun, Tree, First, Size, Default) end, Node, Start, Span);
sparse_map_in(Fun, Leaf, Start, _, Default) ->
    Values = [case Value =:= Default of
                  true -> Default;
                  false -> Fun(Start + Place, Value)
              end || {Place, Value} <- numbered(Leaf)],
    list_to_tuple(Values).

foldl(Fun, Initial, #array{} = Array) when is_function(Fun, 3) ->
    fold_pairs(Fun, Initial, pairs(Array));
foldl(Fun, Initial, Array) ->
    erlang:error(badarg, [Fun, Initial, Array]).

foldr(Fun, Initial, #array{} = Array) when is_function(Fun, 3) ->
    fold_pairs(Fun, Initial, lists:reverse(pairs(Array)));
foldr(Fun, Initial, Array) ->
    erlang:error(badarg, [Fun, Initial, Array]).

sparse_foldl(Fun, Initial, #array{} = Array) when is_function(Fun, 3) ->
    fold_pairs(Fun, Initial, sparse_pairs(Array));
sparse_foldl(Fun, Initial, Array) ->
    erlang:error(badarg, [Fun, Initial, Array]).

sparse_foldr(Fun, Initial, #array{} = Array) when is_function(Fun, 3) ->
    fold_pairs(Fun, Initial, lists:reverse(sparse_pairs(Array)));
sparse_foldr(Fun, Initial, Array) ->
    erlang:error(badarg, [Fun, Initial, Array]).

fold_pairs(Fun, Result, [{Index, Value} | Rest]) -> fold_pairs(Fun, Fun(Index, Value, Result), Rest);
fold_pairs(_, Result, []) -> Result.

pairs(#array{size = Size, tree = Tree, default = Default}) ->
    [{Index, get_in(Index, Tree, Default)} || Index <- lists:seq(0, Size - 1)].

sparse_pairs(#array{size = Size, tree = Tree, default = Default}) ->
    sparse_pairs_in(Tree, 0, Size, Default, []).

sparse_pairs_in(Tree, Start, Size, _, Rest) when is_integer(Tree); Start >= Size ->
    Rest;
sparse_pairs_in(Node, Start, Size, Default, Rest) when tuple_size(Node) > ?WIDTH ->
    Span = element(?WIDTH + 1, Node),
    lists:foldr(fun({Place, Tree}, Later) -> sparse_pairs_in(Tree, Start + Place * Span, Size, Default, Later) end,
                Rest, lists:sublist(numbered(Node), ?WIDTH));
sparse_pairs_in(Leaf, Start, Size, Default, Rest) ->
    [{Start + Place, Value} || {Place, Value} <- numbered(Leaf), Start + Place < Size, Value =/= Default] ++ Rest.

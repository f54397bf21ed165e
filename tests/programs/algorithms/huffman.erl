%% Huffman coding: a tree from counts, codes from the tree, bits and back.
-module(huffman).
-export([start/0]).

start() ->
    Text = "she sells sea shells by the sea shore",
    Tree = tree(Text),
    Codes = codes(Tree, <<>>),
    erlang:display(lists:sort([{bit_size(Code), [C]} || {C, Code} <- maps:to_list(Codes)])),
    Bits = << <<(maps:get(C, Codes))/bits>> || C <- Text >>,
    erlang:display({bit_size(Bits), length(Text) * 8}),
    erlang:display(decode(Bits, Tree, Tree)),
    erlang:display(decode(Bits, Tree, Tree) =:= Text),
    ok.

tree(Text) ->
    Counts = lists:foldl(fun(C, M) -> M#{C => maps:get(C, M, 0) + 1} end, #{}, Text),
    build(lists:sort([{Count, {leaf, C}} || {C, Count} <- maps:to_list(Counts)])).

build([{_, Tree}]) -> Tree;
build([{A, Left}, {B, Right} | Rest]) -> build(insert({A + B, {fork, Left, Right}}, Rest)).

insert(Node, []) -> [Node];
insert({A, _} = Node, [{B, _} | _] = Nodes) when A =< B -> [Node | Nodes];
insert(Node, [First | Rest]) -> [First | insert(Node, Rest)].

codes({leaf, C}, Code) -> #{C => Code};
codes({fork, Left, Right}, Code) ->
    maps:merge(codes(Left, <<Code/bits, 0:1>>), codes(Right, <<Code/bits, 1:1>>)).

decode(Bits, {leaf, C}, Tree) -> [C | decode(Bits, Tree, Tree)];
decode(<<0:1, Bits/bits>>, {fork, Left, _}, Tree) -> decode(Bits, Left, Tree);
decode(<<1:1, Bits/bits>>, {fork, _, Right}, Tree) -> decode(Bits, Right, Tree);
decode(<<>>, _, _) -> [].

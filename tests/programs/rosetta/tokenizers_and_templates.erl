%% Templates filled from maps, with loops and conditions.
-module(tokenizers_and_templates).
-export([start/0]).

start() ->
    Data = #{"name" => "Ann", "n" => 3, "items" => ["tea", "milk"], "vip" => true, "none" => []},
    [io:format("~s~n", [render(T, Data)]) || T <- ["Hello {name}!", "{n} items:{#items} <{.}>{/items}", "{?vip}welcome{/vip}{?bad}no{/bad}.", "{#none}x{/none}empty", "{missing}", "no braces", "{name", ""]],
    io:format("~0p~n", [tokens("a{b}{#c}d{/c}")]),
    ok.

render(T, Data) -> try fill(tree(tokens(T)), Data) catch throw:R -> io_lib:format("error ~0p", [R]) end.

tokens("") -> [];
tokens("{" ++ T) ->
    case string:split(T, "}") of
        [[$# | N], Rest] -> [{each, N} | tokens(Rest)];
        [[$? | N], Rest] -> [{test, N} | tokens(Rest)];
        [[$/ | N], Rest] -> [{close, N} | tokens(Rest)];
        [N, Rest] -> [{value, N} | tokens(Rest)];
        [_] -> throw(open_brace)
    end;
tokens(T) -> {Text, Rest} = lists:splitwith(fun(C) -> C =/= ${ end, T), [{text, Text} | tokens(Rest)].

tree(Tokens) -> {Tree, []} = tree(Tokens, top), Tree.

tree([], top) -> {[], []};
tree([], N) -> throw({not_closed, N});
tree([{close, N} | T], N) -> {[], T};
tree([{close, M} | _], _) -> throw({not_open, M});
tree([{K, N} | T], In) when K =:= each; K =:= test -> {Body, T1} = tree(T, N), {Rest, T2} = tree(T1, In), {[{K, N, Body} | Rest], T2};
tree([X | T], In) -> {Rest, T1} = tree(T, In), {[X | Rest], T1}.

fill(Tree, Data) -> [node_text(N, Data) || N <- Tree].

node_text({text, T}, _) -> T;
node_text({value, N}, Data) -> case Data of #{N := V} when is_integer(V) -> integer_to_list(V); #{N := V} -> V; #{} -> throw({missing, N}) end;
node_text({each, N, Body}, Data) -> [fill(Body, Data#{"." => V}) || V <- maps:get(N, Data, [])];
node_text({test, N, Body}, Data) -> case maps:get(N, Data, false) of true -> fill(Body, Data); _ -> "" end.

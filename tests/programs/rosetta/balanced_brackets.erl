%% Brackets that match
-module(balanced_brackets).
-export([start/0]).

start() ->
    [show({T, balanced(T)}) || T <- ["", "[]", "[[]][]", "][", "[({})]", "[(])", "((", "a(b)c"]],
    ok.

balanced(T) -> balanced(T, []).

balanced([], Open) -> Open =:= [];
balanced([C | T], Open) when C =:= $(; C =:= $[; C =:= ${ -> balanced(T, [closing(C) | Open]);
balanced([C | T], [C | Open]) when C =:= $); C =:= $]; C =:= $} -> balanced(T, Open);
balanced([C | _], _) when C =:= $); C =:= $]; C =:= $} -> false;
balanced([_ | T], Open) -> balanced(T, Open).

closing($() -> $);
closing($[) -> $];
closing(${) -> $}.

show(Term) -> io:format("~0p~n", [Term]).

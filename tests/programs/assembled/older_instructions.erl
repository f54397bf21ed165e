%% What instructions did that no compiler writes now; beside it they are by hand.
-module(older_instructions).
-export([start/0, fields/1, characters/1, both/2, whole/1, pair/2, sum/2, call/1, adder/2, cleared/1, written/2]).

start() ->
    Inputs = [<<1, 2, 3, 0>>, <<1, 5, 1, 2, "rest">>, <<1, 2, 3, 4>>, <<2, "abc">>, <<7, 8>>, <<5:3>>, <<1:2>>, <<>>, atom],
    [erlang:display(fields(Input)) || Input <- Inputs],
    [erlang:display(characters(Input)) || Input <- [<<"banana">>, <<"aå"/utf8>>, <<"a", 255>>, <<>>]],
    [erlang:display(both(A, B)) || A <- [<<1, 2, 3>>, <<>>, <<1>>], B <- [<<1, 2, 9, 9>>, <<1, 2, 3, 4>>, <<>>]],
    [erlang:display(whole(Input)) || Input <- [<<1, 2, 3>>, <<1>>, <<9, 9>>, none]],
    erlang:display([pair(1, [2]), pair({}, x)]),
    erlang:display([sum(1.5, 2), catch_reason(fun() -> sum(1.0e308, 1.0e308) end), catch_reason(fun() -> sum(a, 1) end)]),
    Server = spawn(fun() -> serve() end),
    self() ! unrelated,
    erlang:display([call({Server, 1}), call({Server, 2})]),
    erlang:display((adder(3, [a]))(4)),
    erlang:display([cleared(1), cleared(0)]),
    erlang:display([written(16#abc, <<"xy">>), catch_reason(fun() -> written(a, <<>>) end)]),
    ok.

fields(<<1, A:16, 0>>) -> {one, A};
fields(<<1, A:8, B:16, Rest/binary>>) when A > 3 -> {two, A, B, Rest};
fields(<<N, A:N/binary, _/binary>>) -> {three, A};
fields(<<X:3, R/bits>>) -> {four, X, R};
fields(Other) -> {other, Other}.

characters(<<$a, R/binary>>) -> [a | characters(R)];
characters(<<>>) -> [];
characters(<<C/utf8, R/binary>>) -> [C | characters(R)];
characters(B) -> [{rest, B}].

both(<<A, T/binary>>, <<A, U/binary>>) -> both(T, U);
both(<<A, _/binary>>, <<B, U/binary>>) when A < B -> {less, A, B, U};
both(A, B) -> {A, B}.

whole(<<1, 2, _/binary>> = All) -> {All, two};
whole(<<1, _/binary>> = All) -> {All, one};
whole(All) -> All.

pair(A, B) -> {A, {B, A}, []}.

sum(A, B) -> A + B + 0.5.

call({Server, What}) ->
    Reference = make_ref(),
    Server ! {self(), Reference, What},
    receive
        {Reference, Answer} -> Answer
    end.

adder(N, List) -> fun(M) -> {N + M, List} end.

cleared(N) ->
    A = (catch 10 div N),
    B = id(N),
    {is_integer(A), B}.

written(N, Bits) -> <<N:12, Bits/binary, "text", 1.5:64/float, 5:4>>.

serve() ->
    receive
        {From, Reference, What} -> From ! {Reference, {served, What}}
    end,
    serve().

catch_reason(Fun) ->
    try Fun() catch error:Reason -> Reason end.

id(X) -> X.

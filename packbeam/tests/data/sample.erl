%% A module with something in every chunk a reader looks at
%%
%% Compiled with +deterministic by OTP 25, 27 and 29 into the folders named after them; changed only together with them.
-module(sample).
-export([area/1, adder/1, parse/1, words/0, table/0, far/0, sum/2]).
-author("nobody").

area({square, Side}) -> Side * Side;
area({circle, Radius}) -> 3.25 * Radius * Radius.

adder(Number) -> fun(Other) -> Number + Other end.

parse(<<"key=", Value/binary>>) -> {ok, Value};
parse(<<Length:16, Body:Length/binary, _/binary>>) -> {ok, Body};
parse(_) -> {error, 'не ключ'}.

words() -> [<<"a">>, "list", {tuple, with, atoms}, fun lists:map/2].

table() -> #{one => 1, two => 2.0, three => [3 | improper]}.

sum([Number | Numbers], Sum) when is_integer(Number), Number > 0, Number < 1000 -> sum(Numbers, Sum + Number);
sum([], Sum) -> Sum.

-file("generated/far.yrl", 5000).
far() -> leaf:value(1 bsl 70).

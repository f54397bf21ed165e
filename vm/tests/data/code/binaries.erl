%% Bitstrings, tuples, maps, receives and funs: instructions of most kinds
%%
%% Compiled with `erlc +deterministic`: binaries.old.beam by OTP 25 with +r22, binaries.25.beam by OTP 25,
%% binaries.29.beam by OTP 29.
-module(binaries).
-export([build/2, fixed/1, append/2, sum/1, match/1, sized/1, skipping/1, wide/1, update/2, call/2, wait/1, map/1, float/2]).
-record(state, {first, second, third}).

build(X, Size) ->
    <<X:Size/integer-little-signed, X:16/native, X:8, X:Size/float, X:Size/binary, X/bits, "abc",
      X/utf8, X/utf16-little, X/utf32-native, X:64/float-little>>.

fixed(X) -> {<<X:16, 7>>, <<X:3>>}.

append(X, Y) -> <<X/binary, Y:4, 3:2>>.

sum(Bytes) -> << <<(Byte + 1)>> || Byte <- Bytes >>.

match(<<A:8, B:16/little-signed, C/binary>>) -> {A, B, C};
match(<<A:4, B:4>>) -> {A, B};
match(<<1, 2, 3, A:3/binary, B:2/bits, _:6, _/binary>>) -> {A, B};
match(<<"hello world", A:64/native>>) -> A;
match(_) -> none.

sized(<<N, A:N/binary, B:N/signed-little, C:64/float, D/utf8, E/utf16-little, _/utf32, _:N, _/bits>>) ->
    {A, B, C, D, E}.

skipping(<<_:3, Rest/bits>>) -> Rest.

wide(<<A:70, B:12/binary-unit:3, "abcdefghijklm", _/binary-unit:16>>) -> {A, B, 16#123456789abcdef0123456789}.

update(State = #state{first = 1}, Third) -> State#state{second = 2, third = Third}.

call(F, X) when is_function(F, 1) -> G = fun(Y) -> F(Y) + X end, {F(1), G, -16#fedcba98765432100123}.

wait(Pid) ->
    Ref = make_ref(),
    Pid ! {self(), Ref},
    receive Ref -> ok after 10 -> timeout end.

map(#{a := X, b := Y} = Map) -> Map#{a := Y, c => X}.

float(X, Y) when is_float(X), is_float(Y) -> try X * Y + 1.5 catch error:_ -> catch X / Y end.

%% Native records and marks for debuggers, which OTP 29 compiles
%%
%% Compiled by OTP 29 with `erlc +deterministic`: records.29.beam; with +beam_debug_info: debug.29.beam; with
%% +line_coverage: coverage.29.beam.
-module(records).
-export([new/1, get/1, update/2, match/1, foreign/1, any/1, between/3]).
-export_record([point]).
-record #point{x, y = 0}.

new(X) -> #point{x = X}.

get(Point) -> Point#point.x.

update(Point, X) -> Point#point{x = X}.

match(#point{x = X, y = Y}) -> {X, Y};
match(#other:thing{value = Value}) -> Value.

foreign(Value) -> #other:thing{value = Value}.

any(#_{x = X}) -> X.

between(X, Low, High) -> is_integer(X, Low, High).

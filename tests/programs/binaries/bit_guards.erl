%% Guards about bits
-module(bit_guards).
-export([start/0]).

start() ->
    [show({V, [is_binary(V), is_bitstring(V), test(V)]}) || V <- [<<>>, <<1>>, <<1:1>>, <<1:9>>, "a", a, 1]],
    ok.

test(B) when byte_size(B) > 1 -> more_than_a_byte;
test(B) when bit_size(B) =:= 1 -> one_bit;
test(B) when is_binary(B), binary_part(B, 0, 1) =:= <<1>> -> starts_with_one;
test(B) when B =:= <<>> -> empty;
test(B) when byte_size(B) =:= 1; size(B) =:= 1 -> a_byte;
test(_) -> something.

show(Term) -> io:format("~0p~n", [Term]).

%% Functions of floats: natives of the virtual machine.
%%
%% Invariant: integers are taken as floats; a result that is no float raises badarith.
-module(math).

-export([sin/1, cos/1, tan/1, asin/1, acos/1, atan/1, atan2/2, sinh/1, cosh/1, tanh/1, asinh/1, acosh/1, atanh/1,
         exp/1, log/1, log2/1, log10/1, pow/2, sqrt/1, erf/1, erfc/1, ceil/1, floor/1, fmod/2, pi/0, tau/0]).

sin(_X) -> erlang:nif_error(undef).
cos(_X) -> erlang:nif_error(undef).
tan(_X) -> erlang:nif_error(undef).
asin(_X) -> erlang:nif_error(undef).
acos(_X) -> erlang:nif_error(undef).
atan(_X) -> erlang:nif_error(undef).
atan2(_Y, _X) -> erlang:nif_error(undef).
sinh(_X) -> erlang:nif_error(undef).
cosh(_X) -> erlang:nif_error(undef).
tanh(_X) -> erlang:nif_error(undef).
asinh(_X) -> erlang:nif_error(undef).
acosh(_X) -> erlang:nif_error(undef).
atanh(_X) -> erlang:nif_error(undef).
exp(_X) -> erlang:nif_error(undef).
log(_X) -> erlang:nif_error(undef).
log2(_X) -> erlang:nif_error(undef).
log10(_X) -> erlang:nif_error(undef).
pow(_X, _Y) -> erlang:nif_error(undef).
sqrt(_X) -> erlang:nif_error(undef).
erf(_X) -> erlang:nif_error(undef).
erfc(_X) -> erlang:nif_error(undef).
ceil(_X) -> erlang:nif_error(undef).
floor(_X) -> erlang:nif_error(undef).
fmod(_X, _Y) -> erlang:nif_error(undef).

pi() ->
    3.1415926535897932.

tau() ->
    6.2831853071795864.

%% Float expressions long enough to be kept in float registers, over calls as well.
-module(float_registers).
-export([start/0, id/1]).

start() ->
    show(distance({1.0, 2.0, 3.0}, {4.0, 6.0, 15.0})),
    show(horner(id(1.25))),
    show(simpson(0.0, 2.0, 50)),
    [show(V) || V <- orbit(10, {1.0, 0.0}, {0.0, 0.9})],
    show(negated(id(2.5), id(-0.5))),
    show(converted(id(3), id(2.0))),
    show(spread(id(1.5))),
    erlang:display(overflow(id(1.0e200))),
    erlang:display(zero(id(1.0), id(0.0))),
    erlang:display(wrong(id(1.0), id(a))),
    ok.

distance({X1, Y1, Z1}, {X2, Y2, Z2}) when is_float(X1), is_float(X2) ->
    DX = X2 - X1,
    DY = Y2 - Y1,
    DZ = Z2 - Z1,
    math:sqrt(DX * DX + DY * DY + DZ * DZ).

horner(X) when is_float(X) -> ((((0.5 * X - 1.5) * X + 2.5) * X - 3.5) * X + 4.5) / (1.0 + X * X).

simpson(A, B, N) ->
    H = (B - A) / N,
    simpson(A, H, N, 0, 0.0) * H / 3.

simpson(_, _, N, I, Sum) when I > N -> Sum;
simpson(A, H, N, I, Sum) ->
    X = A + I * H,
    Weight = if I =:= 0; I =:= N -> 1.0; I rem 2 =:= 1 -> 4.0; true -> 2.0 end,
    simpson(A, H, N, I + 1, Sum + Weight * (X * X * X - 2.0 * X + 1.0)).

orbit(0, _, _) -> [];
orbit(N, {X, Y}, {VX, VY}) ->
    R2 = X * X + Y * Y,
    R3 = R2 * math:sqrt(R2),
    NX = VX - 0.1 * X / R3,
    NY = VY - 0.1 * Y / R3,
    [X | orbit(N - 1, {X + 0.1 * NX, Y + 0.1 * NY}, {NX, NY})].

negated(A, B) when is_float(A), is_float(B) -> -A * -B + -(A - B).

converted(N, F) when is_float(F) -> N * F + (N + 1) / F - (1 bsl 62) * 1.0e-18.

spread(A) when is_float(A) ->
    B = A * 2.0, C = A + B, D = B * C, E = C - D, F = D / E, G = E + F, H = F * G, I = G - H,
    A + B + C + D + E + F + G + H + I.

overflow(X) when is_float(X) -> try X * X + 1.0 catch error:Reason -> Reason end.

zero(X, Y) when is_float(X), is_float(Y) -> try X / Y - 1.0 catch error:Reason -> Reason end.

wrong(X, Y) when is_float(X) -> try X * 2.0 + Y * 3.0 catch error:Reason -> Reason end.

show(Float) -> erlang:display(float_to_list(Float, [{decimals, 10}])).

id(X) -> X.

%% Records: construction, defaults, updates of many fields, matching, nesting.
-module(record_fields).
-export([start/0, id/1]).

-record(point, {x = 0, y = 0, z}).
-record(wide, {a, b, c = 3, d, e = "e", f, g, h = {h}, i, j}).
-record(holder, {point = #point{}, tag}).

start() ->
    Point = id(#point{x = 1}),
    erlang:display(Point),
    erlang:display(Point#point.x + Point#point.y),
    erlang:display(Point#point{y = 5, z = 6}),
    Wide = id(#wide{_ = all}),
    erlang:display(id(#wide{})),
    erlang:display(Wide),
    erlang:display(Wide#wide{a = 1, c = 2, e = 4, g = 6, i = 8, j = 10}),
    erlang:display(#point.z),
    erlang:display(record_info(fields, point)),
    erlang:display(record_info(size, wide)),
    Holder = #holder{point = Point#point{x = 9}, tag = t},
    erlang:display((Holder#holder.point)#point.x),
    erlang:display(Holder#holder{point = (Holder#holder.point)#point{z = deep}}),
    erlang:display([is_point(V) || V <- [Point, {point}, {point, 1, 2, 3}, {other, 1, 2, 3}, x]]),
    erlang:display([is_record(V, point, 4) || V <- [id(Point), {point, 1}]]),
    try (id({not_a_point}))#point.x catch error:Reason -> erlang:display(Reason) end,
    try (id({not_a_point}))#point{x = 1} catch error:Other -> erlang:display(Other) end,
    ok.

is_point(#point{x = X}) when X > 0 -> {yes, X};
is_point(Value) when is_record(Value, point) -> zero;
is_point(_) -> no.

id(X) -> X.

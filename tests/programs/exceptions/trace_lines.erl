%% Each line that fails is the line the trace names.
-module(trace_lines).
-export([start/0, id/1]).

start() ->
    [erlang:display({N, list_to_tuple(line(N))}) || N <- lists:seq(1, 13)],
    ok.

line(N) ->
    try
        fail(id(N), id([]), id(a), id(0))
    catch
        _:_:Trace -> lists:usort([proplists:get_value(line, L) || {?MODULE, fail, _, L} <- Trace])
    end.

fail(1, Nil, _, _) ->
    X = hd(Nil),
    {X};
fail(2, _, A, _) ->
    X = A + 1,
    {X};
fail(3, _, _, Zero) ->
    X = 5 div Zero,
    {X};
fail(4, _, A, _) ->
    {ok, X} = A,
    X;
fail(5, _, A, _) ->
    case A of
        b -> c
    end;
fail(6, _, A, _) ->
    if
        A =:= b -> c
    end;
fail(7, _, A, _) ->
    X = A(),
    {X};
fail(8, _, A, _) ->
    X = <<A:8>>,
    {X};
fail(9, _, A, _) ->
    A#{k => v};
fail(10, Nil, _, _) ->
    X = element(1, Nil),
    {X};
fail(11, _, A, _) ->
    #{A := X} = #{b => 1},
    X;
fail(12, _, A, _) ->
    try A of
        b -> c
    catch
        throw:x -> y
    end;
fail(13, _, A, Zero) ->
    X = [A,
         Zero / Zero],
    {X}.

id(X) -> X.

%% The lines that traces name, in files of other names by -file, in macros.
-module(errors_with_lines).
-export([start/0]).

-define(FAIL(X), error({macro, X})).

start() ->
    show(where(fun() -> plain() end)),
    show(where(fun() -> in_macro() end)),
    show(where(fun() -> long_call() end)),
    show(where(fun() -> in_case(3) end)),
    show(where(fun() -> arithmetic(a) end)),
    show(where(fun() -> binary(x) end)),
    show(where(fun() -> map(notmap) end)),
    show(where(fun() -> elsewhere() end)),
    show(where(fun() -> still_elsewhere() end)),
    ok.

where(F) ->
    try F() catch
        _:Reason:Stack ->
            Own = [{Fn, proplists:get_value(file, L), proplists:get_value(line, L)} || {?MODULE, Fn, _, L} <- Stack, Fn =/= where],
            {Reason, hd(Own)}
    end.

plain() ->
    ok,
    error(plain).

in_macro() ->
    ok,
    ?FAIL(1).

long_call() ->
    lists:foldl(
        fun(X, Y) ->
            X + Y
        end,
        zero,
        [1, 2]).

in_case(N) ->
    case N of
        1 -> one;
        2 -> two
    end.

arithmetic(X) ->
    Y = 1,

    Z = X + Y,
    Z * 2.

binary(X) ->
    <<
      1,
      X
    >>.

map(M) ->
    M#{
      a => 1
    }.

-file("other_name.hrl", 500).

elsewhere() ->
    error(elsewhere).

still_elsewhere() ->
    _ = atom_to_list(5),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

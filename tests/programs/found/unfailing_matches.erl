%% Matches that cannot fail, as the compiler leaves them without optimisations:
%% all lead to one place, from inside and from outside of a `try`.
-module(unfailing_matches).
-compile([no_copt, no_ssa_opt, no_type_opt]).
-export([start/0]).

-record(r, {a, b, c}).

start() ->
    [io:format("~w~n", [[tried(F, Term) || F <- [fun nothing/1, fun fields/1, fun after_all/1, fun twice/1]]])
        || Term <- [1, a, #{}, #{1 => {a, b, c, d}, -1 => x}, {r, 1, 2, 3}, <<1>>, [b]]],
    io:format("~w~n", [lists:sort(get())]),
    ok.

tried(F, Term) ->
    try F(Term) catch _:Reason -> {raised, Reason} end.

nothing(Term) ->
    try
        case <<Term>> of
            <<_:200, _:10/big, _/binary>> -> a;
            <<_:16/unit:2, _:13/big, _/big>> -> b;
            Other -> Other
        end
    of
        #r{b = B} -> B;
        <<A>> -> A
    catch
        _:Reason -> Reason
    after
        put(nothing, done)
    end.

fields(Term) ->
    try #{1 => Term, -1 => Term} of
        #{1 := {A, _, B, _}, -1 := _ = C} -> {A, B, C};
        #{1 := #{1 := {A, _, _, _}}} -> A
    catch
        _:{Class, _} -> Class;
        _:_ -> other
    after
        get(a)
    end.

after_all(Term) ->
    try
        try
            element(2, split_binary(Term, 0))
        catch
            error:_ -> error;
            throw:Thrown -> Thrown;
            exit:16#9a27 -> <<>>
        end
    after
        put(after_all, done)
    end.

twice(Term) ->
    try
        try
            hd(Term)
        catch
            Class:Reason:Trace -> erlang:raise(Class, {again, Reason}, Trace)
        end
    catch
        Again:Why:_ when is_atom(Again) -> Why
    end.

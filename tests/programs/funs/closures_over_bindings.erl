%% What a fun keeps of where it was made
-module(closures_over_bindings).
-export([start/0]).

start() ->
    Funs = [make(N, "s" ++ integer_to_list(N), <<N>>) || N <- lists:seq(1, 3)],
    [show(F(1.5)) || F <- Funs],
    erlang:garbage_collect(),
    [show(F(x)) || F <- Funs],
    ok.

make(A, B, C) ->
    D = {A, B},
    fun(E) ->
        F = fun(G) -> {A, B, C, D, E, G} end,
        F({inner, A})
    end.

show(Term) -> io:format("~0p~n", [Term]).

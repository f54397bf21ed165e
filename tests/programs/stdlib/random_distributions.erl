%% rand: floats, ranges of every size, normal numbers and bytes, of each generator.
-module(random_distributions).
-export([start/0]).

-define(NAMES, [exsss, exro928ss, exrop, exs1024s, exsp, exs64, exsplus, exs1024]).

start() ->
    [begin
         State = rand:seed_s(Name, 7),
         io:format("~w~n", [Name]),
         show(several(fun rand:uniform_s/1, 5, State)),
         show(several(fun rand:uniform_real_s/1, 40, State)),
         show(several(fun rand:normal_s/1, 5, State)),
         show(several(fun(S) -> rand:normal_s(-3, 4.0, S) end, 3, State)),
         [show([N | several(fun(S) -> rand:uniform_s(N, S) end, 4, State)]) || N <- ranges()],
         [show(element(1, rand:bytes_s(N, State))) || N <- lists:seq(0, 9) ++ [14, 15, 50]]
     end || Name <- ?NAMES],
    [show({Name, digest(Name)}) || Name <- ?NAMES],
    small(),
    ok.

several(Fun, Count, State) ->
    {Values, _} = lists:mapfoldl(fun(_, S) -> Fun(S) end, State, lists:seq(1, Count)),
    Values.

ranges() ->
    [1, 2, 3, 16, 1000, 1 bsl 32, 1 bsl 57, (1 bsl 57) + 1, (1 bsl 58) - 1, 1 bsl 58, (1 bsl 58) + 1, 1 bsl 61, 1 bsl 64, (1 bsl 64) + 1,
     1 bsl 100, 3 bsl 150, (1 bsl 200) - 1].

%% Enough normal numbers to reach every layer, their borders and the tail.
digest(Name) ->
    Numbers = several(fun rand:normal_s/1, 5000, rand:seed_s(Name, 11)),
    {lists:min(Numbers), lists:max(Numbers), erlang:phash2(Numbers)}.

%% Numbers that begin with many zeros need more of them to be exact.
small() ->
    [show({High, Low, element(1, rand:uniform_real_s(rand:seed_s(exsp, [High, Low])))}) || High <- [1, 2, 3, 1 bsl 20], Low <- [0, 1, 4, 1 bsl 10, 1 bsl 30]].

show(Term) -> io:format("~w~n", [Term]).

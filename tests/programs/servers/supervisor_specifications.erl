%% supervisor: specifications of children as maps and as tuples, right and wrong.
-module(supervisor_specifications).

-export([start/0]).

start() ->
    Start = {m, f, []},
    Least = #{id => a, start => Start},
    Wrong = [#{}, #{id => a}, #{start => Start}, nonsense, {}, {a, Start}]
        ++ [Least#{start => X} || X <- [f, {m, f}, {m, f, x}, {"m", f, []}, {m, 1, []}, {m, f, [], x}]]
        ++ [Least#{restart => X} || X <- [permanent, transient, temporary, odd, 1]]
        ++ [Least#{shutdown => X} || X <- [0, 1, -1, 1.0, infinity, brutal_kill, odd]]
        ++ [Least#{type => X} || X <- [worker, supervisor, odd]]
        ++ [Least#{modules => X} || X <- [[], [m], [m, n], dynamic, m, [1], [m, "n"]]]
        ++ [Least#{significant => X, restart => R} || X <- [true, false, odd], R <- [permanent, transient, temporary]]
        ++ [Least#{unknown => key}, Least#{type => odd, restart => odd}, Least#{shutdown => odd, modules => odd}],
    [show(Specification) || Specification <- Wrong],
    Tuple = {a, Start, permanent, 100, worker, [m]},
    [show(setelement(N, Tuple, X)) || {N, X} <- [{1, {b}}, {2, f}, {3, odd}, {4, odd}, {5, odd}, {6, odd}, {6, dynamic}]],
    show(erlang:append_element(Tuple, more)),
    io:format("~0p~n", [[supervisor:check_childspecs(L) || L <- [[], [Least, Least], [Least, Tuple],
                                                                [Least, Least#{id => b}, nonsense], nonsense]]]),
    Significant = Least#{significant => true, restart => transient},
    io:format("~0p~n", [[{How, supervisor:check_childspecs([Significant], How), supervisor:check_childspecs([], How)}
                         || How <- [never, any_significant, all_significant, undefined, odd, 1]]]),
    io:format("~0p~n", [[supervisor:check_childspecs(nonsense, odd), supervisor:check_childspecs(nonsense, never)]]),
    ok.

show(Specification) ->
    io:format("~0p ~0p~n", [supervisor:check_childspecs([Specification]),
                            supervisor:check_childspecs([Specification], any_significant)]).

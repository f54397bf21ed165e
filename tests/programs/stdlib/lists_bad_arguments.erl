%% lists: what each function says of wrong arguments: class, reason, first frame.
-module(lists_bad_arguments).
-export([start/0]).

start() ->
    F1 = fun(X) -> X end,
    F2 = fun(X, _) -> X end,
    [show({F, length(A), outcome(F, A)})
     || {F, A} <- [{nth, [0, [a]]}, {nth, [2, [a]]}, {nthtail, [3, [a]]}, {nthtail, [-1, [a]]}, {last, [[]]}, {last, [x]}, {droplast, [[]]}, {max, [[]]}, {min, [[]]},
                   {sum, [[a]]}, {seq, [1, a]}, {seq, [3, 1]}, {seq, [1, 5, 0]}, {seq, [1, 5, -1]}, {seq, [5, 1, 1]}, {sublist, [[a], -1]}, {sublist, [[a], 0, 1]}, {sublist, [[a], 3, 1]}, {sublist, [x, 1]},
                   {split, [2, [a]]}, {split, [-1, [a]]}, {duplicate, [-1, a]}, {duplicate, [x, a]}, {zip, [[1], []]}, {zip3, [[1], [1], []]}, {zipwith, [F2, [1], [1, 2]]}, {unzip, [[a]]}, {reverse, [x]}, {reverse, [[a | b]]}, {reverse, [[a], b]},
                   {map, [F2, [1]]}, {map, [F1, x]}, {map, [x, [1]]}, {foreach, [F1, [1 | 2]]}, {filter, [F1, [1]]}, {foldl, [F2, 0, x]}, {foldl, [F1, 0, [1]]}, {foldr, [F2, 0, [a | b]]}, {all, [F1, [1]]}, {any, [F1, [1]]}, {flatten, [x]}, {flatten, [[a | b]]}, {flatlength, [[a | b]]},
                   {append, [x]}, {append, [[a]]}, {append, [x, []]}, {concat, [[self]]}, {concat, [x]}, {member, [a, x]}, {member, [a, [b | c]]}, {keyfind, [a, 0, []]}, {keyfind, [a, 1, x]}, {keymember, [a, x, []]}, {keysearch, [a, 0, []]}, {keydelete, [a, 0, []]}, {keyreplace, [a, 1, [], x]}, {keystore, [a, 1, [], x]}, {keysort, [0, [{a}]]}, {keysort, [2, [{a}]]}, {keymap, [F1, 2, [{a}]]},
                   {sort, [x]}, {sort, [[a | b]]}, {usort, [x]}, {delete, [a, x]}, {subtract, [x, []]}, {subtract, [[], x]}, {takewhile, [F1, [1]]}, {dropwhile, [F1, [1]]}, {splitwith, [F1, [1]]}, {partition, [F1, [1]]}, {mapfoldl, [F2, 0, [1]]}, {flatmap, [F1, [1]]}, {join, [a, x]}, {search, [F1, [1]]}, {prefix, [x, []]}, {suffix, [x, []]}, {enumerate, [x]}, {uniq, [x]}, {filtermap, [F1, [1]]}, {zipwith3, [x, [1], [1], [1]]}],
        F =/= filtermap orelse true],
    ok.

outcome(F, A) ->
    try apply(lists, F, A)
    catch Class:Reason:_ -> {Class, plain(Reason)}
    end.

plain({bad_filter, X}) -> {bad_filter, X};
plain({Kind, X}) when is_function(X) -> Kind;
plain({badarity, {_, A}}) -> {badarity, A};
plain(Reason) -> Reason.

show(Term) -> io:format("~0p~n", [Term]).

%% Lists that end in something else than a list, laid out in narrow columns.
%%
%% Random terms from one seed: what is behind the bar changes how far all tags are indented.
-module(improper_layouts).
-export([start/0]).

start() ->
    put(seed, 17),
    [begin
        Width = one([10, 20, 30, 40, 60]),
        io:format("~w ~s~n", [Number, io_lib:format("~*p", [Width, term(4)])])
     end || Number <- lists:seq(1, 150)],
    ok.

term(0) ->
    one([a, 12, "text", 3.5, <<"bin">>, {}, [], abcdefghijkl]);
term(Depth) ->
    case number(6) of
        1 -> terms(4, Depth);
        2 -> list_to_tuple(terms(4, Depth));
        3 -> list_to_tuple([one([tag, atom_tag, x]) | terms(3, Depth)]);
        4 -> terms(3, Depth) ++ one([b, 7, {q, r}]);
        5 -> #{k => term(Depth - 1)};
        6 -> term(0)
    end.

terms(Most, Depth) -> [term(Depth - 1) || _ <- lists:seq(1, number(Most))].

one(Choices) -> lists:nth(number(length(Choices)), Choices).

number(Most) ->
    Next = (get(seed) * 1103515245 + 12345) band 16#7fffffff,
    put(seed, Next),
    (Next bsr 9) rem Most + 1.

%% Begins in main/1, as an escript does, and names a module in a literal alone
-module(script).
-export([main/1, children/0]).

main(Arguments) ->
    Arguments ++ children().

children() ->
    [#{id => leaf, start => {leaf, start_link, []}}].

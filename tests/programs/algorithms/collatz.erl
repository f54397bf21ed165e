%% The longest Collatz chain below a limit, and some chains in full.
-module(collatz).
-export([start/0]).

start() ->
    erlang:display(chain(27, [])),
    erlang:display(chain(6, [])),
    erlang:display(longest(1, 3000, {0, 0})),
    ok.

chain(1, Seen) -> lists:reverse([1 | Seen]);
chain(N, Seen) when N rem 2 =:= 0 -> chain(N div 2, [N | Seen]);
chain(N, Seen) -> chain(3 * N + 1, [N | Seen]).

longest(N, Limit, Best) when N > Limit -> Best;
longest(N, Limit, {_, Most} = Best) ->
    case steps(N, 0) of
        Steps when Steps > Most -> longest(N + 1, Limit, {N, Steps});
        _ -> longest(N + 1, Limit, Best)
    end.

steps(1, Steps) -> Steps;
steps(N, Steps) when N band 1 =:= 0 -> steps(N bsr 1, Steps + 1);
steps(N, Steps) -> steps(3 * N + 1, Steps + 1).

%% A process with a name crashes, then the program does.
-module(crashes).
-export([start/0]).

start() ->
    {_, Monitor} = spawn_monitor(fun() -> register(worker, self()), work([1, 2, a]) end),
    receive
        {'DOWN', Monitor, _, _, _} -> ok
    end,
    list:reverse("ab").

work([H | T]) -> H + work(T);
work([]) -> 0.

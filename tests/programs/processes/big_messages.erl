%% Messages with deep, long, shared and binary contents arrive whole.
-module(big_messages).
-export([start/0]).

start() ->
    Echo = spawn_link(fun echo/0),
    Terms = [lists:seq(1, 10000), list_to_tuple(lists:seq(1, 2000)), binary:copy(<<"abc">>, 5000), <<1:3>>,
             nest(1000, leaf), maps:from_list([{N, [N]} || N <- lists:seq(1, 300)]), 1 bsl 5000, 2.5,
             fun(X) -> X end, [[], {}, <<>>, #{}], make_ref(), self(), binary:part(binary:copy(<<"x">>, 500), 3, 100),
             lists:duplicate(50, lists:seq(1, 50))],
    [begin
         Echo ! {self(), Term},
         receive {echo, Back} -> erlang:display({kind(Term), Back =:= Term}) end
     end || Term <- Terms],
    Echo ! stop,
    ok.

echo() ->
    receive
        {From, Term} -> From ! {echo, Term}, erlang:garbage_collect(), echo();
        stop -> ok
    end.

nest(0, Leaf) -> Leaf;
nest(N, Leaf) -> {N, [nest(N - 1, Leaf)]}.

kind(T) when is_list(T) -> {list, length(T)};
kind(T) when is_tuple(T) -> {tuple, tuple_size(T)};
kind(T) when is_bitstring(T) -> {bits, bit_size(T)};
kind(T) when is_map(T) -> {map, map_size(T)};
kind(T) when is_integer(T) -> integer;
kind(T) when is_float(T) -> float;
kind(T) when is_function(T) -> function;
kind(_) -> identifier.

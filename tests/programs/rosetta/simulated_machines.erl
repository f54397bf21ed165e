%% Stock exchange, vending machine, traffic light.
-module(simulated_machines).
-export([start/0]).

start() ->
    show(run(fun vending/2, {idle, 0}, [{coin, 50}, {coin, 20}, press, {coin, 50}, press, refund, {coin, 10}, refund])),
    show(run(fun light/2, {red, 0}, [tick, tick, tick, button, tick, tick, tick, tick])),
    show(run(fun thermostat/2, {off, 20}, [18, 17, 19, 21, 23, 22, 16])),
    show(orders([{sell, 10, 5}, {sell, 11, 5}, {buy, 9, 5}, {buy, 11, 7}, {sell, 9, 10}, {buy, 20, 1}])),
    ok.

run(F, State, Events) -> {Out, Last} = lists:mapfoldl(fun(E, S) -> {Said, New} = F(E, S), {Said, New} end, State, Events), {Out, Last}.

vending({coin, N}, {_, Sum}) -> {{credit, Sum + N}, {paid, Sum + N}};
vending(press, {_, Sum}) when Sum >= 100 -> {{drink, change, Sum - 100}, {idle, 0}};
vending(press, {S, Sum}) -> {{missing, 100 - Sum}, {S, Sum}};
vending(refund, {_, Sum}) -> {{back, Sum}, {idle, 0}}.

light(tick, {red, 1}) -> {green, {green, 0}};
light(tick, {green, 2}) -> {yellow, {yellow, 0}};
light(tick, {yellow, 0}) -> {red, {red, 0}};
light(button, {green, _}) -> {hurry, {green, 2}};
light(_, {C, N}) -> {C, {C, N + 1}}.

thermostat(T, {off, _}) when T < 18 -> {heat, {on, T}};
thermostat(T, {on, _}) when T > 22 -> {stop, {off, T}};
thermostat(T, {S, Last}) -> {{S, T - Last}, {S, T}}.

orders(Orders) -> orders(Orders, [], [], []).

orders([], Buys, Sells, Trades) -> {lists:reverse(Trades), Buys, Sells};
orders([{buy, P, N} | Rest], Buys, [{SP, SN} | Sells], Trades) when P >= SP, N > 0 ->
    Q = min(N, SN),
    orders([{buy, P, N - Q} | Rest], Buys, [{SP, SN - Q} || SN > Q] ++ Sells, [{SP, Q} | Trades]);
orders([{sell, P, N} | Rest], [{BP, BN} | Buys], Sells, Trades) when P =< BP, N > 0 ->
    Q = min(N, BN),
    orders([{sell, P, N - Q} | Rest], [{BP, BN - Q} || BN > Q] ++ Buys, Sells, [{BP, Q} | Trades]);
orders([{_, _, 0} | Rest], B, S, T) -> orders(Rest, B, S, T);
orders([{buy, P, N} | Rest], B, S, T) -> orders(Rest, lists:reverse(lists:keysort(1, [{P, N} | B])), S, T);
orders([{sell, P, N} | Rest], B, S, T) -> orders(Rest, B, lists:keysort(1, [{P, N} | S]), T).

show(Term) -> io:format("~0p~n", [Term]).

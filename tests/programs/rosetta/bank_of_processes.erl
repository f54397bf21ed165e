%% A bank whose accounts are processes: transfers, refusals,.
-module(bank_of_processes).
-export([start/0]).

start() ->
    Accounts = maps:from_list([{N, spawn_link(fun() -> account(Start, []) end)} || {N, Start} <- [{ann, 100}, {bob, 50}, {eve, 0}]]),
    show([ask(maps:get(N, Accounts), balance) || N <- [ann, bob, eve]]),
    show(transfer(Accounts, ann, bob, 30)),
    show(transfer(Accounts, eve, bob, 1)),
    show(transfer(Accounts, bob, nobody, 1)),
    show(transfer(Accounts, bob, eve, 80)),
    show([ask(maps:get(N, Accounts), balance) || N <- [ann, bob, eve]]),
    Parent = self(),
    Names = [ann, bob, eve],
    [spawn_link(fun() ->
        [transfer(Accounts, lists:nth(1 + (I * J) rem 3, Names), lists:nth(1 + (I + J) rem 3, Names), (I + J) rem 7) || J <- lists:seq(1, 20)],
        Parent ! done
     end) || I <- lists:seq(1, 10)],
    [receive done -> ok end || _ <- lists:seq(1, 10)],
    show(lists:sum([ask(P, balance) || P <- maps:values(Accounts)])),
    show(lists:all(fun(P) -> ask(P, balance) >= 0 end, maps:values(Accounts))),
    show(ask(maps:get(ann, Accounts), first_entry)),
    [begin unlink(P), exit(P, kill) end || P <- maps:values(Accounts)],
    ok.

transfer(Accounts, From, To, Amount) ->
    case Accounts of
        #{From := A, To := B} ->
            case ask(A, {withdraw, Amount}) of
                ok -> ask(B, {deposit, Amount});
                Refused -> {refused, From, Refused}
            end;
        #{} -> {unknown, To}
    end.

ask(Pid, What) ->
    Reference = make_ref(),
    Pid ! {self(), Reference, What},
    receive {Reference, Answer} -> Answer after 1000 -> timeout end.

account(Balance, Log) ->
    receive
        {From, Reference, What} ->
            {Answer, New} = handle(What, Balance, Log),
            From ! {Reference, Answer},
            account(New, [What | Log])
    end.

handle(balance, B, _) -> {B, B};
handle({deposit, N}, B, _) when N >= 0 -> {ok, B + N};
handle({withdraw, N}, B, _) when N =< B -> {ok, B - N};
handle({withdraw, _}, B, _) -> {too_little, B};
handle(first_entry, B, Log) -> {lists:last(Log), B}.

show(Term) -> io:format("~0p~n", [Term]).

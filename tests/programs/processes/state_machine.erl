%% A door of three states as a process whose functions are its states.
-module(state_machine).
-export([start/0]).

start() ->
    Door = spawn(fun() -> closed(0) end),
    Events = [open, open, close, lock, open, {unlock, 1}, {unlock, 42}, open, close],
    [erlang:display({E, send(Door, E)}) || E <- Events],
    erlang:display(send(Door, count)),
    erlang:display(send(Door, stop)),
    ok.

send(Door, Event) ->
    Tag = make_ref(),
    Door ! {Tag, self(), Event},
    receive {Tag, Reply} -> Reply after 200 -> no_reply end.

closed(N) ->
    receive
        {Tag, From, open} -> reply(From, Tag, opened), opened(N + 1);
        {Tag, From, lock} -> reply(From, Tag, locked), locked(N, 42);
        {Tag, From, count} -> reply(From, Tag, N), closed(N);
        {Tag, From, stop} -> reply(From, Tag, stopped);
        {Tag, From, _} -> reply(From, Tag, ignored), closed(N)
    end.

opened(N) ->
    receive
        {Tag, From, close} -> reply(From, Tag, closed), closed(N);
        {Tag, From, _} -> reply(From, Tag, is_open), opened(N)
    end.

locked(N, Code) ->
    receive
        {Tag, From, {unlock, Code}} -> reply(From, Tag, unlocked), closed(N);
        {Tag, From, {unlock, _}} -> reply(From, Tag, wrong_code), locked(N, Code);
        {Tag, From, _} -> reply(From, Tag, is_locked), locked(N, Code)
    end.

reply(To, Tag, Answer) -> To ! {Tag, Answer}.

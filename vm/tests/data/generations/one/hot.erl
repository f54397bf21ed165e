%% The first generation of a module that is upgraded while processes run it.
-module(hot).
-behaviour(gen_server).
-vsn(one).
-export([version/0, loop/1, closure/1, literal/0, init/1, handle_call/3, handle_cast/2,
         '$handle_undefined_function'/2]).
-callback greet(term()) -> ok.

version() -> one.

%% Answers until it is told to go on in the newest code.
loop(State) ->
    receive
        {From, version} -> From ! {self(), local_version(), State}, loop(State);
        {From, upgrade} -> From ! {self(), upgrading, State}, ?MODULE:loop(State);
        {From, {keep, Which}} -> From ! {self(), kept, literal(Which)}, ?MODULE:loop([literal(Which), literal(deep)])
    end.

local_version() -> one.

closure(Value) -> fun(More) -> {one, Value, More} end.

literal() -> literal(deep).

literal(flat) -> <<"a literal of the first generation, longer than what is copied into a heap: 0123456789">>;
literal(deep) -> {literal, [{one, #{key => [1, 2, 3], <<"bytes">> => 1.5}}, "text", 123456789012345678901234567890]}.

'$handle_undefined_function'(Function, Arguments) -> {stands_in, Function, Arguments}.

init(_) -> {ok, none}.
handle_call(_, _, State) -> {reply, State, State}.
handle_cast(_, State) -> {noreply, State}.

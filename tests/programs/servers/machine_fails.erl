%% gen_statem: returns and actions that are none, exceptions, thrown returns.
-module(machine_fails).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4, terminate/3]).

start() ->
    ok = logger:set_primary_config(level, none),
    Actions = [nonsense, {postpone, maybe_so}, {hibernate, 1}, {reply, nobody, x}, {next_event, nonsense, x},
               {next_event, {call, x}, y}, -1, 1.5, {timeout, -1, x}, {state_timeout, soon, x}, {state_timeout, 1, x, nonsense},
               {state_timeout, 1, x, [{abs, perhaps}]}, {{other, name}, 1, x}, {timeout}, {state_timeout, cancel, x},
               {state_timeout, update}, {change_callback_module, "name"}, {reply, x}, [[postpone]], {next_event, cast}],
    [ends({return, {keep_state, new, Action}}) || Action <- Actions],
    [ends(What) || What <- [{return, nonsense}, {return, {keep_state}}, {return, {next_state, x}}, {return, {stop}},
                            {return, {keep_state, x, [postpone], more}}, {return, {stop_and_reply, normal}},
                            {return, {stop_and_reply, why, nonsense}}, {throw, {stop, thrown, new}},
                            {throw, nonsense}, {error, wrong}, {error, {badmatch, 1}}, {exit, away}, {exit, normal},
                            {return, {stop, {error, in_terminate}}}, {return, {stop, {throw, in_terminate}}},
                            {return, {stop, {exit, in_terminate}}}, {return, stop}, {return, {stop, kill, new}}]],
    ok.

ends(What) ->
    {ok, {Pid, M}} = gen_statem:start_monitor(?MODULE, {ok, state, data}, []),
    gen_statem:cast(Pid, What),
    Why = receive {'DOWN', M, _, _, Reason} -> plain(Reason) after 100 -> exit(Pid, kill), alive end,
    show({What, Why}).

init(Result) -> Result.

callback_mode() -> handle_event_function.

handle_event(cast, {return, Result}, _, _) -> Result;
handle_event(cast, {throw, Result}, _, _) -> throw(Result);
handle_event(cast, {Class, Reason}, _, _) -> erlang:Class(Reason).

terminate({Class, in_terminate}, _, _) -> erlang:Class(of_terminate);
terminate(Reason, State, Data) -> show({terminate, plain(Reason), State, Data}).

plain({Reason, [{_, _, _, _} | _]}) -> {traced, plain(Reason)};
plain(Reason) -> Reason.

show(Term) -> io:format("~0p~n", [Term]).

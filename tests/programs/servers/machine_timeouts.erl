%% gen_statem: time-outs that are set, set anew, cancelled, updated, left.
-module(machine_timeouts).

-behaviour(gen_statem).
-export([start/0, init/1, callback_mode/0, handle_event/4]).

start() ->
    {ok, Pid} = gen_statem:start(?MODULE, self(), []),
    try_all(Pid, relative()),
    try_all(Pid, changed()),
    Now = erlang:monotonic_time(millisecond),
    try_all(Pid, [[{state_timeout, Now + 40, absolute, [{abs, true}]}], [{{timeout, a}, Now - 5, past, {abs, true}}],
                  [{timeout, 20, plainly_relative, [{abs, false}]}], [{timeout, infinity, never, [{abs, true}]}]]),
    io:format("~0p~n", [sys:get_state(Pid) =:= {first, self()}]),
    gen_statem:stop(Pid).

relative() ->
    [[20], [{timeout, 20, content}], [{state_timeout, 20, state}], [{{timeout, name}, 20, named}], [infinity],
     [{timeout, infinity, x}], [{state_timeout, 30, second}, {timeout, 10, first}, {{timeout, x}, 50, third}],
     [{state_timeout, 10, early}, {state_timeout, 30, last_counts}], [{state_timeout, 20, gone}, {state_timeout, cancel}],
     [{{timeout, a}, 20, a}, {{timeout, b}, 10, b}, {{timeout, a}, 5, anew}], [{{timeout, a}, 10, a}, {{timeout, b}, infinity, b}]].

changed() ->
    [[{state_timeout, 40, old}, {also, [{state_timeout, update, new}]}],
     [{state_timeout, 40, old}, {also, [{state_timeout, cancel}]}],
     [{state_timeout, 40, old}, {also, [{state_timeout, 10, anew}]}],
     [{state_timeout, 40, of_first}, {also, {next_state, second, []}}],
     [{{timeout, name}, 40, stays}, {also, {next_state, first, []}}],
     [{timeout, 40, cancelled_by_event}, {also, []}], [{timeout, 40, replaced}, {also, [20]}],
     [{{timeout, name}, 40, old}, {also, [{{timeout, name}, update, new}, {{timeout, other}, update, at_once}]}],
     [{{timeout, name}, 40, old}, {also, [{{timeout, name}, infinity, none}]}],
     [{{timeout, name}, cancel}], [{{timeout, name}, update, of_none}]].

try_all(Pid, Tries) ->
    lists:foreach(fun(Actions) ->
                      Pid ! {set, [Action || Action <- Actions, not is_tuple(Action) orelse element(1, Action) =/= also]},
                      [Pid ! {set, Also} || {also, Also} <- Actions],
                      io:format("~0p~n    ~0p~n", [shown(Actions), collect()])
                  end, Tries).

%% Absolute times are not the same in every run.
shown(Actions) -> [case A of {Type, _, C, O} -> {Type, time, C, O}; _ -> A end || A <- Actions].

collect() -> receive {event, Event} -> [Event | collect()] after 150 -> [] end.

init(Parent) -> {ok, first, Parent}.

callback_mode() -> handle_event_function.

handle_event(info, {set, {next_state, State, Actions}}, _, Parent) -> {next_state, State, Parent, Actions};
handle_event(info, {set, Actions}, _, _) -> {keep_state_and_data, Actions};
handle_event(Type, Content, State, Parent) ->
    Parent ! {event, {Type, Content, State}},
    keep_state_and_data.

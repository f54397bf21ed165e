%% Timers: waiting, measuring, and doing something later or again and again.
%%
%% Messages that are due once are the virtual machine's own timers. Everything else is a process of its own: it waits,
%% acts, and, for an interval, ends with the process it works for. A reference is {send_local, Reference} or
%% {once | interval, Pid}; OTP's are as opaque.
%%
%% Invariant: an interval is counted from its start, so that it does not drift.
%%
%% Absent on purpose: the process timer_server of OTP.
-module(timer).

-export([sleep/1, tc/1, tc/2, tc/3, tc/4, now_diff/2, seconds/1, minutes/1, hours/1, hms/3]).
-export([apply_after/2, apply_after/3, apply_after/4, send_after/2, send_after/3, exit_after/2, exit_after/3,
         kill_after/1, kill_after/2, apply_interval/2, apply_interval/3, apply_interval/4, apply_repeatedly/2,
         apply_repeatedly/3, apply_repeatedly/4, send_interval/2, send_interval/3, cancel/1, start/0]).

%% Waiting and measuring.

sleep(Time) ->
    receive
    after Time -> ok
    end.

tc(Fun) ->
    timed(fun() -> Fun() end, microsecond).

tc(Fun, Unit) when is_atom(Unit) -> timed(fun() -> Fun() end, Unit);
tc(Fun, Arguments) -> tc(Fun, Arguments, microsecond).

tc(Module, Function, Arguments) when is_atom(Module) -> tc(Module, Function, Arguments, microsecond);
tc(Fun, Arguments, Unit) -> timed(fun() -> apply(Fun, Arguments) end, Unit).

tc(Module, Function, Arguments, Unit) ->
    timed(fun() -> apply(Module, Function, Arguments) end, Unit).

timed(Fun, Unit) ->
    Before = erlang:monotonic_time(),
    Value = Fun(),
    After = erlang:monotonic_time(),
    {erlang:convert_time_unit(After - Before, native, Unit), Value}.

%% In microseconds.
now_diff({Mega2, Second2, Micro2}, {Mega1, Second1, Micro1}) ->
    ((Mega2 - Mega1) * 1000000 + Second2 - Second1) * 1000000 + Micro2 - Micro1.

%% In milliseconds.
seconds(Seconds) -> 1000 * Seconds.

minutes(Minutes) -> 60 * 1000 * Minutes.

hours(Hours) -> 60 * 60 * 1000 * Hours.

hms(Hours, Minutes, Seconds) ->
    hours(Hours) + minutes(Minutes) + seconds(Seconds).

start() ->
    ok.

%% Once.

apply_after(Time, Fun) ->
    apply_after(Time, erlang, apply, [Fun, []]).

apply_after(Time, Fun, Arguments) ->
    apply_after(Time, erlang, apply, [Fun, Arguments]).

apply_after(0, Module, Function, Arguments) when is_atom(Module), is_atom(Function), is_list(Arguments) ->
    _ = spawn(fun() -> apply(Module, Function, Arguments) end),
    {ok, {once, none}};
apply_after(Time, Module, Function, Arguments)
  when is_integer(Time), Time > 0, is_atom(Module), is_atom(Function), is_list(Arguments) ->
    {ok, {once, spawn(fun() -> wait_once(Time, Module, Function, Arguments) end)}};
apply_after(_, _, _, _) ->
    {error, badarg}.

wait_once(Time, Module, Function, Arguments) ->
    receive
        cancel -> ok
    after Time -> apply(Module, Function, Arguments)
    end.

send_after(Time, Message) ->
    send_after(Time, self(), Message).

send_after(0, Pid, Message) when is_pid(Pid); is_atom(Pid) ->
    _ = erlang:send_after(0, Pid, Message),
    {ok, {send_local, none}};
send_after(Time, Pid, Message) when is_integer(Time), Time > 0, is_pid(Pid) ->
    {ok, {send_local, erlang:send_after(Time, Pid, Message)}};
send_after(Time, Name, Message) when is_integer(Time), Time > 0, is_atom(Name) ->
    {ok, {send_local, erlang:send_after(Time, Name, Message)}};
send_after(Time, {Name, Node}, Message) when is_atom(Name), is_atom(Node) ->
    apply_after(Time, erlang, send, [{Name, Node}, Message]);
send_after(_, _, _) ->
    {error, badarg}.

exit_after(Time, Reason) ->
    exit_after(Time, self(), Reason).

exit_after(Time, Pid, Reason) ->
    apply_after(Time, erlang, exit, [Pid, Reason]).

kill_after(Time) ->
    exit_after(Time, self(), kill).

kill_after(Time, Pid) ->
    exit_after(Time, Pid, kill).

%% Again and again. An interval spawns a process each time; `repeatedly` waits for one to end before the next.

apply_interval(Time, Fun) ->
    apply_interval(Time, erlang, apply, [Fun, []]).

apply_interval(Time, Fun, Arguments) ->
    apply_interval(Time, erlang, apply, [Fun, Arguments]).

apply_interval(Time, Module, Function, Arguments)
  when is_integer(Time), Time > 0, is_atom(Module), is_atom(Function), is_list(Arguments) ->
    Act = fun() -> spawn(fun() -> apply(Module, Function, Arguments) end) end,
    interval(Time, self(), Act);
apply_interval(_, _, _, _) ->
    {error, badarg}.

apply_repeatedly(Time, Fun) ->
    apply_repeatedly(Time, erlang, apply, [Fun, []]).

apply_repeatedly(Time, Fun, Arguments) ->
    apply_repeatedly(Time, erlang, apply, [Fun, Arguments]).

apply_repeatedly(Time, Module, Function, Arguments)
  when is_integer(Time), Time > 0, is_atom(Module), is_atom(Function), is_list(Arguments) ->
    Act = fun() ->
              {_, Monitor} = spawn_monitor(fun() -> apply(Module, Function, Arguments) end),
              receive
                  {'DOWN', Monitor, process, _, _} -> ok
              end
          end,
    interval(Time, self(), Act);
apply_repeatedly(_, _, _, _) ->
    {error, badarg}.

send_interval(Time, Message) ->
    send_interval(Time, self(), Message).

send_interval(Time, Pid, Message) when is_integer(Time), Time > 0, is_pid(Pid) ->
    interval(Time, Pid, fun() -> Pid ! Message end);
send_interval(Time, Name, Message) when is_integer(Time), Time > 0, is_atom(Name) ->
    case whereis(Name) of
        undefined -> {error, badarg};
        Pid -> interval(Time, Pid, fun() -> catch Name ! Message, Pid end)
    end;
send_interval(Time, {Name, Node}, Message) when is_integer(Time), Time > 0, is_atom(Name), is_atom(Node) ->
    interval(Time, self(), fun() -> {Name, Node} ! Message end);
send_interval(_, _, _) ->
    {error, badarg}.

interval(Time, Pid, Act) ->
    Start = erlang:monotonic_time(millisecond),
    Timer = spawn(fun() ->
                      Monitor = erlang:monitor(process, Pid),
                      wait_interval(Start + Time, Time, Monitor, Act)
                  end),
    {ok, {interval, Timer}}.

wait_interval(Due, Time, Monitor, Act) ->
    receive
        cancel -> ok;
        {'DOWN', Monitor, process, _, _} -> ok
    after max(0, Due - erlang:monotonic_time(millisecond)) ->
        _ = Act(),
        wait_interval(Due + Time, Time, Monitor, Act)
    end.

cancel({send_local, none}) ->
    {ok, cancel};
cancel({send_local, Reference}) when is_reference(Reference) ->
    _ = erlang:cancel_timer(Reference),
    {ok, cancel};
cancel({once, none}) ->
    {ok, cancel};
cancel({Kind, Pid}) when is_pid(Pid), Kind =:= once orelse Kind =:= interval ->
    Pid ! cancel,
    {ok, cancel};
cancel(_) ->
    {error, badarg}.

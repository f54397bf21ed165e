%% What the behaviours have in common: starting, calling, replying, stopping.
%%
%% A name is {local, Name}, {global, Name} or {via, Module, Name}. A call is {Label, {Caller, Tag}, Request} and is
%% answered with {Tag, Reply}; the tag is [alias | Reference], so that an answer after a time-out reaches nobody.
%%
%% Invariant: a caller is told when the process it calls ends: it never waits for the dead.
-module(gen).

-export([start/5, start/6, init_it/6, init_it/7, call/3, call/4, reply/2, stop/1, stop/3, name/1, unregister_name/1,
         get_proc_name/1, get_parent/0, debug_options/2, hibernate_after/1]).
-export([send_request/3, wait_response/2, wait_response/3, receive_response/2, receive_response/3, check_response/2,
         check_response/3, reqids_new/0, reqids_size/1, reqids_add/3, reqids_to_list/1]).

-define(DEFAULT_TIMEOUT, 5000).

%% Starting. Behaviour:init_it(Starter, Parent, Name, Module, Arguments, Options) runs in the new process.

start(Behaviour, Link, Name, Module, Arguments, Options) ->
    case where(Name) of
        undefined -> spawned(Behaviour, Link, [Name], Module, Arguments, Options);
        Pid -> {error, {already_started, Pid}}
    end.

start(Behaviour, Link, Module, Arguments, Options) ->
    spawned(Behaviour, Link, [], Module, Arguments, Options).

spawned(Behaviour, Link, Name, Module, Arguments, Options) ->
    Parent =
        case Link of
            link -> self();
            _ -> self
        end,
    Call = [Behaviour, self(), Parent] ++ Name ++ [Module, Arguments, Options],
    Timeout = proplists:get_value(timeout, Options, infinity),
    SpawnOptions = proplists:get_value(spawn_opt, Options, []),
    case Link of
        link -> proc_lib:start_link(?MODULE, init_it, Call, Timeout, SpawnOptions);
        nolink -> proc_lib:start(?MODULE, init_it, Call, Timeout, SpawnOptions);
        monitor -> with_monitor(proc_lib:start_monitor(?MODULE, init_it, Call, Timeout, SpawnOptions))
    end.

with_monitor({{ok, Pid}, Monitor}) ->
    {ok, {Pid, Monitor}};
with_monitor({Error, Monitor}) ->
    erlang:demonitor(Monitor, [flush]),
    Error.

init_it(Behaviour, Starter, Parent, Module, Arguments, Options) ->
    Behaviour:init_it(Starter, Parent, self(), Module, Arguments, Options).

init_it(Behaviour, Starter, Parent, Name, Module, Arguments, Options) ->
    case register_name(Name) of
        true -> Behaviour:init_it(Starter, Parent, Name, Module, Arguments, Options);
        {false, Pid} -> proc_lib:init_ack(Starter, {error, {already_started, Pid}})
    end.

%% Names.

where({local, Name}) -> whereis(Name);
where({global, Name}) -> global:whereis_name(Name);
where({via, Module, Name}) -> Module:whereis_name(Name).

register_name({local, Name}) ->
    try
        register(Name, self())
    catch
        error:_ -> {false, whereis(Name)}
    end;
register_name({global, Name}) ->
    registered_with(global, Name);
register_name({via, Module, Name}) ->
    registered_with(Module, Name).

registered_with(Module, Name) ->
    case Module:register_name(Name, self()) of
        yes -> true;
        no -> {false, Module:whereis_name(Name)}
    end.

unregister_name({local, Name}) ->
    try unregister(Name) of
        _ -> ok
    catch
        _:_ -> ok
    end;
unregister_name({global, Name}) ->
    _ = global:unregister_name(Name),
    ok;
unregister_name({via, Module, Name}) ->
    _ = Module:unregister_name(Name),
    ok;
unregister_name(Pid) when is_pid(Pid) ->
    ok.

%% The name as users know it.
name({local, Name}) -> Name;
name({global, Name}) -> Name;
name({via, _, Name}) -> Name;
name(Pid) when is_pid(Pid) -> Pid.

%% For a process that enters a behaviour later: it has to have the name already.
get_proc_name(Pid) when is_pid(Pid) ->
    Pid;
get_proc_name(Name) ->
    case where(Name) of
        Pid when Pid =:= self() -> name(Name);
        undefined -> exit(process_not_registered);
        _ -> exit(registered_to_other_process)
    end.

get_parent() ->
    case get('$ancestors') of
        [Parent | _] when is_pid(Parent) -> Parent;
        [Parent | _] when is_atom(Parent) -> whereis(Parent);
        _ -> exit(process_was_not_started_by_proc_lib)
    end.

debug_options(Name, Options) ->
    case proplists:get_value(debug, Options) of
        undefined ->
            [];
        Debug ->
            try
                sys:debug_options(Debug)
            catch
                _:_ ->
                    error_logger:format("~tp: ignoring erroneous debug options - ~tp~n", [Name, Debug]),
                    []
            end
    end.

hibernate_after(Options) ->
    proplists:get_value(hibernate_after, Options, infinity).

%% Calling.

call(Process, Label, Request) ->
    call(Process, Label, Request, ?DEFAULT_TIMEOUT).

call(Process, Label, Request, Timeout) when Timeout =:= infinity; is_integer(Timeout), Timeout >= 0 ->
    case located(Process) of
        Self when Self =:= self() -> exit(calling_self);
        Found -> asked(Found, Label, Request, Timeout)
    end.

%% The pid behind a name, or {Name, Node} when it lives elsewhere; exits when there is none.
located(Pid) when is_pid(Pid) -> Pid;
located(Name) when is_atom(Name) -> present(whereis(Name));
located({Name, Node}) when is_atom(Name), Node =:= node() -> present(whereis(Name));
located({global, Name}) -> present(global:whereis_name(Name));
located({via, Module, Name}) -> present(Module:whereis_name(Name));
located({Name, Node}) when is_atom(Name), is_atom(Node) -> {Name, Node}.

present(undefined) -> exit(noproc);
present(Pid) -> Pid.

asked(Process, Label, Request, Timeout) ->
    Monitor = send_request(Process, Label, Request),
    receive
        {[alias | Monitor], Reply} ->
            erlang:demonitor(Monitor, [flush]),
            {ok, Reply};
        {'DOWN', Monitor, _, _, noconnection} ->
            exit({nodedown, node_of(Process)});
        {'DOWN', Monitor, _, _, Reason} ->
            exit(Reason)
    after Timeout ->
        erlang:demonitor(Monitor, [flush]),
        receive
            {[alias | Monitor], Reply} -> {ok, Reply}
        after 0 -> exit(timeout)
        end
    end.

node_of({_, Node}) -> Node;
node_of(Pid) -> node(Pid).

%% Asking now and taking the answer later.
send_request(Process, Label, Request) ->
    Target =
        try
            located(Process)
        catch
            exit:noproc -> Process
        end,
    send_to(Target, Label, Request).

send_to(Target, Label, Request)
  when is_pid(Target); is_atom(Target); tuple_size(Target) =:= 2, is_atom(element(1, Target)) ->
    Name =
        case Target of
            {global, _} -> '$unknown';
            _ -> Target
        end,
    Monitor = erlang:monitor(process, Name, [{alias, demonitor}]),
    catch erlang:send(Name, {Label, {self(), [alias | Monitor]}, Request}),
    Monitor;
send_to(_, _, _) ->
    erlang:monitor(process, '$unknown', [{alias, demonitor}]).

%% A monitor tells of a name of this node by name and node.
as_called({Name, Node}) when Node =:= node() -> Name;
as_called(Process) -> Process.

wait_response(Monitor, Timeout) ->
    receive
        {[alias | Monitor], Reply} -> replied(Monitor, Reply);
        {'DOWN', Monitor, _, Process, Reason} -> {error, {Reason, as_called(Process)}}
    after remaining(Timeout) -> timeout
    end.

%% Unlike wait_response/2 a time-out gives the answer up.
receive_response(Monitor, Timeout) ->
    receive
        {[alias | Monitor], Reply} -> replied(Monitor, Reply);
        {'DOWN', Monitor, _, Process, Reason} -> {error, {Reason, as_called(Process)}}
    after remaining(Timeout) ->
        erlang:demonitor(Monitor, [flush]),
        receive
            {[alias | Monitor], Reply} -> {reply, Reply}
        after 0 -> timeout
        end
    end.

check_response({[alias | Monitor], Reply}, Monitor) -> replied(Monitor, Reply);
check_response({'DOWN', Monitor, _, Process, Reason}, Monitor) -> {error, {Reason, as_called(Process)}};
check_response(_, _) -> no_reply.

replied(Monitor, Reply) ->
    erlang:demonitor(Monitor, [flush]),
    {reply, Reply}.

%% Collections of requests: Monitor => Label. An answer comes with its label and with the collection as it is then.

reqids_new() -> #{}.

reqids_size(Requests) -> map_size(Requests).

reqids_add(Monitor, Label, Requests) -> Requests#{Monitor => Label}.

reqids_to_list(Requests) -> maps:to_list(Requests).

wait_response(Requests, _, _) when map_size(Requests) =:= 0 ->
    no_request;
wait_response(Requests, Timeout, Delete) ->
    receive
        {[alias | Monitor], _} = Message when is_map_key(Monitor, Requests) ->
            labelled(Message, Monitor, Requests, Delete);
        {'DOWN', Monitor, _, _, _} = Message when is_map_key(Monitor, Requests) ->
            labelled(Message, Monitor, Requests, Delete)
    after remaining(Timeout) -> timeout
    end.

%% A time-out gives all of the answers up, but one that is there.
receive_response(Requests, Timeout, Delete) ->
    case wait_response(Requests, Timeout, Delete) of
        timeout ->
            lists:foreach(fun(Monitor) -> erlang:demonitor(Monitor, [flush]) end, maps:keys(Requests)),
            given_up(Requests, Delete);
        Response -> Response
    end.

given_up(Requests, Delete) ->
    receive
        {[alias | Monitor], _} = Message when is_map_key(Monitor, Requests) ->
            labelled(Message, Monitor, Requests, Delete)
    after 0 -> timeout
    end.

check_response(_, Requests, _) when map_size(Requests) =:= 0 ->
    no_request;
check_response({[alias | Monitor], _} = Message, Requests, Delete) when is_map_key(Monitor, Requests) ->
    labelled(Message, Monitor, Requests, Delete);
check_response({'DOWN', Monitor, _, _, _} = Message, Requests, Delete) when is_map_key(Monitor, Requests) ->
    labelled(Message, Monitor, Requests, Delete);
check_response(_, _, _) ->
    no_reply.

labelled(Message, Monitor, Requests, Delete) ->
    Left =
        case Delete of
            true -> maps:remove(Monitor, Requests);
            false -> Requests
        end,
    {check_response(Message, Monitor), maps:get(Monitor, Requests), Left}.

%% How long there is to wait, in milliseconds from now.
remaining({abs, Time}) -> max(0, Time - erlang:monotonic_time(millisecond));
remaining(Timeout) -> Timeout.

reply({_, [alias | Alias] = Tag}, Reply) when is_reference(Alias) ->
    Alias ! {Tag, Reply},
    ok;
reply({_, [[alias | Alias] | _] = Tag}, Reply) when is_reference(Alias) ->
    Alias ! {Tag, Reply},
    ok;
reply({Caller, Tag}, Reply) ->
    try Caller ! {Tag, Reply} of
        _ -> ok
    catch
        _:_ -> ok
    end.

stop(Process) ->
    stop(Process, normal, infinity).

stop(Process, Reason, Timeout) ->
    proc_lib:stop(located(Process), Reason, Timeout).

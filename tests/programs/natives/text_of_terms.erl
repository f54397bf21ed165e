%% pid, reference, fun and port as text and back,.
-module(text_of_terms).
-export([start/0]).

start() ->
    show([is_list(pid_to_list(self())), hd(pid_to_list(self())), lists:last(pid_to_list(self()))]),
    show(list_to_pid(pid_to_list(self())) =:= self()),
    Reference = make_ref(),
    show(lists:prefix("#Ref<0.", ref_to_list(Reference))),
    show(list_to_ref(ref_to_list(Reference)) =:= Reference),
    show(lists:prefix("#Fun<text_of_terms.", erlang:fun_to_list(fun(X) -> X end))),
    show(erlang:fun_to_list(fun lists:map/2)),
    show([outcome(F, A) || {F, A} <- [{list_to_pid, ["<0.1>"]}, {list_to_pid, ["<0.1.0"]}, {list_to_pid, [x]}, {list_to_pid, ["<a.b.c>"]}, {list_to_ref, ["#Ref<>"]}, {list_to_ref, ["#Ref<0.1.2"]}, {list_to_ref, [x]},
                                      {pid_to_list, [x]}, {ref_to_list, [self()]}, {fun_to_list, [x]}, {list_to_port, ["#Port<0.x>"]}, {port_to_list, [x]}]]),
    show(list_to_ref("#Ref<0.1.2.3>") =:= list_to_ref("#Ref<0.1.2.3>")),
    show(is_port(list_to_port("#Port<0.1234>"))),
    show(port_to_list(list_to_port("#Port<0.1234>"))),
    show(list_to_pid("<0.5.0>") < list_to_pid("<0.6.0>")),
    show(io_lib:format("~p ~w", [list_to_pid("<0.5.0>"), list_to_pid("<0.5.0>")])),
    show(lists:flatten(io_lib:format("~p", [[list_to_ref("#Ref<0.1.2.3>")]]))),
    ok.

outcome(Function, Arguments) ->
    try apply(erlang, Function, Arguments) catch Class:Reason -> {Class, Reason} end.

show(Term) -> io:format("~0p~n", [Term]).

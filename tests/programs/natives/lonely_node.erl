%% What a node that is not alive says of others, and of tags for probes.
-module(lonely_node).
-export([start/0]).

start() ->
    [show(fun() -> apply(erlang, Function, Arguments) end) || {Function, Arguments} <- calls()],
    show(fun() -> erlang:dmonitor_node(elsewhere, true, []), receive Message -> Message after 0 -> none end end),
    ok.

calls() ->
    [{disconnect_node, [elsewhere]}, {disconnect_node, [node()]},
     {dist_ctrl_get_data, [a]}, {dist_ctrl_get_data_notification, [a]}, {dist_ctrl_get_opt, [a, b]},
     {dist_ctrl_input_handler, [a, b]}, {dist_ctrl_put_data, [a, b]}, {dist_ctrl_set_opt, [a, b, c]},
     {dist_get_stat, [a]},
     {monitor_node, [elsewhere, true]}, {monitor_node, [elsewhere, false]}, {monitor_node, [node(), true]},
     {monitor_node, [1, true]}, {monitor_node, [elsewhere, true, []]},
     {monitor_node, [elsewhere, true, [allow_passive_connect]]}, {monitor_node, [elsewhere, true, [x]]},
     {nodes, []}, {nodes, [known]}, {nodes, [[this, hidden]]}, {nodes, [hidden]}, {nodes, [x]},
     {nodes, [hidden, #{}]}, {nodes, [known, #{connection_id => true}]},
     {nodes, [[this], #{connection_id => true, node_type => true}]}, {nodes, [[known, this], #{}]},
     {nodes, [known, #{connection_id => false}]}, {nodes, [x, #{}]}, {nodes, [[], #{}]},
     {nodes, [known, #{a => true}]}, {nodes, [known, []]}, {nodes, [known, #{node_type => x}]},
     {setnode, [elsewhere, 1]}, {setnode, [a, b, c]},
     {get_cookie, []}, {get_cookie, [elsewhere]}, {get_cookie, [1]},
     {set_cookie, [1, a]}, {set_cookie, [1]},
     {dt_append_vm_tag_data, [<<"a">>]}, {dt_append_vm_tag_data, ["abc"]}, {dt_get_tag, []}, {dt_get_tag_data, []},
     {dt_prepend_vm_tag_data, [b]}, {dt_put_tag, [<<"b">>]}, {dt_put_tag, [5]}, {dt_restore_tag, [5]},
     {dt_restore_tag, [true]}, {dt_spread_tag, [true]}, {dt_spread_tag, [1]}].

show(Act) ->
    erlang:display(try Act() catch Class:Reason -> {Class, Reason} end).

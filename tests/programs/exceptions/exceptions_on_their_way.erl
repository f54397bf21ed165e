%% Exceptions on their way: through natives, raised again, out of processes.
-module(exceptions_on_their_way).
-export([start/0,cb/1,id/1]).
-record(r,{a}).
id(X) -> X.
cb(X) -> ?MODULE:id(X) =:= never orelse error({cb, X}).
show(N,F) -> erlang:display({list_to_atom(N),try F() catch C:R:S -> {C,R,[{M,case lists:prefix("-",atom_to_list(Fn)) of true -> 'fun'; _ -> Fn end,if is_list(A) -> A; true -> n end,proplists:get_value(line,I)} || {M,Fn,A,I} <- S, M =:= ?MODULE, Fn =/= show, Fn =/= start]} end}).
down(F) -> {P,M} = spawn_monitor(F), receive {'DOWN',M,_,P,R} -> plain(R) end.
start() ->
 A = id(a),
 show("apply cb", fun() -> id(apply(?MODULE,cb,[1])) end),
 show("lists:map", fun() -> lists:map(fun cb/1,[1]) end),
 show("lists:foldl", fun() -> lists:foldl(fun(X,_) -> cb(X) end,0,[1]) end),
 show("maps:map", fun() -> maps:map(fun(_,V) -> cb(V) end,#{a=>1}) end),
 show("sort", fun() -> lists:sort(fun(_,_) -> cb(9) end,[1,2,3]) end),
 show("raise st", fun() -> try cb(1) catch C:R:S -> erlang:raise(C,{R,again},S) end end),
 show("raise exit", fun() -> try cb(1) catch _:R:S -> erlang:raise(exit,R,S) end end),
 show("raise throw", fun() -> try cb(1) catch _:R:S -> erlang:raise(throw,R,S) end end),
 show("catch raise", fun() -> catch (try cb(1) catch _:R:_ -> erlang:raise(throw,R,[]) end) end),
 show("after", fun() -> try id(cb(1)) after id(2) end end),
 show("of", fun() -> try id(1) of 1 -> cb(3) catch _:_ -> x end end),
 show("of clause", fun() -> try id(1) of 2 -> cb(3) catch error:{cb,_} -> x end end),
 show("catch clause", fun() -> try cb(1) catch throw:_ -> x end end),
 show("nested after", fun() -> try try cb(1) after cb(2) end catch E:F -> {E,F} end end),
 show("else maybe", fun() -> maybe_else(A) end),
 show("d error", fun() -> down(fun() -> id(cb(1)) end) end),
 show("d throw", fun() -> down(fun() -> throw(ball) end) end),
 show("d exit", fun() -> down(fun() -> exit(why) end) end),
 show("d exit2", fun() -> down(fun() -> exit({why,[x]}) end) end),
 show("d undef", fun() -> element(1,down(fun() -> nomod:f(1) end)) end),
 show("d spawn undef", fun() -> {P,M} = spawn_monitor(nomod,f,[1,2]), receive {'DOWN',M,_,P,R} -> plain(R) end end),
 show("d spawn undef local", fun() -> {P,M} = spawn_monitor(?MODULE,f,[1,2]), receive {'DOWN',M,_,P,R} -> plain(R) end end),
 show("d raise", fun() -> down(fun() -> erlang:raise(error,foo,[{a,b,1,[]}]) end) end),
 show("d raise exit", fun() -> down(fun() -> erlang:raise(exit,foo,[{a,b,1,[]}]) end) end),
 show("d raise throw", fun() -> down(fun() -> erlang:raise(throw,foo,[{a,b,1,[]}]) end) end),
 show("link", fun() -> process_flag(trap_exit,true), P = spawn_link(fun() -> id(cb(7)) end), receive {'EXIT',P,R} -> plain(R) end end),
 show("badrecord", fun() -> (A)#r.a end),
 show("old catch", fun() -> [(catch throw(1)),(catch exit(2)),element(2,element(2,(catch hd(A))))=/=[],(catch 1)] end),
 show("guard ex", fun() -> [X || X <- [1,a,[b]], length(X) > 0] end),
 show("guard bif", fun() -> if map_get(x,A) -> 1; true -> 2 end end),
 show("guard div", fun() -> case id(0) of Z when 1 div Z > 0 -> 1; _ -> 2 end end),
 show("error in arg", fun() -> id({cb(1), cb(2)}) end),
 show("exit self", fun() -> down(fun() -> exit(self(), foo), receive after 100 -> ok end end) end),
 show("stack of error/2", fun() -> id(error(badarg,[A,1])) end),
 show("error_info opt", fun() -> try error(x,none,[{error_info,#{cause=>1}}]) catch _:_:SS -> element(4,hd(SS)) end end),
 ok.
plain({Reason, [{_, _, _, _} | _] = Trace}) -> {Reason, [{M, fun_name(F), A, proplists:get_value(line, I)} || {M, F, A, I} <- Trace]};
plain(Reason) -> Reason.
fun_name(F) -> case lists:prefix("-", atom_to_list(F)) of true -> 'fun'; _ -> F end.
maybe_else(A) -> case A of b -> 1; {c,_} -> 2 end.

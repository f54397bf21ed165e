%% Tail calls of every form, so often that they would fill a stack otherwise.
-module(apply_tails).

-export([start/0, count/2, exported/2]).

start() ->
    N = 30000,
    show(count(N, direct)),
    show(count(N, external)),
    show(count(N, applied)),
    show(count(N, applied_list)),
    show(count(N, variable)),
    show(count(N, fun_call)),
    show(count(N, case_tail)),
    show(count(N, after_receive)),
    show(count(N, try_of)),
    show(process_info(self(), stack_size) < {stack_size, 200}),
    ok.

count(0, How) -> {How, stack_is_small()};
count(N, direct) -> count(N - 1, direct);
count(N, external) -> ?MODULE:exported(N, external);
count(N, applied) -> apply(?MODULE, count, [N - 1, applied]);
count(N, applied_list) -> Args = [N - 1, applied_list], apply(fun ?MODULE:count/2, Args);
count(N, variable) -> M = hd([?MODULE]), F = hd([count]), M:F(N - 1, variable);
count(N, fun_call) -> F = fun(X) -> count(X, fun_call) end, F(N - 1);
count(N, case_tail) -> case N rem 3 of 0 -> count(N - 1, case_tail); 1 -> if N > 0 -> count(N - 1, case_tail) end; _ -> begin count(N - 1, case_tail) end end;
count(N, after_receive) -> self() ! go, receive go -> count(N - 1, after_receive) end;
count(N, try_of) -> try N of X -> count(X - 1, try_of) catch _:_ -> never end.

exported(N, How) -> count(N - 1, How).

stack_is_small() ->
    {stack_size, Size} = process_info(self(), stack_size),
    Size < 300.

show(Term) -> io:format("~0p~n", [Term]).

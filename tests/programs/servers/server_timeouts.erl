%% gen_server: timeouts given back by callbacks, undone by messages,.
-module(server_timeouts).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2]).

start() ->
    {ok, Pid} = gen_server:start(?MODULE, self(), [{hibernate_after, 10}]),
    show(receive X1 -> X1 after 500 -> none end),
    gen_server:cast(Pid, {timeout, 20}),
    gen_server:cast(Pid, plain),
    show(receive X2 -> X2 after 40 -> undone end),
    gen_server:cast(Pid, {timeout, 5}),
    show(receive X3 -> X3 after 500 -> none end),
    gen_server:cast(Pid, {timeout, 0}),
    show(receive X4 -> X4 after 500 -> none end),
    show(gen_server:call(Pid, {timeout, 3})),
    show(receive X5 -> X5 after 500 -> none end),
    gen_server:cast(Pid, hibernate),
    timer:sleep(3),
    show(gen_server:call(Pid, {timeout, infinity})),
    show(receive X6 -> X6 after 30 -> none end),
    Pid ! {stop, enough},
    show(receive X7 -> X7 after 500 -> none end),
    ok.

init(Parent) -> {ok, Parent, 2}.

handle_call({timeout, Time}, _, Parent) -> {reply, waiting, Parent, Time}.

handle_cast({timeout, Time}, Parent) -> {noreply, Parent, Time};
handle_cast(hibernate, Parent) -> {noreply, Parent, hibernate};
handle_cast(plain, Parent) -> {noreply, Parent}.

handle_info(timeout, Parent) -> Parent ! timed_out, {noreply, Parent};
handle_info({stop, Reason}, Parent) -> {stop, {shutdown, Reason}, Parent}.

terminate(Reason, Parent) -> Parent ! {terminated, Reason}.

show(Term) -> io:format("~0p~n", [Term]).

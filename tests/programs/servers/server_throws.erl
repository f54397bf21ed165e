%% gen_server: callbacks that throw what they should return, and other odd returns.
-module(server_throws).

-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2, handle_info/2]).

start() ->
    ok = logger:set_primary_config(level, none),
    {ok, P} = gen_server:start(?MODULE, {ok, 1}, []),
    show(gen_server:call(P, {throw, {reply, thrown, 2}})),
    show(gen_server:call(P, {return, {reply, state, 3}})),
    gen_server:cast(P, {throw, {noreply, 10}}),
    show(gen_server:call(P, state)),
    P ! {throw, {noreply, 20}},
    show(gen_server:call(P, state)),
    [show({What, ends(What)}) || What <- [{call, {return, oops}}, {call, {throw, oops}}, {cast, {return, oops}}, {info, {throw, 5}}, {call, {return, {reply, x}}}, {call, {return, {stop, why, answer, s}}}, {call, {return, {stop, why, s}}},
                                          {cast, {return, {stop, {shutdown, x}, s}}}, {call, {return, {noreply, s, bad_timeout}}}, {cast, {exit, gone}}, {call, {error, wrong}}, {info, {error, {bad, info}}}]],
    show([started(I) || I <- [{throw, {ok, 5}}, {return, {ok}}, {throw, ignore}, {return, {ok, s, -1}}]]),
    ok.

ends({How, What}) ->
    {ok, {P, M}} = gen_server:start_monitor(?MODULE, {ok, 0}, []),
    Called = case How of
        call -> try gen_server:call(P, What, 50) catch exit:{R, _} -> {exit, plain(R)} end;
        cast -> gen_server:cast(P, What);
        info -> P ! What, sent
    end,
    {Called, receive {'DOWN', M, _, _, Why} -> plain(Why) after 50 -> exit(P, kill), alive end}.

started(I) -> case gen_server:start(?MODULE, I, []) of {ok, P} -> exit(P, kill), ok; {error, R} -> {error, plain(R)}; Other -> Other end.

plain({R, [{_, _, _, _} | _]}) -> plain(R);
plain(R) -> R.

init(What) -> act(What).

handle_call(state, _, S) -> {reply, S, S};
handle_call(What, _, _) -> act(What).

handle_cast(What, _) -> act(What).

handle_info(What, _) -> act(What).

act({throw, X}) -> throw(X);
act({return, X}) -> X;
act({exit, X}) -> exit(X);
act({error, X}) -> error(X);
act(X) -> X.

show(Term) -> io:format("~0p~n", [Term]).

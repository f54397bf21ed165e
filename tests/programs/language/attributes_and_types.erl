%% Types, specs, opaque ones, callbacks.
-module(attributes_and_types).

-behaviour(gen_server).
-type shape() :: {circle, float()} | {square, number()} | unit.
-opaque id() :: pos_integer().
-export_type([shape/0, id/0]).
-callback area(shape()) -> number().
-optional_callbacks([area/1]).
-record(item, {id :: id(), shape = unit :: shape(), tags = [] :: [atom()]}).
-export([start/0, init/1, handle_call/3, handle_cast/2]).
-note("anything").

-spec start() -> ok.
start() ->
    show([area(S) || S <- [{circle, 1.0}, {square, 3}, unit]]),
    show(#item{id = 5}),
    show([total([#item{id = N, shape = {square, N}} || N <- [1, 2, 3]])]),
    show(proplists:get_value(note, module_info(attributes))),
    show(proplists:get_value(behaviour, module_info(attributes))),
    show([K || {K, _} <- module_info(attributes), lists:member(K, [type, spec, opaque, callback])]),
    {ok, P} = gen_server:start(?MODULE, 7, []),
    show(gen_server:call(P, double)),
    gen_server:stop(P),
    ok.

-spec area(shape()) -> number().
area({circle, R}) -> trunc(R * R * 3.14159 * 1000) / 1000;
area({square, A}) -> A * A;
area(unit) -> 1.

-spec total([#item{}]) -> number().
total(Items) -> lists:sum([area(I#item.shape) || I <- Items]).

init(N) -> {ok, N}.

handle_call(double, _, N) -> {reply, N * 2, N}.

handle_cast(_, N) -> {noreply, N}.

show(Term) -> io:format("~0p~n", [Term]).

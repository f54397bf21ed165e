%% What failing built-in functions say: reason, arguments, who explains the error.
-module(built_in_errors).
-export([start/0, id/1]).

start() ->
    [show(F) || F <- numbers() ++ data() ++ texts() ++ signals() ++ calls()],
    ok.

numbers() ->
    A = id(a), Zero = id(0),
    [fun() -> id(A + A) end, fun() -> A * A end, fun() -> 1 div Zero end, fun() -> 1 rem Zero end,
     fun() -> -A end, fun() -> bnot A end, fun() -> A bsl 1 end,
     fun() -> 1 bsl id(1 bsl 64) end, fun() -> not A end, fun() -> A and true end, fun() -> float(A) end,
     fun() -> trunc(A) end, fun() -> round(A) end, fun() -> abs(A) end, fun() -> math:log(Zero) end,
     fun() -> math:sqrt(A) end, fun() -> math:pow(id(1.0e300), 10) end,
     fun() -> integer_to_list(1, id(99)) end, fun() -> erlang:phash2(A, id(-1)) end].

data() ->
    A = id(a), T = id({1, 2}), M = id(#{k => v}), L = id([1, 2, 3]),
    [fun() -> hd(A) end, fun() -> tl(id([])) end, fun() -> length(id([a | b])) end,
     fun() -> element(id(3), T) end, fun() -> setelement(id(3), T, x) end, fun() -> tuple_size(A) end,
     fun() -> map_get(zz, M) end, fun() -> map_get(zz, A) end, fun() -> map_size(A) end,
     fun() -> maps:get(zz, M) end, fun() -> maps:update(zz, 1, M) end, fun() -> maps:merge(A, M) end,
     fun() -> maps:from_list(id([A])) end, fun() -> maps:keys(A) end, fun() -> maps:take(k, A) end,
     fun() -> erlang:make_tuple(id(-1), x) end, fun() -> erlang:append_element(A, x) end,
     fun() -> A ++ L end, fun() -> L -- A end, fun() -> lists:reverse(A, []) end,
     fun() -> lists:member(A, A) end, fun() -> lists:keyfind(A, A, A) end, fun() -> list_to_tuple(A) end].

texts() ->
    A = id(a), B = id(<<"bin">>),
    [fun() -> atom_to_list(id(0)) end, fun() -> list_to_atom(A) end,
     fun() -> list_to_existing_atom(id("surely there is no such atom")) end,
     fun() -> list_to_integer(id("1x")) end, fun() -> binary_to_integer(B) end,
     fun() -> list_to_binary([A]) end, fun() -> iolist_size(A) end, fun() -> binary_part(B, 2, id(9)) end,
     fun() -> split_binary(B, id(9)) end, fun() -> binary_to_term(id(<<1, 2>>)) end,
     fun() -> byte_size(A) end, fun() -> binary:at(B, id(8)) end, fun() -> binary:copy(A) end,
     fun() -> binary_to_term(B, id([foo])) end, fun() -> erlang:crc32(A) end].

signals() ->
    A = id(a),
    [fun() -> id(no_such_name) ! hi end, fun() -> id(0) ! hi end, fun() -> register(A, id(0)) end,
     fun() -> register(A, id("name")) end, fun() -> unregister(A) end, fun() -> whereis(id(0)) end,
     fun() -> link(A) end, fun() -> monitor(process, id(1)) end, fun() -> monitor(A, id(1)) end,
     fun() -> demonitor(A) end, fun() -> exit(A, b) end, fun() -> process_flag(A, b) end,
     fun() -> process_info(A) end, fun() -> erlang:send_after(A, A, x) end,
     fun() -> erlang:start_timer(id(-1), A, x) end, fun() -> erlang:send_after(1, A, x, [A]) end,
     fun() -> erlang:cancel_timer(A) end, fun() -> erlang:system_flag(A, b) end,
     fun() -> spawn_opt(fun() -> ok end, [A]) end, fun() -> group_leader(A, A) end].

calls() ->
    A = id(a), F = fun(X) -> X end,
    [fun() -> apply(id(1), id(foo), []) end, fun() -> apply(id(1), id(foo), [A]) end,
     fun() -> apply(lists, reverse, A) end, fun() -> apply(F, id([1 | 2])) end,
     fun() -> is_function(A, id(-1)) end, fun() -> erlang:nif_error(A) end, fun() -> A:b(1) end,
     fun() -> error(A, [1], id([{error_info, #{cause => x}}])) end,
     fun() -> error(A, none, id([{error_info, #{cause => x}}])) end,
     fun() -> error(A, [1 | 2], id([{error_info, #{}}])) end,
     fun() -> error(A, [1], id([A])) end, fun() -> error(A, [1], id([{error_info, x}])) end].

show(Fun) ->
    try
        erlang:display({none, Fun()})
    catch
        Class:Reason:Trace ->
            {M, F, Args, Location} = hd(Trace),
            Info = [Part || {error_info, _} = Part <- Location],
            erlang:display({Class, Reason, M, plain(F), no_funs(Args), [pairs(I) || {_, I} <- Info]})
    end.

no_funs([F | Args]) when is_function(F) -> ['fun' | no_funs(Args)];
no_funs([Arg | Args]) -> [Arg | no_funs(Args)];
no_funs(Other) -> Other.

%% The order of a small map's keys is that of the release.
pairs(Map) -> lists:sort(maps:to_list(Map)).

plain(Name) ->
    case atom_to_list(Name) of
        "-" ++ _ -> 'fun';
        _ -> Name
    end.

id(X) -> X.

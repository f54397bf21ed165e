%% OTP compiles modules whose forms are parsed from text; their MD5 is printed.
%%
%% With arguments it compiles the abstract code of these modules of OTP instead, as far as they keep it.
-module(compile_self).
-export([main/1]).

main([]) -> lists:foreach(fun({Name, Text}) -> compile(Name, forms(Text)) end, texts());
main(Names) ->
    lists:foreach(fun(Name) -> compile(list_to_atom(Name), abstract(list_to_atom(Name))) end, Names).

compile(Name, [Head | Forms]) ->
    case compile:forms([Head, {attribute, 1, vsn, 1} | Forms], [binary, deterministic, return, nowarn_unused_type]) of
        {ok, Module, Code, Warnings} ->
            io:format("~w ~s ~w bytes ~w warnings~n", [Module, hex(digest(Code)), byte_size(plain(Code)), length(Warnings)]),
            try_it(Name, Module, Code);
        Failed ->
            io:format("~w ~0p~n", [Name, Failed])
    end.

try_it(made, Module, Code) ->
    {module, Module} = code:load_binary(Module, "made.beam", Code),
    io:format("~p~n", [Module:run(12)]);
try_it(_, _, _) ->
    ok.

%% The MD5 of all chunks. Literals count as they are before they are compressed, which is zlib's art, and so the numbers
%% that funs have from an MD5 of compressed literals do not count. External terms count as the terms they are, since
%% releases of OTP encode atoms differently.
digest(Code) -> erlang:md5(plain(Code)).

plain(Code) ->
    {ok, _, Chunks} = beam_lib:all_chunks(Code),
    << <<(list_to_binary(Name))/binary, (chunk(Name, Data))/binary>> || {Name, Data} <- Chunks>>.

chunk("LitT", <<0:32, Plain/binary>>) -> Plain;
chunk("LitT", <<_:32, Compressed/binary>>) -> zlib:uncompress(Compressed);
chunk("FunT", <<Count:4/binary, Rows/binary>>) ->
    <<Count/binary, << <<Row/binary>> || <<Row:20/binary, _:4/binary>> <= Rows >>/binary>>;
chunk(Terms, Data) when Terms =:= "Attr"; Terms =:= "CInf"; Terms =:= "Dbgi" ->
    unicode:characters_to_binary(io_lib:format("~0tp", [binary_to_term(Data)]));
chunk(_, Data) -> Data.

hex(Digest) -> [io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= Digest].

abstract(Module) ->
    {Module, Code, _} = code:get_object_code(Module),
    {debug_info_v1, erl_abstract_code, {Forms, _}} = binary_to_term(code:get_chunk(Code, "Dbgi")),
    lists:dropwhile(fun(Form) -> element(3, Form) =/= module end, Forms).

forms(Text) ->
    case erl_scan:tokens([], Text, {1, 1}) of
        {done, {ok, Tokens, _}, Rest} ->
            {ok, Form} = erl_parse:parse_form(Tokens),
            [Form | forms(Rest)];
        _ ->
            []
    end.

texts() ->
    [{made, "
-module(made).
-export([run/1]).
-record(point, {x = 0 :: integer(), y = 0}).
run(N) -> {fib(N), sort([3, 1, 2, N]), area(#point{x = N, y = 2}), words(<<\"some words here\">>), squares(N), safe(N), spell(N)}.
fib(0) -> 0; fib(1) -> 1; fib(N) -> fib(N - 1) + fib(N - 2).
sort([]) -> [];
sort([P | Rest]) -> sort([X || X <- Rest, X < P]) ++ [P] ++ sort([X || X <- Rest, X >= P]).
area(#point{x = X, y = Y}) when X > 0, is_integer(Y) -> X * Y; area(P) -> P#point.x.
words(Binary) -> words(Binary, <<>>, []).
words(<<$\\s, Rest/binary>>, Word, Words) -> words(Rest, <<>>, [Word | Words]);
words(<<C/utf8, Rest/binary>>, Word, Words) -> words(Rest, <<Word/binary, C/utf8>>, Words);
words(<<>>, Word, Words) -> lists:reverse(Words, [Word]).
squares(N) -> maps:from_list([{I, I * I} || I <- lists:seq(1, N), I rem 3 =:= 0]).
safe(N) -> try N / 0 of X -> X catch error:badarith -> no; throw:T:S -> {T, S} after put(done, N) end.
spell(N) -> F = fun G(0, A) -> A; G(I, A) -> G(I - 1, [I | A]) end, case F(N, []) of [One, Two | _] = All when One < Two -> {length(All), One + Two}; _ -> none end.
"},
     {server, "
-module(server).
-export([start/0, loop/1, call/2]).
-type state() :: #{count := non_neg_integer(), names => [atom()]}.
-spec start() -> pid().
start() -> spawn(server, loop, [#{count => 0}]).
-spec loop(state()) -> no_return().
loop(#{count := N} = State) ->
    receive
        {From, Ref, {add, M}} when is_integer(M) -> From ! {Ref, N + M}, loop(State#{count := N + M});
        {From, Ref, Name} when is_atom(Name) -> From ! {Ref, ok}, loop(State#{names => [Name | maps:get(names, State, [])]});
        stop -> exit(normal)
    after 60000 -> loop(State)
    end.
call(Pid, Request) ->
    Ref = erlang:monitor(process, Pid),
    Pid ! {self(), Ref, Request},
    receive {Ref, Answer} -> erlang:demonitor(Ref, [flush]), Answer; {'DOWN', Ref, _, _, Why} -> exit(Why) end.
unused(X) -> <<X:16/little-signed, (byte_size(X)):8, 1.5:64/float, \"text\", X/bitstring>>.
"},
     {wrong, "
-module(wrong).
-export([f/0]).
f() -> Unbound + g(1).
"}].

%% Calls every function of a generated module and tells what came of each call.
%%
%% A line of text for a call: module, function, number of the call, and what came of it as external term in
%% hexadecimal digits. Terms that two machines cannot share are told by what can be seen of them.
-module(trial).
-export([main/1, lines/1, seen/1, atoms/0]).

%% Longer external terms are told by their digest.
most_bytes() -> 3000.

%% The atoms that generated text may name: they exist wherever this module is loaded.
atoms() -> [a, b, ok, error, undefined, true, false, '', 'hello world', 'Ä', '日本', hd, '+', 'band', exit, r].

%% Prints the lines of modules, which are loaded.
main(Names) ->
    lists:foreach(fun(Name) -> io:put_chars(lines(list_to_atom(Name))) end, Names),
    ok.

lines(Module) ->
    Functions = [Function || {Function, _} <- Module:module_info(exports), Module:arguments(Function) =/= []],
    [line(Module, Function, Number, call(Module, Function, Arguments))
        || Function <- lists:usort(Functions),
           {Number, Arguments} <- number(1, Module:arguments(Function))]
        ++ [atom_to_list(Module), " done\n"].

number(_, []) -> [];
number(Number, [First | Rest]) -> [{Number, First} | number(Number + 1, Rest)].

call(Module, Function, Arguments) ->
    Result =
        try apply(Module, Function, Arguments) of
            Value -> {value, Value}
        catch
            Class:Reason -> {Class, Reason}
        end,
    erase(),
    forget_messages(),
    Result.

forget_messages() ->
    receive
        _ -> forget_messages()
    after 0 -> ok
    end.

line(Module, Function, Number, Result) ->
    Bytes = external(seen(Result)),
    Shown =
        case byte_size(Bytes) > most_bytes() of
            true -> external({digest, byte_size(Bytes), erlang:md5(Bytes)});
            false -> Bytes
        end,
    [atom_to_list(Module), $\s, atom_to_list(Function), $\s, integer_to_list(Number), $\s, digits(Shown), $\n].

%% As OTP 26 and later write it, whichever this is.
external(Term) -> term_to_binary(Term, [{minor_version, 2}]).

digits(Bytes) ->
    [digit(Half) || <<Half:4>> <= Bytes].

digit(Half) when Half < 10 -> $0 + Half;
digit(Half) -> $a + Half - 10.

%% A term without what only one machine can have.
seen(Fun) when is_function(Fun) -> {'fun', erlang:fun_info(Fun, arity)};
seen(Pid) when is_pid(Pid) -> pid;
seen(Reference) when is_reference(Reference) -> reference;
seen([First | Rest]) -> [seen(First) | seen(Rest)];
seen(Tuple) when is_tuple(Tuple) -> list_to_tuple(seen(tuple_to_list(Tuple)));
seen(Map) when is_map(Map) -> {map, seen(lists:sort(maps:to_list(Map)))};
seen(Other) -> Other.

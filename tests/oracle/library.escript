#!/usr/bin/env escript
%%! +pc latin1
%% Compares the libraries of vm/lib with those of the OTP that runs this script, on random arguments.
%%
%%     escript tests/oracle/library.escript [--rounds N] [--seed N] [MODULE ...]
%%
%% Each library module M is read, renamed to avm_M together with every call between library modules, and loaded. A
%% function whose body is erlang:nif_error(undef) is a native: its renamed stub calls OTP's own. Then each row of the
%% table in cases/0 calls both modules with the same arguments; the values, or the class and reason of the exception,
%% must be equal. Prints what differs and exits with 1 when anything does.
-mode(compile).

main(Arguments) ->
    {Rounds, Seed, Wanted} = options(Arguments, 200, 1, []),
    Sources = filelib:wildcard(filename:join([filename:dirname(escript:script_name()), "../../vm/lib/*/*.erl"])),
    Modules = [list_to_atom(filename:basename(Source, ".erl")) || Source <- Sources],
    put(ours, Modules),
    [load(Source, Modules) || Source <- Sources],
    load_console(),
    rand:seed(exsss, Seed),
    Cases = [Case || Case <- cases(), Wanted =:= [] orelse lists:member(element(1, Case), Wanted)],
    Failures = lists:sum([compare(Case, Rounds) || Case <- Cases]),
    Tested = lists:usort([{M, F, length(G)} || {M, F, G} <- Cases]),
    io:format("~w functions compared, ~w with differences~n", [length(Tested), Failures]),
    Missing = [{M, F, A} || M <- lists:usort([element(1, Case) || Case <- Cases]),
                            {F, A} <- M:module_info(exports),
                            not erlang:function_exported(renamed(M), F, A)],
    Missing =/= [] andalso io:format("not in vm/lib: ~0p~n", [Missing]),
    halt(min(Failures, 1)).

options(["--rounds", Text | Rest], _, Seed, Modules) -> options(Rest, list_to_integer(Text), Seed, Modules);
options(["--seed", Text | Rest], Rounds, _, Modules) -> options(Rest, Rounds, list_to_integer(Text), Modules);
options([Name | Rest], Rounds, Seed, Modules) -> options(Rest, Rounds, Seed, [list_to_atom(Name) | Modules]);
options([], Rounds, Seed, Modules) -> {Rounds, Seed, Modules}.

%% Renaming and loading.

renamed(Module) ->
    list_to_atom("avm_" ++ atom_to_list(Module)).

load(Source, Modules) ->
    {ok, Forms} = epp:parse_file(Source, []),
    {ok, Module, Binary} = compile:forms([rename(Form, Modules) || Form <- Forms], [report_errors, nowarn_unused_function]),
    {module, Module} = code:load_binary(Module, Source, Binary).

rename({attribute, Line, module, Module}, _) ->
    put(module, Module),
    {attribute, Line, module, renamed(Module)};
rename({function, Line, Name, Arity, [{clause, _, _, _, [{call, _, {remote, _, {atom, _, erlang}, {atom, _, nif_error}}, _}]}]}, _) ->
    Variables = [{var, Line, list_to_atom("Argument" ++ integer_to_list(N))} || N <- lists:seq(1, Arity)],
    Call = {call, Line, {remote, Line, {atom, Line, native(get(module))}, {atom, Line, Name}}, Variables},
    {function, Line, Name, Arity, [{clause, Line, Variables, [], [Call]}]};
rename({remote, Line, {atom, L, Module}, Function}, Modules) ->
    {remote, Line, {atom, L, renamed(Module, Modules)}, rename(Function, Modules)};
rename({'fun', Line, {function, {atom, L, Module}, Name, Arity}}, Modules) ->
    {'fun', Line, {function, {atom, L, renamed(Module, Modules)}, Name, Arity}};
rename({call, Line, {remote, _, _, _} = Function, [{atom, L, Module} | Rest]}, Modules) ->
    {call, Line, rename(Function, Modules), [{atom, L, renamed(Module, Modules)} | rename(Rest, Modules)]};
rename({call, Line, {atom, _, apply} = Function, [{atom, L, Module} | Rest]}, Modules) ->
    {call, Line, Function, [{atom, L, renamed(Module, Modules)} | rename(Rest, Modules)]};
rename(Form, Modules) when is_tuple(Form) -> list_to_tuple(rename(tuple_to_list(Form), Modules));
rename([Form | Forms], Modules) -> [rename(Form, Modules) | rename(Forms, Modules)];
rename(Form, _) -> Form.

renamed(Module, Modules) ->
    case Module =:= avm_console orelse Module =:= erts_internal orelse not lists:member(Module, Modules) of
        true -> Module;
        false -> renamed(Module)
    end.

native(Module) -> Module.

%% The console natives, which OTP has not.
load_console() ->
    Forms = [{attribute, 1, module, avm_console}, {attribute, 1, export, [{is_console, 1}, {write, 1}, {read_line, 0}]},
             {function, 1, is_console, 1, [{clause, 1, [{var, 1, '_'}], [], [{atom, 1, false}]}]},
             {function, 1, write, 1, [{clause, 1, [{var, 1, '_'}], [], [{atom, 1, ok}]}]},
             {function, 1, read_line, 0, [{clause, 1, [], [], [{atom, 1, eof}]}]}],
    {ok, Module, Binary} = compile:forms(Forms, []),
    {module, Module} = code:load_binary(Module, "avm_console", Binary).

%% Comparing.

%% All rounds are run; the difference whose arguments print shortest is shown.
compare({Module, Function, Generators}, Rounds) ->
    Differences = [Difference || _ <- lists:seq(1, Rounds), Difference <- differing(Module, Function, Generators)],
    case lists:sort(Differences) of
        [] ->
            0;
        [{_, Arguments, Theirs, Ours} | _] ->
            io:format("~w:~w(~ts) differs in ~w of ~w~n  OTP  ~ts~n  ours ~ts~n",
                      [Module, Function, Arguments, length(Differences), Rounds, show(Theirs), show(Ours)]),
            1
    end.

differing(Module, Function, Generators) ->
    Arguments = [generate(Generator) || Generator <- Generators],
    Theirs = normal(Function, run(Module, Function, Arguments)),
    Ours = normal(Function, run(renamed(Module), Function, Arguments)),
    case Theirs =:= Ours of
        true ->
            [];
        false ->
            Text = lists:flatten(lists:join(", ", [show(Argument) || Argument <- Arguments])),
            [{length(Text), Text, Theirs, Ours}]
    end.

show({text, Text}) -> ["\n", Text];
show(Term) -> io_lib:format("~0tp", [Term]).

run(Module, Function, Arguments) ->
    try apply(Module, Function, Arguments) of
        Value -> {value, Value}
    catch
        Class:Reason -> {Class, plain(Reason)}
    end.

plain(Reason) -> Reason.

%% Texts are compared flat; anything else as it is.
normal(Function, {value, Text}) when is_list(Text) ->
    case lists:member(Function, [format, fwrite, write, print, build_text, format_prompt]) of
        true -> {text, try lists:flatten(Text) catch _:_ -> Text end};
        false -> {value, Text}
    end;
%% How the rest of malformed characters is nested depends on where OTP's conversion paused.
normal(Function, {value, {Fault, Converted, _Rest}}) when Fault =:= error, Function =:= characters_to_list;
                                                          Fault =:= error, Function =:= characters_to_binary ->
    {value, error, Converted};
%% How base64 says that a text is not in order changed after OTP 25.
normal(Function, {error, _}) when Function =:= decode; Function =:= decode_to_string; Function =:= encode; Function =:= encode_to_string ->
    error;
%% Opaque sets and arrays that OTP lays out otherwise are compared by what they hold.
normal(Function, {value, {Size, Node}}) when is_integer(Size), Function =/= balance ->
    case lists:member(Function, [union, intersection, difference, subtract]) of
        true -> {value, Size, gb_sets:to_list({Size, Node})};
        false -> {value, {Size, Node}}
    end;
normal(Function, {value, Array}) when Function =:= from_orddict, element(1, Array) =:= array; Function =:= relax, element(1, Array) =:= array ->
    {value, array:size(Array), array:to_orddict(Array)};
normal(_, Result) ->
    Result.

%% Generating.

one_of(List) -> lists:nth(rand:uniform(length(List)), List).
many(Most, Generator) -> [generate(Generator) || _ <- lists:seq(1, rand:uniform(Most + 1) - 1)].

generate({just, Term}) -> Term;
generate({one_of, Generators}) -> generate(one_of(Generators));
generate({list, Most, Generator}) -> many(Most, Generator);
generate({tuple, Generators}) -> list_to_tuple([generate(G) || G <- Generators]);
generate({make, Generators, Fun}) -> apply(Fun, [generate(G) || G <- Generators]);
generate({range, Low, High}) -> Low + rand:uniform(High - Low + 1) - 1;
generate(Name) when is_atom(Name) -> generate(Name, rand:uniform(4));
generate(List) when is_list(List) -> [generate(G) || G <- List].

generate(small, _) -> rand:uniform(8) - 1;
generate(key, _) -> one_of([1, 2, 3, 1.0, 2.0, a, b, {a}, "k"]);
generate(atom, _) -> one_of([a, b, ok, error, 'hello world', 'Cap', 'end', '', 'été', 'a@b', long_atom_name, undefined, 'привет', true]);
generate(integer, _) -> one_of([0, 1, -1, rand:uniform(100), -rand:uniform(100000), rand:uniform(1 bsl 70), 1 bsl 59, -(1 bsl 80)]);
generate(float, 1) -> one_of([0.0, -0.0, 1.0, 0.1, 1.0e22, 1.0e23, 1.5e-10, 123456.789, 9.9999999, 0.99995, 1.0e100, 5.0e-324, 1.7976931348623157e308]);
generate(float, 2) -> rand:uniform() * 20 - 10;
generate(float, 3) -> rand:uniform(1000000) / 1000;
generate(float, 4) -> <<Float:64/float>> = finite(), Float;
generate(string, _) -> many(20, {one_of, [{range, $a, $z}, {range, $a, $z}, {range, 32, 126}, {just, $\n}, {range, 160, 255}]});
generate(unicode_string, _) -> many(12, {one_of, [{range, $a, $z}, {range, 32, 126}, {range, 16#400, 16#4FF}, {range, 160, 255}]});
generate(word, _) -> many(9, {range, $a, $e});
generate(binary, 1) -> rand:bytes(rand:uniform(12) - 1);
generate(binary, 2) -> rand:bytes(rand:uniform(120) - 1);
generate(binary, 3) -> unicode:characters_to_binary(generate(string));
generate(binary, 4) -> unicode:characters_to_binary(generate(unicode_string));
generate(bits, _) -> Size = rand:uniform(40), <<Bits:Size/bitstring, _/bitstring>> = rand:bytes(8), Bits;
generate(term, _) -> term(rand:uniform(6) - 1);
generate(deep, _) -> term(1 + rand:uniform(4));
generate(flat, _) -> many(10, key);
generate(sorted, _) -> lists:sort(many(10, key));
generate(usorted, _) -> lists:usort(many(10, key));
generate(pairs, _) -> many(10, {tuple, [key, small]});
generate(pairs_of_index, _) -> lists:ukeysort(1, many(10, {tuple, [{range, 0, 150}, small]}));
generate(map, _) -> maps:from_list(many(one_of([3, 10, 60]), {tuple, [key_of_map, small]}));
generate(key_of_map, _) -> one_of([a, b, c, 1, 2, 1.0, {x}, rand:uniform(100)]);
generate(bad, _) -> one_of([foo, 1, {}, [a | b], -1, <<"b">>]);
generate(term_or_bad, _) -> generate(one_of([term, bad]));
generate(predicate, _) -> one_of([fun(X) -> erlang:phash2(X, 2) =:= 0 end, fun(X) -> erlang:phash2(X, 3) > 0 end, fun is_atom/1, fun(_) -> true end]);
generate(fun1, _) -> one_of([fun(X) -> {X} end, fun(X) -> erlang:phash2(X, 5) end, fun(X) -> [X, X] end]);
generate(fun2, _) -> one_of([fun(X, Y) -> {X, Y} end, fun(X, Y) -> [X | Y] end]);
generate(order, _) -> one_of([fun(A, B) -> A =< B end, fun(A, B) -> A >= B end, fun(A, B) -> erlang:phash2(A, 4) =< erlang:phash2(B, 4) end, fun erlang:'=<'/2]).

finite() ->
    case rand:bytes(8) of
        <<_:1, 2047:11, _:52>> -> finite();
        Bytes -> Bytes
    end.

term(0) ->
    generate(one_of([atom, integer, small, float, string, atom]));
term(Depth) ->
    case rand:uniform(12) of
        1 -> many(8, {make, [], fun() -> term(Depth - 1) end});
        2 -> many(3, {make, [], fun() -> term(Depth - 1) end}) ++ term(0);
        3 -> list_to_tuple(many(6, {make, [], fun() -> term(Depth - 1) end}));
        4 -> list_to_tuple([generate(atom) | many(5, {make, [], fun() -> term(Depth - 1) end})]);
        5 -> maps:from_list(many(5, {tuple, [{make, [], fun() -> term(Depth div 2) end}, {make, [], fun() -> term(Depth - 1) end}]}));
        6 -> [term(Depth div 2) || _ <- lists:seq(1, rand:uniform(15))];
        7 -> generate(one_of([binary, bits]));
        8 -> list_to_tuple([generate(atom), term(Depth - 1), term(Depth - 1)]);
        9 -> [{generate(atom), term(Depth - 1)} || _ <- lists:seq(1, rand:uniform(5))];
        10 -> many(40, integer);
        11 -> maps:from_list(many(8, {tuple, [atom, {make, [], fun() -> term(Depth - 1) end}]}));
        12 -> term(0)
    end.

%% What is compared: module, function, a generator for each argument.

cases() ->
    formats() ++ io_lib_cases() ++ maps_cases() ++ lists_cases() ++ unicode_cases() ++ string_cases() ++
        collection_cases() ++ proplists_cases() ++ base64_cases() ++
        tree_cases() ++ array_cases() ++ binary_cases() ++ calendar_cases().

formats() ->
    [{io_lib, format, [{just, Format}, [Generator]]} || {Formats, Generator} <- [
        {["~p", "~tp", "~0p", "~lp", "~w", "~tw", "~W~n", "abc ~p", "x~n\t  ~p", "~40p", "~100p", "~20p", "~.5p", "~120.3p", "~50w|", "~-50w|"], deep},
        {["~p", "~tp", "~w", "~10w", "~-12w|", "~.3w", "~10.3w", "~12..*w"], term},
        {["~f", "~e", "~g", "~.1f", "~.3f", "~.12f", "~.30f", "~.2e", "~.10e", "~.25e", "~.1g", "~.3g", "~.10g", "~12.3f", "~-14.3f|", "~30.5..e", "~w", "~p", "~.0f", "~.1e"], float},
        {["~b", "~B", "~.16b", "~.16B", "~.36B", "~.2b", "~12b", "~-12b|", "~12.16.0b", "~#", "~+", "~.16#", "~.16+", "~.1b", "~.37b"], integer},
        {["~s", "~ts", "~10s", "~-10s|", "~10.5s|", "~-10.5s|", "~.5s", "~5.5s", "~5s", "~5.9s"], {one_of, [string, binary, atom, unicode_string, {list, 4, string}, bad]}},
        {["~c", "~5c", "~5.2c", "~-5.2c|", "~tc", "~.4c", "~3.5c"], {one_of, [{range, 32, 400}, bad]}},
        {["~~", "~q", "~p~p", "~", "~i", "~i~~", "~n", "~3n", "~-3n", "~3~", "~lp", "~ltp", "~-p", "~-10p"], term}]
        , Format <- Formats] ++
    [{io_lib, format, [{just, Format}, [deep, {range, -1, 12}]]} || Format <- ["~P", "~W", "~tP", "~lP", "~30P", "~tW", "ab~0P"]] ++
    [{io_lib, format, [{just, Format}, [integer, {one_of, [{just, "0x"}, {just, pre}, {just, 1}]}]]} || Format <- ["~x", "~X", "~.16x", "~12.16X", "~-12.2x|"]] ++
    [{io_lib, format, [{just, Format}, [deep, deep]]} || Format <- ["~p ~p", "~p~n~p", "~w~p", "~p, ~w", "a~p\n b~tp"]] ++
    [{io_lib, format, [{just, Format}, [{range, -20, 20}, deep]]} || Format <- ["~*w", "~*p", "~-*w"]] ++
    %% A negative precision makes OTP loop.
    [{io_lib, format, [{just, Format}, [{range, 0, 20}, deep]]} || Format <- ["~.*p", "~.*w"]] ++
    [{io_lib, format, [{one_of, [string, binary, atom]}, {one_of, [{just, []}, bad]}]},
     {io_lib, scan_format, [{one_of, [{just, "a~-10.2.xtp~s~*b"}, {just, "~p~p~10w~c"}, {just, "~.2f~3s~ltp~3..*W"}]}, {list, 8, small}]}].

io_lib_cases() ->
    [{io_lib, write, [deep]}, {io_lib, write, [deep, {range, -1, 10}]}, {io_lib, print, [deep]},
     {io_lib, print, [deep, {range, 1, 60}, {range, 10, 120}, {range, -1, 10}]},
     {io_lib, write_atom, [{one_of, [atom, {make, [string], fun list_to_atom/1}, {make, [word], fun list_to_atom/1}]}]},
     {io_lib, write_atom_as_latin1, [{one_of, [atom, {make, [unicode_string], fun list_to_atom/1}]}]},
     {io_lib, write_atom, [{one_of, [{just, W} || W <- ['after', 'begin', 'case', 'try', 'cond', 'catch', 'andalso', 'orelse', 'end', 'fun', 'if', 'let', 'of', 'receive', 'when', 'bnot', 'not', 'div', 'rem', 'band', 'and', 'bor', 'bxor', 'bsl', 'bsr', 'or', 'xor', maybe, else, spec, query, 'ÿ', '÷a', 'a÷', 'a×']]}]},
     {io_lib, write_string, [string]}, {io_lib, write_string, [{list, 20, {range, 0, 300}}]},
     {io_lib, write_string_as_latin1, [unicode_string]}, {io_lib, write_latin1_string, [string]}, {io_lib, write_unicode_string, [unicode_string]},
     {io_lib, write_string, [string, {one_of, [{just, $'}, {just, $"}]}]},
     {io_lib, write_char, [{range, 0, 300}]}, {io_lib, write_char_as_latin1, [{range, 0, 300}]},
     {io_lib, char_list, [{one_of, [unicode_string, flat, term_or_bad]}]}, {io_lib, latin1_char_list, [{one_of, [unicode_string, flat, bad]}]},
     {io_lib, deep_char_list, [{one_of, [unicode_string, {list, 3, string}, term_or_bad]}]}, {io_lib, deep_latin1_char_list, [{one_of, [unicode_string, {list, 3, string}, bad]}]},
     {io_lib, printable_list, [{list, 2, {one_of, [{range, 0, 300}, small]}}]}, {io_lib, printable_unicode_list, [{list, 2, {one_of, [{range, 0, 70000}, atom]}}]},
     {io_lib, printable_latin1_list, [{list, 2, {range, 0, 300}}]}, {io_lib, printable_unicode_list, [term_or_bad]},
     {io_lib, format_prompt, [{one_of, [string, atom, binary, deep, {just, {format, "~p", [a]}}, {just, {format, "~p", []}}]}]},
     {io_lib, indentation, [{one_of, [string, {list, 3, string}]}, small]}, {io_lib, nl, []},
     {io_lib, limit_term, [deep, {range, -1, 8}]},
     {io_lib, chars_length, [{one_of, [string, unicode_string, {list, 3, string}]}]}].

maps_cases() ->
    MapOrBad = {one_of, [map, map, map, bad]},
    Predicate = {one_of, [{just, fun(K, V) -> erlang:phash2({K, V}, 2) =:= 0 end}, {just, foo}]},
    Fun2 = {one_of, [fun2, fun2, {just, foo}]},
    Fun3 = {one_of, [{just, fun(K, A, B) -> {K, A, B} end}, {just, foo}]},
    [{maps, F, [MapOrBad]} || F <- [size, to_list, keys, values, iterator]] ++
    [{maps, filter, [Predicate, MapOrBad]}, {maps, map, [Fun2, MapOrBad]},
     {maps, filtermap, [{just, fun(K, V) -> lists:nth(1 + erlang:phash2({K, V}, 3), [true, false, {true, K}]) end}, MapOrBad]},
     {maps, filtermap, [{just, foo}, MapOrBad]},
     {maps, fold, [{one_of, [{just, fun(K, V, A) -> [{K, V} | A] end}, {just, foo}]}, {just, []}, MapOrBad]},
     {maps, foreach, [Fun2, MapOrBad]}, {maps, get, [key_of_map, MapOrBad, atom]},
     {maps, update_with, [key_of_map, {one_of, [fun1, {just, foo}]}, MapOrBad]},
     {maps, update_with, [key_of_map, {one_of, [fun1, {just, foo}]}, small, MapOrBad]},
     {maps, with, [{one_of, [flat, bad]}, MapOrBad]}, {maps, without, [{one_of, [flat, bad]}, MapOrBad]},
     {maps, intersect, [MapOrBad, MapOrBad]}, {maps, intersect_with, [Fun3, MapOrBad, MapOrBad]}, {maps, merge_with, [Fun3, MapOrBad, MapOrBad]},
     {maps, groups_from_list, [{one_of, [fun1, {just, foo}]}, {one_of, [flat, bad]}]},
     {maps, groups_from_list, [{one_of, [fun1, {just, foo}]}, {one_of, [fun1, {just, foo}]}, {one_of, [flat, bad]}]},
     {maps, next, [{one_of, [{make, [map], fun maps:iterator/1}, {just, none}, {just, {a, b, none}}, bad]}]}, {maps, new, []},
     {maps, map, [fun2, {make, [map], fun maps:iterator/1}]}].

lists_cases() ->
    List = {one_of, [flat, flat, flat, bad]},
    Deep = {one_of, [{list, 4, {one_of, [flat, key, {list, 3, flat}]}}, bad]},
    Index = {one_of, [{range, 1, 3}, {just, 0}, {just, a}]},
    Tuples = {one_of, [{list, 6, {tuple, [key, small]}}, {list, 6, {one_of, [{tuple, [key, small]}, {tuple, [key, key, key]}, atom]}}, bad]},
    Sorted = {one_of, [sorted, sorted, {just, []}, bad]},
    USorted = {one_of, [usorted, {just, []}]},
    Tuple = {one_of, [{tuple, [key, atom]}, {just, foo}]},
    Predicate = {one_of, [predicate, predicate, {just, foo}, {just, fun(_) -> 3 end}]},
    Fun1 = {one_of, [fun1, fun1, fun1, {just, foo}]},
    Fun2 = {one_of, [fun2, fun2, {just, foo}]},
    Fold = {one_of, [{just, fun(X, A) -> {X, A} end}, {just, foo}]},
    Order = {one_of, [order, order, order, {just, foo}]},
    Count = {range, -1, 7},
    KeySorted = {make, [{list, 8, {tuple, [key, small]}}], fun(L) -> lists:keysort(1, L) end},
    UKeySorted = {make, [{list, 8, {tuple, [key, small]}}], fun(L) -> lists:ukeysort(1, L) end},
    RKeySorted = {make, [KeySorted], fun lists:reverse/1},
    Reversed = {make, [sorted], fun lists:reverse/1},
    UReversed = {make, [usorted], fun lists:reverse/1},
    Long = {list, 300, {one_of, [small, integer, key, {range, 1, 1000}]}},
    [{lists, F, [List]} || F <- [reverse, last, droplast, sum, min, max, uniq, enumerate, usort, concat, unzip, flatlength]] ++
    [{lists, F, [Deep]} || F <- [append, flatten, flatlength, concat]] ++
    [{lists, sum, [{list, 5, {one_of, [integer, float]}}]}, {lists, concat, [{list, 5, {one_of, [integer, float, atom, word]}}]}] ++
    [{lists, F, [{list, 300, {one_of, [small, atom, {range, 1, 1000}, word]}}]} || F <- [sort, usort]] ++ [{lists, sort, [{one_of, [{list, 4, small}, bad]}]}, {lists, usort, [Long]}] ++ [{lists, F, [Order, Long]} || F <- [sort, usort]] ++
    [{lists, F, [Order, List]} || F <- [sort, usort]] ++
    [{lists, F, [Index, Tuples]} || F <- [keysort, ukeysort]] ++
    [{lists, F, [{just, 1}, {list, 200, {tuple, [{one_of, [key, {range, 1, 50}]}, small]}}]} || F <- [keysort, ukeysort]] ++
    [{lists, F, [Predicate, List]} || F <- [all, any, filter, partition, takewhile, dropwhile, search, splitwith, filtermap, zf]] ++
    [{lists, F, [Fun1, List]} || F <- [map, flatmap, foreach, uniq, filtermap]] ++
    [{lists, F, [Fold, key, List]} || F <- [foldl, foldr]] ++
    [{lists, F, [{one_of, [{just, fun(X, A) -> {{X}, [X | A]} end}, {just, foo}]}, {just, []}, List]} || F <- [mapfoldl, mapfoldr]] ++
    [{lists, F, [Count, List]} || F <- [nth, nthtail, split, enumerate]] ++ [{lists, sublist, [List, Count]}, {lists, sublist, [List, Count, Count]}] ++
    [{lists, F, [List, List]} || F <- [append, subtract, prefix, suffix, zip]] ++ [{lists, F, [key, List]} || F <- [delete, member, join]] ++
    [{lists, prefix, [{list, 2, {range, 1, 2}}, {list, 4, {range, 1, 2}}]}, {lists, suffix, [{list, 2, {range, 1, 2}}, {list, 4, {range, 1, 2}}]}] ++
    [{lists, seq, [{range, -5, 5}, {range, -5, 12}]}, {lists, seq, [{range, -5, 5}, {range, -12, 12}, {range, -4, 4}]}, {lists, seq, [{one_of, [small, bad]}, bad]},
     {lists, seq, [{one_of, [small, bad]}, {one_of, [small, bad]}, {one_of, [small, bad]}]},
     {lists, duplicate, [{one_of, [Count, bad]}, key]}, {lists, reverse, [List, List]}, {lists, flatten, [Deep, List]}, {lists, zip3, [List, List, List]},
     {lists, zip, [{list, 2, key}, {list, 2, key}]}, {lists, zip3, [{list, 1, key}, {list, 1, key}, {list, 1, key}]},
     {lists, zipwith, [Fun2, {list, 2, key}, {list, 2, key}]}, {lists, zipwith, [Fun2, List, List]},
     {lists, zipwith3, [{one_of, [{just, fun(A, B, C) -> [A, B, C] end}, {just, foo}]}, {list, 1, key}, {list, 1, key}, {list, 1, key}]},
     {lists, unzip, [{list, 5, {tuple, [key, key]}}]}, {lists, unzip3, [{list, 5, {tuple, [key, key, key]}}]}, {lists, unzip3, [List]}] ++
    [{lists, F, [key, Index, Tuples]} || F <- [keydelete, keytake, keyfind, keymember, keysearch]] ++
    [{lists, F, [key, Index, Tuples, Tuple]} || F <- [keyreplace, keystore]] ++
    [{lists, keymap, [Fun1, Index, Tuples]}] ++
    [{lists, F, [Sorted, Sorted]} || F <- [merge]] ++ [{lists, F, [Reversed, Reversed]} || F <- [rmerge]] ++
    [{lists, umerge, [USorted, USorted]}, {lists, rumerge, [UReversed, UReversed]}, {lists, merge, [{list, 5, sorted}]}, {lists, umerge, [{list, 5, usorted}]},
     {lists, merge3, [sorted, sorted, sorted]}, {lists, rmerge3, [Reversed, Reversed, Reversed]}, {lists, umerge3, [usorted, usorted, usorted]},
     {lists, rumerge3, [UReversed, UReversed, UReversed]}, {lists, merge, [{just, fun erlang:'=<'/2}, sorted, sorted]}, {lists, merge, [{just, foo}, List, List]},
     {lists, rmerge, [{just, fun erlang:'=<'/2}, Reversed, Reversed]}, {lists, umerge, [{just, fun erlang:'=<'/2}, usorted, usorted]},
     {lists, rumerge, [{just, fun erlang:'=<'/2}, UReversed, UReversed]}, {lists, keymerge, [{just, 1}, KeySorted, KeySorted]},
     {lists, rkeymerge, [{just, 1}, RKeySorted, RKeySorted]}, {lists, ukeymerge, [{just, 1}, UKeySorted, UKeySorted]},
     {lists, rukeymerge, [{just, 1}, {make, [UKeySorted], fun lists:reverse/1}, {make, [UKeySorted], fun lists:reverse/1}]}].

unicode_cases() ->
    Bytes = {one_of, [binary, {make, [unicode_string], fun unicode:characters_to_binary/1}, {list, 3, {range, 0, 300}},
                      {make, [binary], fun(B) -> binary:part(B, 0, min(3, byte_size(B))) end}]},
    Data = {one_of, [unicode_string, Bytes, {list, 4, Bytes}, {list, 3, {list, 3, Bytes}}, {list, 3, {one_of, [Bytes, {range, 0, 66000}]}}, bad]},
    Encoding = {one_of, [{just, E} || E <- [latin1, unicode, utf8, utf16, {utf16, little}, utf32, {utf32, big}, foo]]},
    [{unicode, characters_to_list, [Data]}, {unicode, characters_to_list, [{one_of, [unicode_string, Bytes]}, Encoding]},
     {unicode, characters_to_binary, [Data]}, {unicode, characters_to_binary, [{one_of, [unicode_string, Bytes]}, Encoding]},
     %% OTP nests what is left differently when the output is neither UTF-8 nor a list, so here only what converts.
     {unicode, characters_to_binary, [unicode_string, {just, unicode}, {one_of, [{just, E} || E <- [utf16, {utf16, little}, utf32, {utf32, little}, utf8]]}]},
     {unicode, characters_to_binary, [string, {just, unicode}, {just, latin1}]},
     {unicode, bom_to_encoding, [binary]}, {unicode, encoding_to_bom, [Encoding]}].

string_cases() ->
    String = {one_of, [word, word, string, unicode_string, {make, [word], fun list_to_binary/1},
                       {make, [unicode_string], fun unicode:characters_to_binary/1}, {list, 6, {one_of, [{just, $a}, {just, $\s}, {just, $\n}, {just, $\r}, {just, $\t}]}}]},
    Part = {one_of, [{list, 2, {range, $a, $c}}, {make, [{list, 2, {range, $a, $c}}], fun list_to_binary/1}]},
    Set = {list, 3, {one_of, [{range, $a, $d}, {just, $\s}, {just, $\n}]}},
    Side = {one_of, [{just, leading}, {just, trailing}]},
    Where = {one_of, [{just, leading}, {just, trailing}, {just, all}]},
    Word = {one_of, [word, {list, 8, {one_of, [{just, $a}, {just, $b}, {just, $\s}]}}]},
    Count = {range, 0, 8},
    Numeric = {one_of, [word, {list, 6, {one_of, [{range, $0, $9}, {range, $0, $9}, {just, $.}, {just, $-}, {just, $+}, {just, $e}]}},
                        {just, "12"}, {just, "-3.25e2x"}, {just, <<"+1.5 a">>}, {just, <<"77b">>}, {just, "1,5"}, {just, "1.0e400"}, {just, "1.0e"}, {just, foo}]},
    [{string, F, [String]} || F <- [is_empty, length, to_graphemes, reverse, trim, chomp, uppercase, lowercase, titlecase, casefold, next_codepoint, next_grapheme]] ++
    [{string, F, [Numeric]} || F <- [to_integer, to_float, list_to_integer, list_to_float]] ++
    [{string, equal, [{list, 2, {one_of, [{just, $a}, {just, $A}]}}, {list, 2, {one_of, [{just, $a}, {just, $A}]}}, {one_of, [{just, true}, {just, false}]}]},
     {string, equal, [word, String]}, {string, slice, [String, Count]}, {string, slice, [String, Count, Count]}, {string, pad, [String, Count]},
     {string, pad, [String, Count, {one_of, [Side, {just, both}]}]}, {string, pad, [String, Count, {one_of, [Side, {just, both}]}, {just, $x}]},
     {string, trim, [String, {one_of, [Side, {just, both}]}]}, {string, trim, [String, {one_of, [Side, {just, both}]}, Set]},
     {string, take, [String, Set]}, {string, take, [String, Set, {one_of, [{just, true}, {just, false}]}, Side]},
     {string, prefix, [String, Part]}, {string, find, [String, Part]}, {string, find, [String, Part, Side]}, {string, split, [String, Part]}, {string, split, [String, Part, Where]},
     {string, replace, [String, Part, Part]}, {string, replace, [String, Part, word, Where]}, {string, lexemes, [String, Set]}, {string, nth_lexeme, [String, {range, 1, 4}, Set]},
     {string, len, [Word]}, {string, concat, [Word, Word]}, {string, chr, [Word, {range, $a, $c}]}, {string, rchr, [Word, {range, $a, $c}]}, {string, str, [Word, {list, 2, {range, $a, $b}}]},
     {string, rstr, [Word, {list, 2, {range, $a, $b}}]}, {string, span, [Word, Set]}, {string, cspan, [Word, Set]}, {string, substr, [Word, Count]}, {string, substr, [Word, Count, Count]},
     {string, tokens, [Word, Set]}, {string, join, [{list, 3, word}, word]}, {string, chars, [{just, $a}, Count]}, {string, chars, [{just, $a}, Count, word]}, {string, copies, [word, Count]},
     {string, words, [Word]}, {string, words, [Word, {just, $a}]}, {string, sub_word, [Word, {range, 1, 3}]}, {string, sub_word, [Word, {range, 1, 3}, {just, $a}]}, {string, strip, [Word]},
     {string, strip, [Word, {one_of, [{just, left}, {just, right}, {just, both}]}]}, {string, strip, [Word, {one_of, [{just, left}, {just, right}, {just, both}]}, {just, $a}]},
     {string, left, [Word, Count]}, {string, left, [Word, Count, {just, $x}]}, {string, right, [Word, Count]}, {string, right, [Word, Count, {just, $x}]},
     {string, centre, [Word, Count]}, {string, centre, [Word, Count, {just, $x}]}, {string, sub_string, [Word, {range, 1, 4}]}, {string, sub_string, [Word, {range, 1, 3}, {range, 3, 6}]},
     {string, to_upper, [{one_of, [string, {range, 0, 255}]}]}, {string, to_lower, [{one_of, [string, {range, 0, 255}]}]}].

collection_cases() ->
    Queue = {one_of, [{make, [{list, 8, {tuple, [{one_of, [{just, in}, {just, in_r}, {just, in}, {just, out}, {just, out_r}]}, small]}}], fun made_queue/1}, {make, [flat], fun queue:from_list/1}]},
    BadQueue = {one_of, [Queue, Queue, Queue, bad]},
    Predicate = {one_of, [predicate, {just, foo}]},
    Set = {one_of, [usorted, {just, []}]},
    Dictionary = {make, [pairs], fun orddict:from_list/1},
    Change = {one_of, [fun1, {just, foo}]},
    [{queue, F, [BadQueue]} || F <- [is_queue, is_empty, len, to_list, out, out_r, get, get_r, peek, peek_r, drop, drop_r, reverse, head, tail, last, daeh, init, liat, lait]] ++
    [{queue, F, [small, BadQueue]} || F <- [in, in_r, member, delete, delete_r, cons, split]] ++
    [{queue, F, [Predicate, BadQueue]} || F <- [any, all, delete_with, delete_with_r, filter]] ++
    [{queue, new, []}, {queue, from_list, [{one_of, [flat, bad]}]}, {queue, join, [BadQueue, BadQueue]}, {queue, snoc, [BadQueue, small]},
     {queue, filter, [{just, fun(X) -> [X, X] end}, Queue]}, {queue, filtermap, [{just, fun(X) -> lists:nth(1 + erlang:phash2(X, 3), [true, false, {true, a}]) end}, BadQueue]},
     {queue, fold, [{just, fun(X, A) -> [X | A] end}, {just, []}, BadQueue]}] ++
    [{ordsets, F, [key, Set]} || F <- [is_element, add_element, del_element]] ++ [{ordsets, F, [Set, Set]} || F <- [union, intersection, is_disjoint, subtract, is_subset]] ++
    [{ordsets, F, [{list, 3, Set}]} || F <- [union, intersection]] ++ [{ordsets, F, [{one_of, [Set, flat, bad]}]} || F <- [is_set, size, is_empty, to_list, from_list]] ++
    [{ordsets, filter, [predicate, Set]}, {ordsets, fold, [fun2, key, Set]}, {ordsets, new, []}] ++
    [{orddict, F, [key, Dictionary]} || F <- [is_key, fetch, find, erase, take]] ++ [{orddict, F, [key, small, Dictionary]} || F <- [store, update_counter]] ++
    [{orddict, F, [{one_of, [pairs, bad]}]} || F <- [from_list]] ++ [{orddict, F, [Dictionary]} || F <- [to_list, size, is_empty, fetch_keys]] ++
    [{orddict, update, [key, Change, Dictionary]}, {orddict, update, [key, Change, small, Dictionary]}, {orddict, append, [key, small, {just, [{1, [a]}, {b, [c]}]}]},
     {orddict, append_list, [key, flat, {just, [{1, [a]}, {b, [c]}]}]}, {orddict, fold, [{just, fun(K, V, A) -> [{K, V} | A] end}, {just, []}, Dictionary]}, {orddict, new, []},
     {orddict, map, [fun2, Dictionary]}, {orddict, filter, [{just, fun(K, V) -> erlang:phash2({K, V}, 2) =:= 0 end}, Dictionary]},
     {orddict, merge, [{just, fun(K, A, B) -> {K, A, B} end}, Dictionary, Dictionary]}].

made_queue(Steps) ->
    lists:foldl(fun({in, X}, Queue) -> queue:in(X, Queue);
                   ({in_r, X}, Queue) -> queue:in_r(X, Queue);
                   ({Out, _}, Queue) -> element(2, queue:Out(Queue))
                end, queue:new(), Steps).

proplists_cases() ->
    Key = {one_of, [{just, a}, {just, b}, {just, c}, {just, 1}]},
    Property = {one_of, [Key, {tuple, [Key, {one_of, [{just, true}, {just, false}, small]}]}, {tuple, [Key, small, small]}, {just, "x"}, {tuple, [Key]}]},
    List = {list, 7, Property},
    Pairs = {list, 2, {tuple, [{one_of, [{just, a}, {just, b}]}, {one_of, [{just, c}, {just, d}]}]}},
    Expansions = {list, 2, {tuple, [{one_of, [{just, a}, {just, b}, {just, {a, false}}, {just, {a, true}}]}, {list, 2, {one_of, [{just, c}, {just, {a, 1}}]}}]}},
    [{proplists, F, [Key, List]} || F <- [get_value, get_bool, get_all_values, append_values, is_defined, lookup, lookup_all, delete]] ++
    [{proplists, F, [List]} || F <- [unfold, compact, to_map]] ++ [{proplists, property, [Property]}, {proplists, property, [Key, {one_of, [{just, true}, small]}]},
     {proplists, get_value, [Key, List, small]}, {proplists, split, [List, {list, 2, Key}]}, {proplists, substitute_aliases, [Pairs, List]},
     {proplists, substitute_negations, [Pairs, List]}, {proplists, expand, [Expansions, List]}, {proplists, from_map, [map]},
     {proplists, normalize, [List, {list, 3, {one_of, [{tuple, [{just, aliases}, Pairs]}, {tuple, [{just, negations}, Pairs]}, {tuple, [{just, expand}, Expansions]}]}}]},
     {proplists, to_map, [List, {list, 1, {tuple, [{just, aliases}, Pairs]}}]}].

base64_cases() ->
    Text = {make, [{list, 9, {one_of, [{range, $A, $Z}, {range, $a, $z}, {range, $0, $9}, {just, $+}, {just, $/}, {just, $=}, {just, $\s}, {just, $\n}]}}, {one_of, [{just, "="}, {just, "=="}, {just, ""}]}],
            fun(A, B) -> A ++ B end},
    Good = {make, [binary], fun base64:encode/1},
    Any = {one_of, [Text, Good, {make, [Text], fun list_to_binary/1}, {make, [Good, small], fun(B, N) -> binary:part(B, 0, max(0, byte_size(B) - N)) end}]},
    [{base64, F, [{one_of, [binary, string, bad]}]} || F <- [encode, encode_to_string]] ++ [{base64, F, [Any]} || F <- [decode, decode_to_string]] ++
    [{base64, F, [Good]} || F <- [mime_decode, mime_decode_to_string]].

tree_cases() ->
    Tree = {make, [{list, 40, {tuple, [{one_of, [{just, enter}, {just, enter}, {just, delete_any}]}, {range, 1, 60}]}}], fun made_tree/1},
    Ascending = {make, [{range, 0, 60}], fun(N) -> lists:foldl(fun(K, T) -> gb_trees:insert(K, -K, T) end, gb_trees:empty(), lists:seq(1, N)) end},
    Any = {one_of, [Tree, Ascending]},
    Set = {one_of, [{make, [{list, 30, {range, 1, 60}}], fun gb_sets:from_list/1}, {make, [{range, 0, 40}], fun(N) -> lists:foldl(fun gb_sets:add/2, gb_sets:new(), lists:seq(1, N)) end}]},
    Key = {range, 1, 60},
    [{gb_trees, F, [Any]} || F <- [is_empty, size, balance, to_list, keys, values, smallest, largest, take_smallest, take_largest, iterator]] ++
    [{gb_trees, F, [Key, Any]} || F <- [lookup, get, is_defined, delete, delete_any, take, take_any, iterator_from]] ++
    [{gb_trees, F, [Key, small, Any]} || F <- [insert, update, enter]] ++
    [{gb_trees, map, [fun2, Any]}, {gb_trees, from_orddict, [{make, [pairs], fun orddict:from_list/1}]}, {gb_trees, empty, []}, {gb_trees, next, [{make, [Any], fun gb_trees:iterator/1}]}] ++
    [{gb_sets, F, [Set]} || F <- [is_empty, size, balance, to_list, smallest, largest, take_smallest, take_largest, iterator, is_set]] ++
    [{gb_sets, F, [Key, Set]} || F <- [is_member, is_element, insert, add, add_element, delete, delete_any, del_element, iterator_from]] ++
    [{gb_sets, F, [Set, Set]} || F <- [union, intersection, is_disjoint, difference, subtract, is_subset]] ++ [{gb_sets, F, [{list, 3, Set}]} || F <- [union, intersection]] ++
    [{gb_sets, filter, [predicate, Set]}, {gb_sets, fold, [fun2, {just, []}, Set]}, {gb_sets, from_list, [flat]}, {gb_sets, from_ordset, [usorted]},
     {gb_sets, singleton, [key]}, {gb_sets, empty, []}, {gb_sets, new, []}, {gb_sets, next, [{make, [Set], fun gb_sets:iterator/1}]}].

made_tree(Steps) ->
    lists:foldl(fun({enter, Key}, Tree) -> gb_trees:enter(Key, -Key, Tree);
                   ({delete_any, Key}, Tree) -> gb_trees:delete_any(Key, Tree)
                end, gb_trees:empty(), Steps).

array_cases() ->
    Index = {one_of, [{range, 0, 12}, {range, 0, 130}, {just, -1}, {just, a}]},
    Array = {one_of, [{make, [{list, 130, small}], fun array:from_list/1}, {make, [pairs_of_index], fun array:from_orddict/1},
                      {make, [{range, 0, 120}], fun(N) -> array:new(N) end}, {make, [{range, 0, 120}, {list, 30, small}], fun(N, L) -> array:resize(N, array:from_list(L, 0)) end}, {just, foo}]},
    Fun2 = {one_of, [fun2, {just, foo}]},
    Fun3 = {one_of, [{just, fun(I, V, A) -> [{I, V} | A] end}, {just, foo}]},
    Option = {one_of, [{range, -1, 120}, {just, fixed}, {just, {fixed, false}}, {just, {default, 0}}, {tuple, [{just, size}, {range, 0, 120}]}, {just, foo}]},
    [{array, F, [Array]} || F <- [is_array, size, default, is_fix, fix, relax, resize, to_list, sparse_to_list, to_orddict, sparse_to_orddict, sparse_size]] ++
    [{array, F, [Index, Array]} || F <- [get, reset, resize]] ++ [{array, set, [Index, small, Array]}, {array, new, []}, {array, new, [{list, 3, Option}]}, {array, new, [Option]},
     {array, new, [{range, 0, 30}, Option]}, {array, from_list, [{one_of, [flat, bad]}]}, {array, from_list, [{list, 200, small}, small]}, {array, from_orddict, [{one_of, [pairs_of_index, bad]}]},
     {array, from_orddict, [pairs_of_index, small]}, {array, map, [Fun2, Array]}, {array, sparse_map, [Fun2, Array]}] ++
    [{array, F, [Fun3, {just, []}, Array]} || F <- [foldl, foldr, sparse_foldl, sparse_foldr]].

binary_cases() ->
    Binary = {one_of, [{make, [{list, 12, {range, $a, $c}}], fun list_to_binary/1}, {make, [{list, 12, {range, $a, $c}}], fun list_to_binary/1}, binary, bad]},
    Short = {make, [{list, 2, {range, $a, $c}}], fun list_to_binary/1},
    Pattern = {one_of, [Short, Short, {list, 3, Short}, bad]},
    Place = {one_of, [{range, -1, 12}, {range, 0, 5}]},
    Part = {one_of, [{tuple, [Place, {range, -5, 8}]}, bad]},
    Options = {one_of, [{just, []}, {list, 2, {one_of, [{tuple, [{just, scope}, {tuple, [{range, 0, 6}, {range, -2, 6}]}]}, {just, foo}]}}]},
    Splits = {one_of, [{just, []}, {list, 3, {one_of, [{just, global}, {just, global}, {just, trim}, {just, trim_all}, {tuple, [{just, scope}, {tuple, [{range, 0, 6}, {range, -2, 6}]}]}]}}]},
    Replacing = {one_of, [{just, []}, {just, [global]}, {list, 2, {one_of, [{just, global}, {tuple, [{just, insert_replaced}, {one_of, [{range, 0, 3}, {list, 2, {range, 0, 2}}]}]}]}}]},
    [{binary, F, [Binary]} || F <- [bin_to_list, first, last, encode_hex, decode_hex, decode_unsigned]] ++ [{binary, F, [Binary, Place]} || F <- [at]] ++
    [{binary, F, [Binary, Part]} || F <- [part, bin_to_list]] ++ [{binary, F, [Binary, Place, {range, -5, 8}]} || F <- [part, bin_to_list]] ++
    [{binary, F, [{one_of, [{list, 3, Binary}, bad]}]} || F <- [longest_common_prefix, longest_common_suffix, list_to_bin]] ++
    [{binary, encode_unsigned, [{one_of, [integer, {range, 0, 100000}, bad]}]}, {binary, encode_unsigned, [integer, {one_of, [{just, big}, {just, little}, {just, foo}]}]},
     {binary, decode_unsigned, [Binary, {one_of, [{just, big}, {just, little}, {just, foo}]}]}, {binary, decode_hex, [{make, [{list, 6, {one_of, [{range, $0, $9}, {range, $A, $F}, {range, $a, $g}]}}], fun list_to_binary/1}]}] ++
    [{binary, F, [Binary, Pattern]} || F <- [match, matches, split]] ++ [{binary, F, [Binary, Pattern, Options]} || F <- [match, matches]] ++
    [{binary, split, [Binary, Pattern, Splits]}, {binary, replace, [Binary, Pattern, Short]}, {binary, replace, [Binary, Pattern, Short, Replacing]}].

calendar_cases() ->
    Date = {one_of, [{tuple, [{range, 0, 3000}, {range, 1, 12}, {range, 1, 28}]}, {tuple, [{range, 1999, 2005}, {range, 0, 13}, {range, 0, 32}]}]},
    Good = {tuple, [{range, 0, 3000}, {range, 1, 12}, {range, 1, 28}]},
    Time = {tuple, [{range, 0, 23}, {range, 0, 59}, {range, 0, 59}]},
    DateTime = {tuple, [Good, Time]},
    Unit = {one_of, [{just, second}, {just, millisecond}, {just, microsecond}, {just, nanosecond}]},
    Text = {one_of, [{just, T} || T <- ["2018-02-01T16:17:58+01:00", "2018-02-01 15:18:02.088Z", "2018-02-01T16:17:58.123456-05:30", "1899-12-31T23:59:59Z", "2018-02-01t16:17:58z", "foo", "2018-02-01T16:17:58"]]},
    [{calendar, F, [Date]} || F <- [date_to_gregorian_days, day_of_the_week, valid_date, iso_week_number]] ++
    [{calendar, F, [DateTime]} || F <- [datetime_to_gregorian_seconds]] ++ [{calendar, gregorian_days_to_date, [{range, 0, 1000000}]}, {calendar, gregorian_days_to_date, [{range, 0, 1000}]},
     {calendar, gregorian_seconds_to_datetime, [{range, 0, 100000000000}]}, {calendar, is_leap_year, [{range, 0, 3000}]}, {calendar, last_day_of_the_month, [{range, 0, 3000}, {range, 0, 13}]},
     {calendar, seconds_to_daystime, [{range, -1000000, 1000000}]}, {calendar, seconds_to_time, [{range, -10, 90000}]}, {calendar, time_to_seconds, [Time]}, {calendar, time_difference, [DateTime, DateTime]},
     {calendar, now_to_datetime, [{tuple, [{range, 0, 2000}, {range, 0, 999999}, {range, 0, 999999}]}]}, {calendar, system_time_to_universal_time, [{range, 0, 2000000000000}, Unit]},
     {calendar, rfc3339_to_system_time, [Text]}, {calendar, rfc3339_to_system_time, [Text, {list, 1, {tuple, [{just, unit}, Unit]}}]},
     {calendar, system_time_to_rfc3339, [{range, -1000000, 2000000000000}, {list, 1, {tuple, [{just, unit}, Unit]}}]},
     {calendar, system_time_to_rfc3339, [{range, 0, 2000000000}, {make, [{one_of, [{just, "Z"}, {just, "+05:00"}, {just, "-01:30"}, {just, 3600}, {just, 0}]}], fun(O) -> [{offset, O}, {time_designator, $\s}] end}]},
     {calendar, day_of_the_week, [{range, 0, 3000}, {range, 1, 12}, {range, 1, 28}]}, {timer, now_diff, [{tuple, [small, small, small]}, {tuple, [small, small, small]}]},
     {timer, hms, [small, small, small]}, {timer, seconds, [small]}, {timer, minutes, [small]}, {timer, hours, [small]}, {math, pi, []}].

%% Tables that processes share: what of it is not native.
%%
%% Invariant: a walk over a table keeps it fixed until it ends, however it ends.
%%
%% Absent on purpose: what is for a shell (i/0,1,2,3), query list comprehensions (table/1,2) and dets.
-module(ets).

-export([all/0, delete_all_objects/1, foldl/3, foldr/3, fun2ms/1, init_table/2, match_delete/2, match_spec_run/2,
         repair_continuation/2, select_delete/2, tab2list/1, test_ms/2]).
-export([tab2file/2, tab2file/3, file2tab/1, file2tab/2, tabfile_info/1]).
-export([delete/1, delete/2, delete_object/2, first/1, first_lookup/1, give_away/3, info/1, info/2, insert/2,
         insert_new/2, internal_delete_all/2, internal_request_all/0, internal_select_delete/2, is_compiled_ms/1, last/1,
         last_lookup/1, lookup/2, lookup_element/3, lookup_element/4, match/1, match/2, match/3, match_object/1,
         match_object/2, match_object/3, match_spec_compile/1, match_spec_run_r/3, member/2, new/2, next/2,
         next_lookup/2, prev/2, prev_lookup/2, rename/2, safe_fixtable/2, select/1, select/2, select/3, select_count/2,
         select_replace/2, select_reverse/1, select_reverse/2, select_reverse/3, setopts/2, slot/2, take/2,
         update_counter/3, update_counter/4, update_element/3, update_element/4, whereis/1]).

-define(EVERYTHING, [{'_', [], [true]}]).

all() ->
    Reference = ets:internal_request_all(),
    receive {Reference, Tables} -> Tables end.

delete_all_objects(Table) ->
    _ = ets:internal_delete_all(Table, undefined),
    true.

select_delete(Table, ?EVERYTHING) -> ets:internal_delete_all(Table, undefined);
select_delete(Table, Spec) -> ets:internal_select_delete(Table, Spec).

match_delete(Table, Pattern) ->
    _ = select_delete(Table, [{Pattern, [], [true]}]),
    true.

tab2list(Table) -> ets:match_object(Table, '_').

%% Walks.

foldl(Function, Start, Table) ->
    fixed(Table, fun(Own) -> up(Function, Start, ets:first_lookup(Own), Own) end).

up(_, Result, '$end_of_table', _) -> Result;
up(Function, Result, {Key, Objects}, Table) ->
    After = lists:foldl(Function, Result, Objects),
    up(Function, After, ets:next_lookup(Table, Key), Table).

foldr(Function, Start, Table) ->
    fixed(Table, fun(Own) -> down(Function, Start, ets:last_lookup(Own), Own) end).

down(_, Result, '$end_of_table', _) -> Result;
down(Function, Result, {Key, Objects}, Table) ->
    After = lists:foldr(Function, Result, Objects),
    down(Function, After, ets:prev_lookup(Table, Key), Table).

%% A name may be another table's before the walk is over; a reference is not.
fixed(Table, Walk) ->
    Own = reference(Table),
    true = ets:safe_fixtable(Own, true),
    try
        Walk(Own)
    after
        catch ets:safe_fixtable(Own, false)
    end.

reference(Name) when is_atom(Name) ->
    case ets:whereis(Name) of
        undefined -> Name;
        Reference -> Reference
    end;
reference(Table) -> Table.

init_table(Table, Function) ->
    delete_all_objects(Table),
    filled(Table, Function(read)).

filled(_, end_of_input) -> true;
filled(Table, {Objects, Next}) when is_list(Objects), is_function(Next) ->
    try
        lists:foreach(fun(Object) -> ets:insert(Table, Object) end, Objects)
    catch
        error:Reason:Trace ->
            catch Next(close),
            exit({Reason, Trace})
    end,
    filled(Table, Next(read));
filled(_, Problem) -> exit(Problem).

%% Match specifications.

fun2ms(Function) when is_function(Function) ->
    exit({badarg, {?MODULE, fun2ms, [function, called, with, real, 'fun', should, be, transformed, with, parse_transform,
                                     'or', called, with, a, 'fun', generated, in, the, shell]}}).

match_spec_run(List, Compiled) -> lists:reverse(ets:match_spec_run_r(List, Compiled, [])).

test_ms(Term, Spec) ->
    case erlang:match_spec_test(Term, Spec, table) of
        {ok, Result, _, _} -> {ok, Result};
        {error, _} = Error -> Error
    end.

repair_continuation('$end_of_table', _) -> '$end_of_table';
repair_continuation({_, _, _, _, Compiled, _, _, _} = Walk, Spec) -> repaired(Walk, 5, Compiled, Spec);
repair_continuation({_, _, _, Compiled, _, _} = Walk, Spec) -> repaired(Walk, 4, Compiled, Spec).

repaired(Walk, Place, Compiled, Spec) ->
    case ets:is_compiled_ms(Compiled) of
        true -> Walk;
        false -> setelement(Place, Walk, ets:match_spec_compile(Spec))
    end.

%% Files: a term of what is needed to make the table again, and of its objects.

tab2file(Table, File) -> tab2file(Table, File, []).

tab2file(Table, File, _Options) ->
    case ets:info(Table) of
        undefined ->
            {error, badtab};
        Facts ->
            file:write_file(File, term_to_binary({?MODULE, 1, maps:from_list(Facts), tab2list(Table)}))
    end.

file2tab(File) -> file2tab(File, []).

file2tab(File, _Options) ->
    case contents(File) of
        {ok, #{name := Name, type := Type, protection := Protection, keypos := Position} = Facts, Objects} ->
            Named = [named_table || maps:get(named_table, Facts)],
            try
                Table = ets:new(Name, [Type, Protection, {keypos, Position} | Named]),
                true = ets:insert(Table, Objects),
                {ok, Table}
            catch
                error:badarg -> {error, cannot_create_table}
            end;
        Error ->
            Error
    end.

tabfile_info(File) ->
    case contents(File) of
        {ok, Facts, Objects} ->
            Told = [name, type, protection, named_table, keypos],
            {ok, [{Key, maps:get(Key, Facts)} || Key <- Told] ++ [{size, length(Objects)}]};
        Error ->
            Error
    end.

contents(File) ->
    case file:read_file(File) of
        {ok, Bytes} ->
            try binary_to_term(Bytes) of
                {?MODULE, 1, Facts, Objects} -> {ok, Facts, Objects};
                _ -> {error, badfile}
            catch
                error:badarg -> {error, badfile}
            end;
        {error, Reason} ->
            {error, {read_error, Reason}}
    end.

%% Native functions.

delete(_Table) -> erlang:nif_error(undef).
delete(_Table, _Key) -> erlang:nif_error(undef).
delete_object(_Table, _Object) -> erlang:nif_error(undef).
first(_Table) -> erlang:nif_error(undef).
first_lookup(_Table) -> erlang:nif_error(undef).
give_away(_Table, _Pid, _Data) -> erlang:nif_error(undef).
info(_Table) -> erlang:nif_error(undef).
info(_Table, _Item) -> erlang:nif_error(undef).
insert(_Table, _Objects) -> erlang:nif_error(undef).
insert_new(_Table, _Objects) -> erlang:nif_error(undef).
internal_delete_all(_Table, _Undefined) -> erlang:nif_error(undef).
internal_request_all() -> erlang:nif_error(undef).
internal_select_delete(_Table, _Spec) -> erlang:nif_error(undef).
is_compiled_ms(_Term) -> erlang:nif_error(undef).
last(_Table) -> erlang:nif_error(undef).
last_lookup(_Table) -> erlang:nif_error(undef).
lookup(_Table, _Key) -> erlang:nif_error(undef).
lookup_element(_Table, _Key, _Position) -> erlang:nif_error(undef).
lookup_element(_Table, _Key, _Position, _Default) -> erlang:nif_error(undef).
match(_Walk) -> erlang:nif_error(undef).
match(_Table, _Pattern) -> erlang:nif_error(undef).
match(_Table, _Pattern, _Limit) -> erlang:nif_error(undef).
match_object(_Walk) -> erlang:nif_error(undef).
match_object(_Table, _Pattern) -> erlang:nif_error(undef).
match_object(_Table, _Pattern, _Limit) -> erlang:nif_error(undef).
match_spec_compile(_Spec) -> erlang:nif_error(undef).
match_spec_run_r(_List, _Compiled, _Done) -> erlang:nif_error(undef).
member(_Table, _Key) -> erlang:nif_error(undef).
new(_Name, _Options) -> erlang:nif_error(undef).
next(_Table, _Key) -> erlang:nif_error(undef).
next_lookup(_Table, _Key) -> erlang:nif_error(undef).
prev(_Table, _Key) -> erlang:nif_error(undef).
prev_lookup(_Table, _Key) -> erlang:nif_error(undef).
rename(_Table, _Name) -> erlang:nif_error(undef).
safe_fixtable(_Table, _Fix) -> erlang:nif_error(undef).
select(_Walk) -> erlang:nif_error(undef).
select(_Table, _Spec) -> erlang:nif_error(undef).
select(_Table, _Spec, _Limit) -> erlang:nif_error(undef).
select_count(_Table, _Spec) -> erlang:nif_error(undef).
select_replace(_Table, _Spec) -> erlang:nif_error(undef).
select_reverse(_Walk) -> erlang:nif_error(undef).
select_reverse(_Table, _Spec) -> erlang:nif_error(undef).
select_reverse(_Table, _Spec, _Limit) -> erlang:nif_error(undef).
setopts(_Table, _Options) -> erlang:nif_error(undef).
slot(_Table, _Number) -> erlang:nif_error(undef).
take(_Table, _Key) -> erlang:nif_error(undef).
update_counter(_Table, _Key, _Increments) -> erlang:nif_error(undef).
update_counter(_Table, _Key, _Increments, _Default) -> erlang:nif_error(undef).
update_element(_Table, _Key, _Elements) -> erlang:nif_error(undef).
update_element(_Table, _Key, _Elements, _Default) -> erlang:nif_error(undef).
whereis(_Name) -> erlang:nif_error(undef).

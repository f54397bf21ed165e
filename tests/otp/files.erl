%% Files: whole, open, of terms, and sources that the compiler reads.
-module(files).
-export([start/0]).

start() ->
    ok = file:make_dir("files.tmp"),
    try whole(), open(), terms(), sources() after clean() end,
    show(gone, [filelib:is_dir("files.tmp"), file:read_file("files.tmp/a")]),
    ok.

clean() ->
    {ok, Names} = file:list_dir("files.tmp"),
    [ok = file:delete(filename:join("files.tmp", Name)) || Name <- Names],
    ok = file:del_dir("files.tmp").

whole() ->
    show(write, [file:write_file("files.tmp/a", ["one\n", <<"two\n">>]), file:write_file("files.tmp/a", "three", [append])]),
    show(read, [file:read_file("files.tmp/a"), file:read_file(<<"files.tmp/a">>), file:read_file("files.tmp")]),
    show(errors, [file:read_file("files.tmp/none"), file:make_dir("files.tmp"), file:list_dir("none"), file:delete("files.tmp/none"),
                  file:write_file("none/a", "x"), file:format_error(enoent), file:del_dir("files.tmp")]),
    show(names, file:list_dir("files.tmp")),
    show(rename, [file:rename("files.tmp/a", "files.tmp/b"), file:list_dir("files.tmp"), file:copy("files.tmp/b", "files.tmp/a")]),
    show(filelib, [filelib:is_regular("files.tmp/a"), filelib:is_dir("files.tmp"), filelib:file_size("files.tmp/a"),
                   filelib:wildcard("files.tmp/*"), filelib:ensure_dir("files.tmp/x"), filelib:is_file("files.tmp/none")]).

open() ->
    {ok, Out} = file:open("files.tmp/lines", [write, {encoding, utf8}]),
    ok = io:format(Out, "~ts~n~p.~n", ["für", {a, [1, 2]}]),
    ok = file:close(Out),
    {ok, In} = file:open("files.tmp/lines", [read, {encoding, unicode}]),
    show(line, io:get_line(In, "")),
    show(term, io:read(In, "")),
    show(rest, [io:get_line(In, ""), io:get_line(In, ""), io:get_chars(In, "", 3)]),
    show(again, [file:position(In, bof), io:get_chars(In, "", 3)]),
    ok = file:close(In),
    {ok, Bytes} = file:open("files.tmp/lines", [read, binary]),
    show(binary, [file:read(Bytes, 3), file:read_line(Bytes), file:pread(Bytes, 1, 4), file:position(Bytes, {eof, -3}), file:read(Bytes, 100),
                  file:read(Bytes, 1)]),
    ok = file:close(Bytes),
    {ok, Both} = file:open("files.tmp/a", [read, write]),
    show(update, [file:read(Both, 4), file:write(Both, "TWO"), file:position(Both, cur), file:pwrite(Both, 0, <<"ONE">>)]),
    ok = file:close(Both),
    show(updated, file:read_file("files.tmp/a")),
    show(refused, [file:open("files.tmp/none", [read]), file:open("files.tmp/a", [write, exclusive])]).

terms() ->
    ok = file:write_file("files.tmp/terms", "{a, 1}.\n%% a comment\n[b,\n \"c\"].\n"),
    show(consult, file:consult("files.tmp/terms")),
    ok = file:write_file("files.tmp/bad", "{a, 1}.\n{b, }.\n"),
    show(bad, file:consult("files.tmp/bad")),
    ok = file:write_file("files.tmp/script", "X = 20,\nX + 1.\n"),
    show(script, file:script("files.tmp/script")).

sources() ->
    ok = file:write_file("files.tmp/def.hrl", "-define(TWICE(X), (2 * (X))).\n-record(r, {n = 1}).\n"),
    ok = file:write_file("files.tmp/source.erl",
        "-module(source).\n-export([f/1]).\n-include(\"def.hrl\").\n-ifdef(DEBUG).\nf(_) -> debug.\n-else.\n"
        "f(#r{n = N}) -> {?TWICE(N), ?MODULE, ?LINE}.\n-endif.\n"),
    {ok, source} = compile:file("files.tmp/source", [{outdir, "files.tmp"}, deterministic, nowarn_unused_type]),
    {module, source} = code:load_abs("files.tmp/source"),
    show(compiled, source:f({r, 21})),
    {ok, Forms} = epp:parse_file("files.tmp/source.erl", []),
    show(forms, length(Forms)),
    ok = file:write_file("files.tmp/wrong.erl", "-module(wrong).\n-export([f/0]).\nf() -> X.\n"),
    show(wrong, compile:file("files.tmp/wrong", [return, nowarn_unused_type])).

show(What, Value) -> io:format("~w: ~tp~n", [What, Value]).

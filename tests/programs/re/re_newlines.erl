%% Searching: newlines.
-module(re_newlines).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"a\r\nb","a$",[multiline]},
     {"a\r\nb","a$",[multiline,{newline,crlf}]},
     {"a\rb","^b",[multiline,{newline,cr}]},
     {"a\nb","^b",[multiline,{newline,cr}]},
     {"a\r\nb","^b",[multiline,{newline,any}]},
     {"a\r\nb","^b",[multiline,{newline,anycrlf}]},
     {"a\rb",".+",[{newline,cr}]},
     {"a\rb",".+",[{newline,lf}]},
     {"a\r\nb",".+",[{newline,crlf}]},
     {"a\rb",".+",[{newline,crlf}]},
     {"a\nb","b",[firstline]},
     {"ab\n","b",[firstline]},
     {"a\r\n","a$",[{newline,crlf}]},
     {"a\r\nb","(*CRLF)a$",[multiline]},
     {"a\r\nb","(*ANYCRLF)^b",[multiline]},
     {"\n\nx","^",[global,multiline]},
     {"a\r\n\r\nb","",[global,{newline,crlf}]}].

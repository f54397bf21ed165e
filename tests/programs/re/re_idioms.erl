%% Patterns as programs use them.
-module(re_idioms).
-export([start/0]).

start() ->
    lists:foreach(fun show/1, cases()),
    ok.

show({Subject, Pattern, Options}) ->
    Result = try re:run(Subject, Pattern, Options) catch Class:Reason -> {Class, Reason} end,
    io:format("~0p ~0p~n    ~0p~n", [Pattern, Options, Result]).

cases() ->
    [{"user@example.com","^([\\w.+-]+)@([\\w-]+\\.[\\w.-]+)$",[{capture,all_but_first,list}]},
     {"192.168.1.254","^(\\d{1,3})(?:\\.(\\d{1,3})){3}$",[]},
     {"2024-02-29T12:34:56Z","(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)",[{capture,all_but_first,binary}]},
     {"GET /index.html HTTP/1.1","^(GET|POST) (\\S+) HTTP/(\\d)\\.(\\d)$",[{capture,all_but_first,list}]},
     {"key = value # c","^\\s*(\\w+)\\s*=\\s*([^#]*?)\\s*(?:#.*)?$",[{capture,all_but_first,list}]},
     {"\"a\\\"b\" c","\"((?:[^\"\\\\]|\\\\.)*)\"",[{capture,all,list}]},
     {"<a href=\"x\">y</a>","<(\\w+)[^>]*>(.*?)</\\1>",[{capture,all_but_first,list}]},
     {"#ff8800","^#([[:xdigit:]]{2})([[:xdigit:]]{2})([[:xdigit:]]{2})$",[{capture,all_but_first,list}]},
     {"AT+CSQ: 17,99\r\n","\\+CSQ: (\\d+),(\\d+)",[{capture,all_but_first,binary}]},
     {"$GPGGA,123519,4807.038,N*47","^\\$(\\w{5}),([^*]*)\\*([0-9A-F]{2})",[{capture,all_but_first,list}]},
     {"a,b,\"c,d\",e","(?:^|,)(\"[^\"]*\"|[^,]*)",[global,{capture,[1],list}]},
     {"-12.5e+3","^[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?$",[]},
     {"temp=23.5C","(?<k>\\w+)=(?<v>[\\d.]+)(?<u>[CF])",[{capture,[k,v,u],binary}]}].

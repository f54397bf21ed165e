%% Fifty words matched as binaries, as lists and as prefixes.
-module(text_tables).
-export([start/0]).

start() ->
    erlang:display([bytes(B) || B <- [<<"append">>, <<"halt">>, <<"post">>, <<"pos">>, <<"posts">>, <<>>, halt]]),
    erlang:display([text(T) || T <- ["append", "halt", "post", "pos", "posts", "", halt]]),
    erlang:display([prefix(B) || B <- [<<"append x">>, <<"haltnow">>, <<"post ">>, <<"pos">>, <<"copy">>]]),
    erlang:display(lists:sum([bytes(list_to_binary(T)) || T <- words()])),
    erlang:display(lists:sum([text(T) || T <- words()])),
    ok.

words() ->
    ["append", "apply", "attach", "block", "break", "build", "cancel", "change", "check", "clear", "close",
     "commit", "copy", "create", "delete", "deploy", "describe", "detach", "diff", "disable", "edit",
     "enable", "exit", "export", "fetch", "find", "flush", "format", "freeze", "get", "grant", "halt", "help",
     "import", "init", "insert", "join", "kill", "label", "list", "load", "lock", "log", "merge", "move",
     "open", "pack", "pause", "ping", "post"].

bytes(<<"append">>) -> 0; bytes(<<"apply">>) -> 1; bytes(<<"attach">>) -> 2; bytes(<<"block">>) -> 3;
bytes(<<"break">>) -> 4; bytes(<<"build">>) -> 5; bytes(<<"cancel">>) -> 6; bytes(<<"change">>) -> 7;
bytes(<<"check">>) -> 8; bytes(<<"clear">>) -> 9; bytes(<<"close">>) -> 10; bytes(<<"commit">>) -> 11;
bytes(<<"copy">>) -> 12; bytes(<<"create">>) -> 13; bytes(<<"delete">>) -> 14; bytes(<<"deploy">>) -> 15;
bytes(<<"describe">>) -> 16; bytes(<<"detach">>) -> 17; bytes(<<"diff">>) -> 18; bytes(<<"disable">>) -> 19;
bytes(<<"edit">>) -> 20; bytes(<<"enable">>) -> 21; bytes(<<"exit">>) -> 22; bytes(<<"export">>) -> 23;
bytes(<<"fetch">>) -> 24; bytes(<<"find">>) -> 25; bytes(<<"flush">>) -> 26; bytes(<<"format">>) -> 27;
bytes(<<"freeze">>) -> 28; bytes(<<"get">>) -> 29; bytes(<<"grant">>) -> 30; bytes(<<"halt">>) -> 31;
bytes(<<"help">>) -> 32; bytes(<<"import">>) -> 33; bytes(<<"init">>) -> 34; bytes(<<"insert">>) -> 35;
bytes(<<"join">>) -> 36; bytes(<<"kill">>) -> 37; bytes(<<"label">>) -> 38; bytes(<<"list">>) -> 39;
bytes(<<"load">>) -> 40; bytes(<<"lock">>) -> 41; bytes(<<"log">>) -> 42; bytes(<<"merge">>) -> 43;
bytes(<<"move">>) -> 44; bytes(<<"open">>) -> 45; bytes(<<"pack">>) -> 46; bytes(<<"pause">>) -> 47;
bytes(<<"ping">>) -> 48; bytes(<<"post">>) -> 49;
bytes(_) -> -1.

text("append") -> 0; text("apply") -> 1; text("attach") -> 2; text("block") -> 3; text("break") -> 4;
text("build") -> 5; text("cancel") -> 6; text("change") -> 7; text("check") -> 8; text("clear") -> 9;
text("close") -> 10; text("commit") -> 11; text("copy") -> 12; text("create") -> 13; text("delete") -> 14;
text("deploy") -> 15; text("describe") -> 16; text("detach") -> 17; text("diff") -> 18; text("disable") -> 19;
text("edit") -> 20; text("enable") -> 21; text("exit") -> 22; text("export") -> 23; text("fetch") -> 24;
text("find") -> 25; text("flush") -> 26; text("format") -> 27; text("freeze") -> 28; text("get") -> 29;
text("grant") -> 30; text("halt") -> 31; text("help") -> 32; text("import") -> 33; text("init") -> 34;
text("insert") -> 35; text("join") -> 36; text("kill") -> 37; text("label") -> 38; text("list") -> 39;
text("load") -> 40; text("lock") -> 41; text("log") -> 42; text("merge") -> 43; text("move") -> 44;
text("open") -> 45; text("pack") -> 46; text("pause") -> 47; text("ping") -> 48; text("post") -> 49;
text(_) -> -1.

prefix(<<"append", Rest/binary>>) -> {0, Rest}; prefix(<<"apply", Rest/binary>>) -> {1, Rest};
prefix(<<"attach", Rest/binary>>) -> {2, Rest}; prefix(<<"block", Rest/binary>>) -> {3, Rest};
prefix(<<"break", Rest/binary>>) -> {4, Rest}; prefix(<<"build", Rest/binary>>) -> {5, Rest};
prefix(<<"cancel", Rest/binary>>) -> {6, Rest}; prefix(<<"change", Rest/binary>>) -> {7, Rest};
prefix(<<"check", Rest/binary>>) -> {8, Rest}; prefix(<<"clear", Rest/binary>>) -> {9, Rest};
prefix(<<"close", Rest/binary>>) -> {10, Rest}; prefix(<<"commit", Rest/binary>>) -> {11, Rest};
prefix(<<"copy", Rest/binary>>) -> {12, Rest}; prefix(<<"create", Rest/binary>>) -> {13, Rest};
prefix(<<"delete", Rest/binary>>) -> {14, Rest}; prefix(<<"deploy", Rest/binary>>) -> {15, Rest};
prefix(<<"describe", Rest/binary>>) -> {16, Rest}; prefix(<<"detach", Rest/binary>>) -> {17, Rest};
prefix(<<"diff", Rest/binary>>) -> {18, Rest}; prefix(<<"disable", Rest/binary>>) -> {19, Rest};
prefix(<<"edit", Rest/binary>>) -> {20, Rest}; prefix(<<"enable", Rest/binary>>) -> {21, Rest};
prefix(<<"exit", Rest/binary>>) -> {22, Rest}; prefix(<<"export", Rest/binary>>) -> {23, Rest};
prefix(<<"fetch", Rest/binary>>) -> {24, Rest}; prefix(<<"find", Rest/binary>>) -> {25, Rest};
prefix(<<"flush", Rest/binary>>) -> {26, Rest}; prefix(<<"format", Rest/binary>>) -> {27, Rest};
prefix(<<"freeze", Rest/binary>>) -> {28, Rest}; prefix(<<"get", Rest/binary>>) -> {29, Rest};
prefix(<<"grant", Rest/binary>>) -> {30, Rest}; prefix(<<"halt", Rest/binary>>) -> {31, Rest};
prefix(<<"help", Rest/binary>>) -> {32, Rest}; prefix(<<"import", Rest/binary>>) -> {33, Rest};
prefix(<<"init", Rest/binary>>) -> {34, Rest}; prefix(<<"insert", Rest/binary>>) -> {35, Rest};
prefix(<<"join", Rest/binary>>) -> {36, Rest}; prefix(<<"kill", Rest/binary>>) -> {37, Rest};
prefix(<<"label", Rest/binary>>) -> {38, Rest}; prefix(<<"list", Rest/binary>>) -> {39, Rest};
prefix(<<"load", Rest/binary>>) -> {40, Rest}; prefix(<<"lock", Rest/binary>>) -> {41, Rest};
prefix(<<"log", Rest/binary>>) -> {42, Rest}; prefix(<<"merge", Rest/binary>>) -> {43, Rest};
prefix(<<"move", Rest/binary>>) -> {44, Rest}; prefix(<<"open", Rest/binary>>) -> {45, Rest};
prefix(<<"pack", Rest/binary>>) -> {46, Rest}; prefix(<<"pause", Rest/binary>>) -> {47, Rest};
prefix(<<"ping", Rest/binary>>) -> {48, Rest}; prefix(<<"post", Rest/binary>>) -> {49, Rest};
prefix(Other) -> {none, Other}.

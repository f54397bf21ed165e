%% The machine's console: what io and the servers of the I/O protocol rest on.
%%
%% Invariant: nothing here waits; a write has left the process when it returns.
%%
%% Absent on purpose: terminal control.
-module(avm_console).

-export([is_console/1, write/1, write_error/1, request_line/0]).

%% Whether a pid is the group leader that stands for the console: what it is asked to write may be written at once.
is_console(_Pid) -> erlang:nif_error(undef).

%% Writes text; answers ok.
write(_Text) -> erlang:nif_error(undef).

%% Writes text to where errors go; answers ok.
write_error(_Text) -> erlang:nif_error(undef).

%% Asks for a line of input: {console_line, Line} comes as a message, a UTF-8 binary with its newline, or eof. Answers
%% whether the console has input.
request_line() -> erlang:nif_error(undef).

%% The machine's console: what io falls back on when there is no I/O server.
%%
%% Invariant: nothing here sends a message; a write has left the process when it returns.
%%
%% Absent on purpose: terminal control.
-module(avm_console).

-export([is_console/1, write/1, read_line/0]).

%% Whether a pid is the group leader the machine was started with, for which no process answers I/O requests.
is_console(_Pid) -> erlang:nif_error(undef).

%% Writes UTF-8 bytes; answers ok.
write(_Bytes) -> erlang:nif_error(undef).

%% A line with its newline as a UTF-8 binary, eof, or {error, Reason}; waits for it.
read_line() -> erlang:nif_error(undef).

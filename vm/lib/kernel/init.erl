%% What the program was started with, and how it is stopped.
%%
%% Absent on purpose: booting, flags of an emulator, restarting.
-module(init).

-export([get_argument/1, get_arguments/0, get_plain_arguments/0, get_status/0, stop/0, stop/1, script_id/0,
         ensure_loaded/1, wait_until_started/0, notify_when_started/1, objfile_extension/0, archive_extension/0]).

%% Flags that programs look for. There is one user, whose home is unknown where there is no environment.
get_argument(home) -> {ok, [[home()]]};
get_argument(root) -> {ok, [[code:root_dir()]]};
get_argument(progname) -> {ok, [["avm"]]};
get_argument(_) -> error.

home() ->
    try os:getenv("HOME") of
        false -> "/";
        Home -> Home
    catch
        error:undef -> "/"
    end.

get_arguments() -> [].

get_plain_arguments() -> erlang:nif_error(undef).

get_status() -> {started, started}.

script_id() -> {"avm", erlang:system_info(otp_release)}.

stop() -> stop(0).

stop(Status) -> erlang:halt(Status).

ensure_loaded(Module) -> code:ensure_loaded(Module).

wait_until_started() -> ok.

notify_when_started(Pid) ->
    Pid ! {init, started},
    ok.

objfile_extension() -> ".beam".

archive_extension() -> ".ez".

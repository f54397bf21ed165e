%% A module nothing reaches, though it, too, could be started
-module(alone).
-export([start/0]).

start() -> receive stop -> ok after 10 -> exit(late) end.

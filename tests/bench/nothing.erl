%% Nothing: what starting and ending takes.
-module(nothing).
-export([start/0]).

start() -> ok.

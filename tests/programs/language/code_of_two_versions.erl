%% Two versions of a module, made from bytes.
-module(code_of_two_versions).
-export([start/0]).

start() ->
    show(load(1)),
    P = spawn(fun() -> generations:loop() end),
    show([generations:version(), ask(P)]),
    Old = fun generations:version/0,
    Closure = generations:closure(),
    show([Old(), Closure()]),
    show(load(2)),
    show([generations:version(), Old(), Closure(), ask(P)]),
    show([erlang:check_old_code(generations), erlang:check_process_code(P, generations), erlang:check_process_code(self(), generations)]),
    show(code:soft_purge(generations)),
    P ! upgrade,
    show(ask(P)),
    show(erlang:check_process_code(P, generations)),
    Q = spawn(fun() -> receive {use, F} -> F() end end),
    show(code:purge(generations)),
    show([erlang:check_old_code(generations), is_process_alive(P), is_process_alive(Q)]),
    show(code:delete(generations)),
    show(try generations:version() catch error:R -> R end),
    show([is_process_alive(P), ask(P)]),
    M = monitor(process, P),
    show(code:purge(generations)),
    show(receive {'DOWN', M, _, _, Why} -> Why after 100 -> alive end),
    show(try Old() catch error:R2 -> R2 end),
    ok.

ask(P) -> P ! {version, self()}, receive {P, V} -> V after 100 -> none end.

load(Version) ->
    code:purge(generations),
    {module, M} = code:load_binary(generations, "generations.beam", base64:decode(beam(Version))),
    M.

%% What erlc made of a module whose version/0 says one, and one whose says two:
%% `loop() -> receive {version, From} -> From ! {self(), version()}, loop(); upgrade -> generations:loop() end.`
%% `closure() -> X = version(), fun() -> {X, version()} end.`
beam(1) ->
    "H4sIAAAAAAAAA21RzWoUQRCu7p7dTdzFdGZmWQUlQyCXxMVxERJvk5VExEQlieS4M8n0jhtne4b5keQWFMGjCAEPgh70FA+SJ/Do"
    "KfoI+wi+QaxOekGCBR/1VX1VRVX36pONOwD0Q3dleX1tIAUA2PAf2zpIlXYLQRB05mysnGnjcDmzXDxbwvAFol6PhBRZUAwSmdde"
    "iixHwhIpartxkpeZMOIkSasiiwMZGbmI+7UyjbIgFPVhEpax6A1kP5mKRNH7J55u6+7bbrtfyrbbhvtJqPb8iRgvdIKYRlQJp+Ys"
    "EMfrMIu41OwC8RoABszxRRc4B4fDMbAW75hgkafU3ADiNxz41nIMm6Str+zeG/bpaJtxZ9ZjdnMSDNXrwhcLKzpdm7O3DtgVEEAO"
    "F47Yq+YEcIe8u1aSz9dL8p2a74H88Ez2GLO/MeJk5DFLJRyX/KHmCScT/GIj7wEw3IJtFtmWOuLhMFX+LigVb0HU9H3qPyqaq/wV"
    "nRtzurJ/3uvpukmtX9VcWePSDENz5anmdLWUas4N3V/XfvzOpDraPF4bFKrmJqK5/3HX9/3Q90fDU38+Ov31qGLBDBgFiuuiCFTd"
    "61h1PqchcCGDnViEvb4ICvzTfG8Ppb+2nJOmoAIAAA==";
beam(2) ->
    "H4sIAAAAAAAAA21Rz2vUUBCeeS9tWnfR1yTLKigNBQ/+WBsXQb2lK60IrUqteNzE5m3cNpuE/NB6E0XwKELBg6CHetKD9C548OCp"
    "+if04B/gf1Dn6VuQ4sDHfDPfzDDz3tKt1YsA7HVvcWFleZhKAHDgP7b2OFfaeQIS2OzBWDnQJuBwZqG6e4XCTUKjEctUFmE1zNLS"
    "fCiLkgivHmXmepKVdSGNJMvySVkkYRobpUwGZp3HRRjJxiiL6kT2h+kgOxbLqv9PPNPR3fNeZ1CnHa8D17JI7fmNMF5olzBDmETB"
    "rDlA1+9yGz1m9QD9JoABp8VlD4QAV8AH4G3RtcDG28xaBQyaLnxsu4aDefs9v/qcv92+x4U753OnNQ2G6vVgx6aKbs8R/IULzgRI"
    "wCfntvnT1hQIF18er/HdiRo/MesV4Bff4jcp+4Migfs+t1XC9fAXs3YFTom/G/nXgdMW/E5VrKkjboxy5S+BUukWgqnvU/8xobnK"
    "H9G5MWeLW396fV03rfWjmitrHpphaK4805wt1amac1L3N7QfvzPCz6+fl4eVqjlFaG29WQ+CIAqC/dFecDa+cOa7acPsnrFD4oqs"
    "QlX3LFGdD1gEQqbh/URG/YEMK/rTcmODpN9igJHPoAIAAA==".

show(Term) -> io:format("~0p~n", [Term]).

#!/usr/bin/env escript
%% Prints the native functions that kernel, stdlib and compiler of this OTP import, one a line.
main(_) ->
    Natives = ordsets:from_list(erlang:system_info(snifs)),
    Beams = lists:append([filelib:wildcard(filename:join(code:lib_dir(Application), "ebin/*.beam")) ||
                             Application <- [kernel, stdlib, compiler, erts], is_list(code:lib_dir(Application))]),
    Imports = lists:append([element(2, hd(element(2, element(2, beam_lib:chunks(Beam, [imports]))))) || Beam <- Beams]),
    [io:format("~w:~w/~w~n", [Module, Function, Arity]) ||
        {Module, Function, Arity} <- ordsets:intersection(ordsets:from_list(Imports), Natives)].

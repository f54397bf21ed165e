%% An exception of after takes the place of the other
-module(after_overrides).
-export([start/0]).

start() ->
    show(caught(fun() -> try throw(first) after error(second) end end)),
    show(caught(fun() -> try value after throw(late) end end)),
    show(caught(fun() -> try error(one) catch error:one -> exit(two) after show(cleaning) end end)),
    show(caught(fun() -> try value of value -> throw(of_body) catch throw:of_body -> never after show(done) end end)),
    ok.

show(Term) -> io:format("~0p~n", [Term]).

caught(Fun) ->
    try
        Fun()
    catch
        Class:Reason -> {Class, Reason}
    end.

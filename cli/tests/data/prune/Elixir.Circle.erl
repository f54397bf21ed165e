%% A structure that the protocol is implemented for
-module('Elixir.Circle').
-export(['__struct__'/0]).

'__struct__'() ->
    #{}.

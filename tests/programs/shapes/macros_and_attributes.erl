%% Macros, includes of nothing, conditional code, attributes seen at run time.
-module(macros_and_attributes).
-export([start/0, 'Odd name'/0, a@b/1]).
-vsn("1.2.3").
-author(nobody).
-custom([{some, "thing"}, 5]).

-define(SQUARE(X), ((X) * (X))).
-define(TEXT(X), ??X).
-define(NAMES, [one, two]).
-ifdef(UNDEFINED_MACRO).
-define(CHOSEN, wrong).
-else.
-define(CHOSEN, right).
-endif.

-spec start() -> ok.
start() ->
    erlang:display(?SQUARE(3 + 1)),
    erlang:display(?TEXT(a + b)),
    erlang:display(?NAMES),
    erlang:display(?CHOSEN),
    erlang:display({?MODULE, ?LINE, ?FUNCTION_NAME, ?FUNCTION_ARITY}),
    erlang:display('Odd name'()),
    erlang:display(a@b(1)),
    erlang:display(lists:keyfind(custom, 1, ?MODULE:module_info(attributes))),
    erlang:display(lists:keyfind(vsn, 1, ?MODULE:module_info(attributes))),
    erlang:display(lists:sort([E || E <- ?MODULE:module_info(exports)])),
    erlang:display(?MODULE:module_info(module)),
    erlang:display(erlang:function_exported(?MODULE, start, 0)),
    erlang:display(erlang:function_exported(?MODULE, private, 0)),
    erlang:display(private()),
    ok.

'Odd name'() -> {?FUNCTION_NAME, ?FUNCTION_ARITY}.

a@b(X) -> [X, ?LINE].

private() -> 2#1010 + 16#ff + 36#z + $a + 1_000_000.

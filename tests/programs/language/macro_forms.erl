%% Macros: with arguments, strings of them, nested, conditional,.
-module(macro_forms).
-export([start/0]).

-define(TWICE(X), (X) + (X)).
-define(SHOW(X), io:format("~s = ~0p~n", [??X, X])).
-define(NAME, macro_forms).
-define(OVER(), none).
-define(OVER(A), {one, A}).
-define(OVER(A, B), {two, A, B}).
-define(APPLY(F, A), F A).
-define(LIST, [1, 2, 3]).
-define(IF(C, A, B), (case C of true -> A; false -> B end)).
-ifdef(UNDEFINED_MACRO).
which() -> defined.
-else.
which() -> undefined.
-endif.
-ifndef(NAME).
named() -> no.
-else.
named() -> yes.
-endif.
-if(?NAME =:= macro_forms).
value() -> equal.
-elif(true).
value() -> elif.
-else.
value() -> different.
-endif.
-undef(LIST).
-define(LIST, [redefined]).

start() ->
    ?SHOW(1 + 2 * 3),
    ?SHOW(?TWICE(2) * 3),
    ?SHOW(?TWICE(lists:sum([1, 2]))),
    ?SHOW({?OVER(), ?OVER(a), ?OVER(a, b)}),
    ?SHOW(?APPLY(length, ([a, b]))),
    ?SHOW(?LIST),
    ?SHOW(?IF(1 > 2, yes, no)),
    ?SHOW({which(), named(), value()}),
    ?SHOW({?MODULE, ?MODULE_STRING, ?LINE, ?FUNCTION_NAME, ?FUNCTION_ARITY}),
    ?SHOW(filename:basename(?FILE)),
    ?SHOW(?MACHINE),
    ?SHOW(is_integer(?OTP_RELEASE)),
    ?SHOW("string with \"quotes\" and \\ and ~p"),
    ?SHOW(fun(Y) -> Y end(1)),
    ?SHOW('quoted atom'),
    ?SHOW($a),
    ?SHOW(16#ff + 2#101),
    ok.

%% Erlang in Erlang: scanned, parsed, evaluated, checked, printed.
-module(parsing).
-export([start/0]).

start() ->
    [evaluate(Text) || Text <- ["1 + 2 * 3.", "[X * X || X <- lists:seq(1, 5), X rem 2 =:= 1].",
        "F = fun F(0) -> 1; F(N) -> N * F(N - 1) end, F(20).", "#{a := V} = #{a => [1, 2]}, V.",
        "<<A:4, B:4>> = <<16#5A>>, {A, B}.", "case {ok, 1} of {ok, N} when N > 0 -> positive; _ -> other end.",
        "try error(oops) catch error:R -> {caught, R} end.", "\"text\" ++ [$a].", "begin X = 1, Y = X + 1, {X, Y} end."]],
    {error, Problem, Line} = erl_scan:string("'unfinished", 7),
    io:format("~p ~p~n", [Line, erl_scan:format_error(element(3, Problem))]),
    {ok, Tokens, _} = erl_scan:string("f(X -> .", 1),
    {error, {At, Module, What}} = erl_parse:parse_exprs(Tokens),
    io:format("~p ~s~n", [At, Module:format_error(What)]),
    Forms = forms("-module(m).\n-export([f/1, g/2]).\n-record(r, {a = 1 :: integer(), b}).\n"
        "-spec f(term()) -> ok | {error, term()}.\nf(#r{a = A} = R) when A > 0; is_atom(R) -> case R of #r{b = undefined} -> ok; _ -> {error, R#r{b = 2}} end;\n"
        "f(_) -> receive {X, Y} -> X ! Y after 10 -> timeout end.\n"
        "g(A, B) -> <<A/binary, B:8/little>>, try A of _ -> B catch throw:T:S -> {T, S} after done end, [X || {X, _} <- A, X =/= B], fun g/2, fun lists:map/2, #{a => A}, ok.\n"),
    [io:put_chars(erl_pp:form(Form)) || Form <- Forms],
    {ok, Warnings} = erl_lint:module(forms("-module(w).\n-export([f/0]).\nf() -> X = 1, ok.\ng() -> ok.\n"), "w.erl"),
    [io:format("~p ~s~n", [Place, lists:flatten(M:format_error(W))]) || {_, Ws} <- Warnings, {Place, M, W} <- Ws],
    io:format("~s~n", [erl_pp:expr(erl_parse:abstract({tuple, "list", #{map => 1.5}, <<"bin">>}))]),
    io:format("~p~n", [erl_parse:normalise(erl_parse:abstract([a, {b, 2}]))]),
    ok.

evaluate(Text) ->
    {ok, Tokens, _} = erl_scan:string(Text),
    {ok, Expressions} = erl_parse:parse_exprs(Tokens),
    {value, Value, Bindings} = erl_eval:exprs(Expressions, erl_eval:new_bindings()),
    io:format("~s => ~p ~p~n", [Text, Value, [B || {B, _} <- lists:sort(erl_eval:bindings(Bindings))]]).

forms(Text) ->
    case erl_scan:tokens([], Text, 1) of
        {done, {ok, Tokens, _}, Rest} ->
            {ok, Form} = erl_parse:parse_form(Tokens),
            [Form | forms(Rest)];
        _ -> []
    end.

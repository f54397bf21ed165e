%% A compiler from expressions to stack code, and a machine that runs the code.
-module(stack_machine).
-export([start/0]).

start() ->
    Factorial = {define, f, n, {branch, {less, n, 2}, 1, {times, n, {call, f, {minus, n, 1}}}}},
    Fibonacci = {define, g, n, {branch, {less, n, 2}, n, {plus, {call, g, {minus, n, 1}}, {call, g, {minus, n, 2}}}}},
    Code = maps:from_list([compile(D) || D <- [Factorial, Fibonacci]]),
    erlang:display(maps:get(f, Code)),
    erlang:display([run(Code, f, N) || N <- [0, 1, 5, 30]]),
    erlang:display([run(Code, g, N) || N <- [0, 1, 10, 15]]),
    ok.

compile({define, Name, Parameter, Body}) -> {Name, list_to_tuple(emit(Body, Parameter) ++ [return])}.

emit(N, _) when is_integer(N) -> [{push, N}];
emit(Parameter, Parameter) -> [argument];
emit({call, Name, X}, P) -> emit(X, P) ++ [{call, Name}];
emit({branch, Test, Yes, No}, P) ->
    Then = emit(Yes, P),
    Else = emit(No, P),
    emit(Test, P) ++ [{unless, length(Then) + 1} | Then] ++ [{skip, length(Else)} | Else];
emit({Op, A, B}, P) -> emit(A, P) ++ emit(B, P) ++ [Op].

run(Code, Name, Argument) -> step(Code, map_get(Name, Code), 1, Argument, [], []).

step(All, Code, At, Argument, Stack, Frames) ->
    case {element(At, Code), Stack} of
        {{push, N}, _} -> step(All, Code, At + 1, Argument, [N | Stack], Frames);
        {argument, _} -> step(All, Code, At + 1, Argument, [Argument | Stack], Frames);
        {plus, [B, A | Rest]} -> step(All, Code, At + 1, Argument, [A + B | Rest], Frames);
        {minus, [B, A | Rest]} -> step(All, Code, At + 1, Argument, [A - B | Rest], Frames);
        {times, [B, A | Rest]} -> step(All, Code, At + 1, Argument, [A * B | Rest], Frames);
        {less, [B, A | Rest]} -> step(All, Code, At + 1, Argument, [A < B | Rest], Frames);
        {{unless, N}, [false | Rest]} -> step(All, Code, At + N + 1, Argument, Rest, Frames);
        {{unless, _}, [true | Rest]} -> step(All, Code, At + 1, Argument, Rest, Frames);
        {{skip, N}, _} -> step(All, Code, At + N + 1, Argument, Stack, Frames);
        {{call, Name}, [X | Rest]} ->
            step(All, map_get(Name, All), 1, X, Rest, [{Code, At + 1, Argument} | Frames]);
        {return, [Result]} when Frames =:= [] -> Result;
        {return, _} ->
            [{Caller, Next, Saved} | Older] = Frames,
            step(All, Caller, Next, Saved, Stack, Older)
    end.

%% A two-pass assembler and the machine that runs what it made, with a stack.
-module(assembler_and_machine).
-export([start/0]).

start() ->
    Programs = [["push 5", "loop:", "dup", "print", "push 1", "sub", "dup", "jnz loop", "halt"],
                ["push 10", "call fact", "print", "halt", "fact:", "dup", "jz one", "dup", "push 1", "sub", "call fact", "mul", "ret", "one:", "pop", "push 1", "ret"],
                ["push 0", "push 7", "store 3", "load 3", "load 3", "mul", "print", "print", "halt"],
                ["jmp nowhere"], ["pop"], ["nonsense 5"], ["a:", "jmp a"]],
    [io:format("~0p~n", [try run(assemble(P)) catch throw:R -> {error, R} end]) || P <- Programs],
    io:format("~w~n", [assemble(hd(Programs))]),
    ok.

assemble(Lines) ->
    {Code, Labels, _} = lists:foldl(fun(L, {C, M, At}) ->
        case lists:suffix(":", L) of
            true -> {C, M#{lists:droplast(L) => At}, At};
            false -> {[string:lexemes(L, " ") | C], M, At + 1}
        end
    end, {[], #{}, 0}, Lines),
    list_to_tuple([instruction(I, Labels) || I <- lists:reverse(Code)]).

instruction([Op, Arg], Labels) when Op =:= "jmp"; Op =:= "jnz"; Op =:= "jz"; Op =:= "call" ->
    case Labels of #{Arg := At} -> {list_to_atom(Op), At}; #{} -> throw({no_label, Arg}) end;
instruction([Op, Arg], _) when Op =:= "push"; Op =:= "load"; Op =:= "store" -> {list_to_atom(Op), list_to_integer(Arg)};
instruction([Op], _) -> list_to_atom(Op);
instruction(What, _) -> throw({bad_instruction, What}).

run(Code) -> run(Code, 0, [], [], #{}, [], 500).

run(_, _, _, _, _, Out, 0) -> {out_of_steps, length(Out)};
run(Code, At, Stack, Calls, Memory, Out, Steps) ->
    Next = At + 1,
    Go = fun(A, S) -> run(Code, A, S, Calls, Memory, Out, Steps - 1) end,
    case {element(Next, Code), Stack} of
        {{push, N}, S} -> Go(Next, [N | S]);
        {dup, [A | S]} -> Go(Next, [A, A | S]);
        {pop, [_ | S]} -> Go(Next, S);
        {sub, [A, B | S]} -> Go(Next, [B - A | S]);
        {mul, [A, B | S]} -> Go(Next, [A * B | S]);
        {print, [A | S]} -> run(Code, Next, S, Calls, Memory, [A | Out], Steps - 1);
        {{store, I}, [A | S]} -> run(Code, Next, S, Calls, Memory#{I => A}, Out, Steps - 1);
        {{load, I}, S} -> Go(Next, [maps:get(I, Memory, 0) | S]);
        {{jmp, To}, S} -> Go(To, S);
        {{jnz, To}, [A | S]} -> Go(if A =/= 0 -> To; true -> Next end, S);
        {{jz, To}, [A | S]} -> Go(if A =:= 0 -> To; true -> Next end, S);
        {{call, To}, S} -> run(Code, To, S, [Next | Calls], Memory, Out, Steps - 1);
        {ret, S} -> run(Code, hd(Calls), S, tl(Calls), Memory, Out, Steps - 1);
        {halt, S} -> {lists:reverse(Out), S};
        {Op, S} -> throw({cannot, Op, S})
    end.

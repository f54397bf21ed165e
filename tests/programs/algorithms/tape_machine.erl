%% An interpreter for the eight-instruction tape language.
-module(tape_machine).
-export([start/0]).

start() ->
    erlang:display(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.",
                       [])),
    erlang:display(run(",[.,]", "echo")),
    erlang:display(run(">,>,<[->+<]>.", [40, 25])),
    erlang:display(run("+++++[>+++++++<-]>[>+>+<<-]>.>+.", [])),
    ok.

run(Code, Input) ->
    Program = parse(Code),
    {_, _, Output} = execute(Program, {[], 0, []}, Input, []),
    lists:reverse(Output).

parse(Code) ->
    {Program, []} = parse(Code, []),
    Program.

parse([], Done) -> {lists:reverse(Done), []};
parse([$] | Rest], Done) -> {lists:reverse(Done), Rest};
parse([$[ | Rest], Done) ->
    {Body, Next} = parse(Rest, []),
    parse(Next, [{loop, Body} | Done]);
parse([C | Rest], Done) -> parse(Rest, [C | Done]).

execute([], Tape, Input, Output) -> {Tape, Input, Output};
execute([$> | Code], {Left, Cell, []}, Input, Output) -> execute(Code, {[Cell | Left], 0, []}, Input, Output);
execute([$> | Code], {Left, Cell, [R | Right]}, Input, Output) -> execute(Code, {[Cell | Left], R, Right}, Input, Output);
execute([$< | Code], {[], Cell, Right}, Input, Output) -> execute(Code, {[], 0, [Cell | Right]}, Input, Output);
execute([$< | Code], {[L | Left], Cell, Right}, Input, Output) -> execute(Code, {Left, L, [Cell | Right]}, Input, Output);
execute([$+ | Code], {L, Cell, R}, Input, Output) -> execute(Code, {L, (Cell + 1) band 255, R}, Input, Output);
execute([$- | Code], {L, Cell, R}, Input, Output) -> execute(Code, {L, (Cell - 1) band 255, R}, Input, Output);
execute([$. | Code], {_, Cell, _} = Tape, Input, Output) -> execute(Code, Tape, Input, [Cell | Output]);
execute([$, | Code], {L, _, R}, [], Output) -> execute(Code, {L, 0, R}, [], Output);
execute([$, | Code], {L, _, R}, [C | Input], Output) -> execute(Code, {L, C, R}, Input, Output);
execute([{loop, _} | Code], {_, 0, _} = Tape, Input, Output) -> execute(Code, Tape, Input, Output);
execute([{loop, Body} | _] = Code, Tape, Input, Output) ->
    {NewTape, NewInput, NewOutput} = execute(Body, Tape, Input, Output),
    execute(Code, NewTape, NewInput, NewOutput).

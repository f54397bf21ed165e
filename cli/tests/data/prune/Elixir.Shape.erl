%% A protocol before it is consolidated: implementations are found by name
-module('Elixir.Shape').
-export(['__protocol__'/1, area/1]).

'__protocol__'(module) ->
    'Elixir.Shape'.

area(#{'__struct__' := Kind} = Subject) ->
    (list_to_existing_atom("Elixir.Shape." ++ tl(atom_to_list(Kind)))):area(Subject).

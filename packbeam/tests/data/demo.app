%% A description with every kind of term that is read
{application, demo,
 [{description, "A demo, with \"quotes\" "
                "and two lines\n"},
  {vsn, "1.0.0"},
  {modules, [demo_app, 'Elixir.Demo.Sup', demo@2]},
  {registered, []},
  {applications, [kernel, stdlib]},
  {mod, {demo_app, [{pins, [2, 255, 256]}, {bytes, [1, 2, 3]}]}},
  {env, [{ssid, <<"home">>}, {name, <<"Zoë"/utf8>>}, {empty, <<>>}, {raw, <<1, 2, 255>>},
         {timeout, -5}, {baud, 115_200}, {mask, 16#ff00}, {big, 12345678901234}, {least, -2147483648},
         {less, -2147483649}, {ratio, 1.5}, {small, 2.5e-3}, {letter, $a}, {newline, $\n},
         {greek, "λόγος"}, {'quoted atom', {}}, {improper, [a | b]}, {nested, [[[]], [{}]]}]}]}.

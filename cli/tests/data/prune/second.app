{application, second, [{mod, {second, []}}, {modules, [second, third]}]}.

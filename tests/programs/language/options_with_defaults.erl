%% Options as lists, maps and records: defaults, unknown ones, repeated ones,.
-module(options_with_defaults).
-export([start/0]).

-record(options, {port = 80, host = "localhost", tls = false, retries = 3}).

start() ->
    show([from_list(O) || O <- [[], [{port, 8080}], [tls, {host, "h"}], [{port, x}], [{unknown, 1}], [{port, 1}, {port, 2}], junk]]),
    show([from_map(O) || O <- [#{}, #{port => 8080}, #{port => x}, #{unknown => 1}, x]]),
    show([(from_list([{retries, N}])) || N <- [0, -1, 10]]),
    ok.

from_list(List) when is_list(List) ->
    try lists:foldl(fun option/2, #options{}, List) catch throw:Why -> {error, Why} end;
from_list(_) -> {error, no_list}.

option(tls, O) -> O#options{tls = true};
option({tls, B}, O) when is_boolean(B) -> O#options{tls = B};
option({port, P}, O) when is_integer(P), P > 0, P < 65536 -> O#options{port = P};
option({host, [_ | _] = H}, O) -> O#options{host = H};
option({retries, N}, O) when is_integer(N), N >= 0 -> O#options{retries = N};
option({K, V}, _) -> case lists:member(K, record_info(fields, options)) of true -> throw({bad_value, K, V}); false -> throw({unknown, K}) end;
option(X, _) -> throw({bad_option, X}).

from_map(M) when is_map(M) -> from_list(maps:to_list(M));
from_map(_) -> {error, no_map}.

show(Term) -> io:format("~0p~n", [Term]).

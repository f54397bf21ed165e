%% Messages of a protocol told apart by tag, size, guard and nesting.
-module(large_case_of_tuples).
-export([start/0]).

start() ->
    Messages = [{login, "u", "p"}, {login, "u", ""}, {login, x}, {send, 1, <<"hi">>}, {send, -1, <<>>}, {batch, [{send, 1, <<"a">>}, {send, 2, <<"b">>}, bad]}, {set, #{color => red}}, {set, #{}}, {set, 5}, ping, {ping, 7}, {quit}, {quit, bye}, [], {move, {1, 2}, {3, 4}}, {move, {1, 2}, {1, 2}}, {move, a, b}, 42, {send, 2.5, <<"x">>}],
    [io:format("~0p~n", [handle(M)]) || M <- Messages],
    ok.

handle(Message) ->
    case Message of
        {login, User, [_ | _]} -> {welcome, User};
        {login, User, []} -> {no_password, User};
        {login, _} -> bad_login;
        {send, To, Body} when is_integer(To), To > 0, byte_size(Body) > 0 -> {sent, To, byte_size(Body)};
        {send, To, _} when is_integer(To) -> {refused, To};
        {send, To, _} -> {odd_receiver, To};
        {batch, Ms} -> [handle(M) || M <- Ms];
        {set, #{color := C}} -> {color, C};
        {set, M} when is_map(M) -> nothing_set;
        {set, Other} -> {bad_settings, Other};
        ping -> pong;
        {ping, N} -> {pong, N};
        {quit} -> goodbye;
        {quit, Why} -> {goodbye, Why};
        {move, Same, Same} -> still;
        {move, {X1, Y1}, {X2, Y2}} -> {moved, X2 - X1, Y2 - Y1};
        {move, _, _} -> lost;
        [] -> nothing;
        bad -> bad;
        N when is_integer(N) -> {number, N}
    end.

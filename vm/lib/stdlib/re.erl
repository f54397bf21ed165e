%% Regular expressions: what is built on searching, above the natives.
%%
%% Invariant: subjects and replacements are made binaries first, in UTF-8 where the pattern is, and places are bytes.
%% Invariant: an empty match where the part before it ended splits nothing.
-module(re).

-export([compile/1, compile/2, run/2, run/3, inspect/2, internal_run/4, import/1, version/0]).
-export([split/2, split/3, replace/3, replace/4]).

%% Natives.

compile(_Pattern) -> erlang:nif_error(undef).
compile(_Pattern, _Options) -> erlang:nif_error(undef).
run(_Subject, _Pattern) -> erlang:nif_error(undef).
run(_Subject, _Pattern, _Options) -> erlang:nif_error(undef).
inspect(_Pattern, _Item) -> erlang:nif_error(undef).
import(_Exported) -> erlang:nif_error(undef).
version() -> erlang:nif_error(undef).

%% What OTP's own functions call.
internal_run(Subject, Pattern, Options, _First) ->
    run(Subject, Pattern, Options).

%% Splitting.

-record(asked, {return = iodata, parts = infinity, group = false, global = false, run = [], compile = []}).

split(Subject, Pattern) ->
    try parts(Subject, Pattern, [])
    catch error:_ -> erlang:error(badarg, [Subject, Pattern])
    end.

split(Subject, Pattern, Options) ->
    try parts(Subject, Pattern, Options)
    catch error:_ -> erlang:error(badarg, [Subject, Pattern, Options])
    end.

parts(Subject, Pattern, Options) ->
    Asked = options(split, Options, #asked{}),
    {re_pattern, Groups, Unicode, _, _} = Compiled = compiled(Pattern, Asked),
    Bytes = bytes(Subject, Unicode),
    Found = matches(Bytes, Compiled, Asked),
    Split = cut(Bytes, 0, Found, splits(Asked#asked.parts), Groups),
    Form = fun(Part) -> form(Part, Asked#asked.return, Unicode) end,
    case Asked#asked.group of
        true when Bytes =:= <<>> -> [];
        true -> [[Form(Part) || Part <- Group] || Group <- trimmed(Asked#asked.parts, Split)];
        false when Bytes =:= <<>> -> [];
        false -> [Form(Part) || Part <- trimmed(Asked#asked.parts, lists:append(Split))]
    end.

splits(infinity) -> infinity;
splits(0) -> infinity;
splits(Parts) -> Parts - 1.

matches(Bytes, Compiled, #asked{run = Run}) ->
    case run(Bytes, Compiled, [global, {capture, all, index} | Run]) of
        {match, Found} -> Found;
        nomatch -> []
    end.

%% The parts, each with what the groups of the match behind it captured.
cut(Bytes, From, [[{From, 0} | _] | Found], Splits, Groups) ->
    cut(Bytes, From, Found, Splits, Groups);
cut(Bytes, From, [[{At, Length} | Captured] | Found], Splits, Groups) when Splits =/= 0, At >= From ->
    Part = binary:part(Bytes, From, At - From),
    Missing = lists:duplicate(Groups - length(Captured), <<>>),
    Group = [Part | [capture(Bytes, Place) || Place <- Captured] ++ Missing],
    [Group | cut(Bytes, At + Length, Found, fewer(Splits), Groups)];
cut(Bytes, From, [_ | Found], Splits, Groups) when Splits =/= 0 ->
    cut(Bytes, From, Found, Splits, Groups);
cut(Bytes, From, _, _, _) ->
    [[binary:part(Bytes, From, byte_size(Bytes) - From)]].

fewer(infinity) -> infinity;
fewer(Splits) -> Splits - 1.

capture(_, {-1, _}) -> <<>>;
capture(Bytes, {At, Length}) -> binary:part(Bytes, At, Length).

%% Without the empty parts at the end.
trimmed(0, Parts) -> lists:reverse(lists:dropwhile(fun is_empty/1, lists:reverse(Parts)));
trimmed(_, Parts) -> Parts.

is_empty(<<>>) -> true;
is_empty(Group) when is_list(Group) -> lists:all(fun is_empty/1, Group);
is_empty(_) -> false.

%% Replacing.

replace(Subject, Pattern, Replacement) ->
    try replaced(Subject, Pattern, Replacement, [])
    catch error:_ when not is_function(Replacement) -> erlang:error(badarg, [Subject, Pattern, Replacement])
    end.

replace(Subject, Pattern, Replacement, Options) ->
    try replaced(Subject, Pattern, Replacement, Options)
    catch error:_ when not is_function(Replacement) -> erlang:error(badarg, [Subject, Pattern, Replacement, Options])
    end.

replaced(Subject, Pattern, Replacement, Options) ->
    Asked = options(replace, Options, #asked{}),
    {re_pattern, _, Unicode, _, _} = Compiled = compiled(Pattern, Asked),
    Bytes = bytes(Subject, Unicode),
    Make = maker(Replacement, Unicode),
    case first_or_all(Bytes, Compiled, Asked) of
        [] when Asked#asked.return =:= iodata -> Subject;
        Found -> form(paste(Bytes, 0, Found, Make), Asked#asked.return, Unicode)
    end.

first_or_all(Bytes, Compiled, #asked{global = true} = Asked) ->
    matches(Bytes, Compiled, Asked);
first_or_all(Bytes, Compiled, #asked{run = Run}) ->
    case run(Bytes, Compiled, [{capture, all, index} | Run]) of
        {match, Found} -> [Found];
        nomatch -> []
    end.

paste(Bytes, From, [[{At, Length} | _] = Places | Found], Make) ->
    New = Make([capture(Bytes, Place) || Place <- Places]),
    Rest = paste(Bytes, max(From, At + Length), Found, Make),
    case At > From of
        true -> [binary:part(Bytes, From, At - From), New | Rest];
        false -> [New | Rest]
    end;
paste(Bytes, From, [], _) when From =:= byte_size(Bytes) ->
    [];
paste(Bytes, From, [], _) ->
    binary:part(Bytes, From, byte_size(Bytes) - From).

%% What is put for a match, made of what its groups captured.
maker(Replacement, _) when is_function(Replacement, 2) ->
    fun([Whole | Captured]) -> Replacement(Whole, Captured) end;
maker(Replacement, Unicode) ->
    Pieces = pieces(bytes(Replacement, Unicode), <<>>),
    fun(Captured) ->
        case [piece(Piece, Captured) || Piece <- Pieces] of
            [One] -> One;
            All -> All
        end
    end.

piece(Group, Captured) when is_integer(Group), Group < length(Captured) -> lists:nth(Group + 1, Captured);
piece(Group, _) when is_integer(Group) -> <<>>;
piece(Text, _) -> Text.

%% Texts, and the numbers of groups between them.
pieces(<<>>, <<>>) -> [];
pieces(<<>>, Text) -> [Text];
pieces(<<$&, Rest/binary>>, Text) ->
    before(Text, [0 | pieces(Rest, <<>>)]);
pieces(<<"\\g{", Rest/binary>>, Text) ->
    {Group, <<$}, After/binary>>} = number(Rest),
    before(Text, [Group | pieces(After, <<>>)]);
pieces(<<"\\g", Rest/binary>>, Text) ->
    {Group, After} = number(Rest),
    before(Text, [Group | pieces(After, <<>>)]);
pieces(<<$\\, Digit, _/binary>> = Bytes, Text) when Digit >= $1, Digit =< $9 ->
    {Group, After} = number(binary:part(Bytes, 1, byte_size(Bytes) - 1)),
    before(Text, [Group | pieces(After, <<>>)]);
pieces(<<$\\, Byte, Rest/binary>>, Text) ->
    pieces(Rest, <<Text/binary, Byte>>);
pieces(<<Byte, Rest/binary>>, Text) ->
    pieces(Rest, <<Text/binary, Byte>>).

before(<<>>, Pieces) -> Pieces;
before(Text, Pieces) -> [Text | Pieces].

number(<<Digit, _/binary>> = Bytes) when Digit >= $0, Digit =< $9 ->
    number(Bytes, 0).

number(<<Digit, Rest/binary>>, Number) when Digit >= $0, Digit =< $9 ->
    number(Rest, Number * 10 + Digit - $0);
number(Rest, Number) ->
    {Number, Rest}.

%% What both share.

options(split, [{parts, Parts} | Options], Asked) when is_integer(Parts), Parts >= 0; Parts =:= infinity ->
    options(split, Options, Asked#asked{parts = Parts});
options(split, [trim | Options], Asked) ->
    options(split, Options, Asked#asked{parts = 0});
options(split, [group | Options], Asked) ->
    options(split, Options, Asked#asked{group = true});
options(replace, [global | Options], Asked) ->
    options(replace, Options, Asked#asked{global = true});
options(Kind, [{return, Return} | Options], Asked) when Return =:= iodata; Return =:= list; Return =:= binary ->
    options(Kind, Options, Asked#asked{return = Return});
options(Kind, [Option | Options], #asked{run = Run, compile = Compile} = Asked) ->
    case place(Option) of
        run -> options(Kind, Options, Asked#asked{run = [Option | Run]});
        compile -> options(Kind, Options, Asked#asked{compile = [Option | Compile]});
        both -> options(Kind, Options, Asked#asked{run = [Option | Run], compile = [Option | Compile]})
    end;
options(_, [], Asked) ->
    Asked#asked{run = lists:reverse(Asked#asked.run), compile = lists:reverse(Asked#asked.compile)}.

place(anchored) -> both;
place({newline, _}) -> both;
place({offset, _}) -> run;
place({match_limit, _}) -> run;
place({match_limit_recursion, _}) -> run;
place(Option) ->
    case lists:member(Option, [notbol, noteol, notempty, notempty_atstart]) of
        true -> run;
        false ->
            true = is_atom(Option) andalso not lists:member(Option, [global, report_errors]),
            compile
    end.

compiled({re_pattern, _, _, _, _} = Compiled, #asked{compile = Compile}) ->
    [] = [Option || Option <- Compile, place(Option) =:= compile],
    Compiled;
compiled(Pattern, #asked{compile = Compile}) ->
    {ok, Compiled} = compile(Pattern, Compile),
    Compiled.

bytes(Bytes, _) when is_binary(Bytes) -> Bytes;
bytes(Data, 0) -> iolist_to_binary(Data);
bytes(Data, 1) ->
    case unicode:characters_to_binary(Data) of
        Bytes when is_binary(Bytes) -> Bytes
    end.

form(Data, iodata, _) -> Data;
form(Data, binary, _) -> iolist_to_binary(Data);
form(Data, list, 0) -> binary_to_list(iolist_to_binary(Data));
form(Data, list, 1) ->
    case unicode:characters_to_list(Data) of
        Characters when is_list(Characters) -> Characters
    end.

%% Names of files: their parts, as text.
%%
%% Invariant: a name is a string, an atom, a nested list of both, or a binary; one binary makes the result a binary.
%%
%% Absent on purpose: drives, the current directory, and asking whether a file is there.
-module(filename).

-export([basename/1, basename/2, dirname/1, extension/1, rootname/1, rootname/2, join/1, join/2, split/1, flatten/1,
         pathtype/1, nativename/1]).

flatten(Name) when is_binary(Name) -> Name;
flatten(Name) when is_atom(Name) -> atom_to_list(Name);
flatten([]) -> [];
flatten([Part | Rest]) when is_list(Part); is_atom(Part) -> flatten(Part) ++ flatten(Rest);
flatten([Character | Rest]) -> [Character | flatten(Rest)].

basename(Name) ->
    case lists:reverse([Part || Part <- parts(text(Name)), Part =/= []]) of
        [Last | _] -> like(Name, Last);
        [] -> like(Name, "")
    end.

basename(Name, Extension) ->
    Base = text(basename(Name)),
    Suffix = text(Extension),
    case lists:suffix(Suffix, Base) of
        true -> like([Name, Extension], lists:sublist(Base, length(Base) - length(Suffix)));
        false -> like([Name, Extension], Base)
    end.

dirname(Name) ->
    Text = text(Name),
    case lists:droplast(parts(Text)) of
        [] -> like(Name, ".");
        Before -> like(Name, directory(lists:append(lists:join("/", Before)), hd(Text)))
    end.

directory("", $/) -> "/";
directory(Text, _) ->
    case lists:reverse(Text) of
        [$/ | Rest] when Rest =/= [] -> directory(lists:reverse(Rest), hd(Text));
        _ -> Text
    end.

extension(Name) ->
    {_, Extension} = extended(text(Name)),
    like(Name, Extension).

rootname(Name) ->
    case extended(text(Name)) of
        {[$. | Rest], ""} -> like(Name, hidden(Rest));
        {Root, _} -> like(Name, Root)
    end.

%% Nothing is left of a name that is all behind a dot.
hidden(Rest) ->
    case lists:member($/, Rest) orelse lists:member($., Rest) of
        true -> [$. | Rest];
        false -> ""
    end.

rootname(Name, Extension) ->
    Text = text(Name),
    Suffix = text(Extension),
    case lists:suffix(Suffix, Text) of
        true -> like(Name, lists:sublist(Text, length(Text) - length(Suffix)));
        false -> like(Name, Text)
    end.

%% A dot that begins the last part begins no extension.
extended(Text) ->
    extended(lists:reverse(Text), "", Text).

extended([$., Before | Root], Seen, _) when Before =/= $/ -> {lists:reverse([Before | Root]), [$. | Seen]};
extended([Character | Root], Seen, Text) when Character =/= $., Character =/= $/ ->
    extended(Root, [Character | Seen], Text);
extended(_, _, Text) -> {Text, ""}.

join([Name]) -> like(Name, plain(text(Name)));
join([First, Second | Rest]) -> join([join(First, Second) | Rest]).

join(Left, Right) ->
    Joined = case plain(text(Right)) of
        [$/ | _] = Absolute -> Absolute;
        Relative -> under(plain(text(Left)), Relative)
    end,
    like([Left, Right], Joined).

under("", Relative) -> Relative;
under(Directory, "") -> Directory;
under("/", Relative) -> "/" ++ Relative;
under(Directory, Relative) -> Directory ++ "/" ++ Relative.

%% Without slashes that say nothing.
plain(Text) ->
    case {[Part || Part <- parts(Text), Part =/= []], Text} of
        {Parts, [$/ | _]} -> "/" ++ lists:append(lists:join("/", Parts));
        {Parts, _} -> lists:append(lists:join("/", Parts))
    end.

split(Name) ->
    Text = text(Name),
    Parts = [Part || Part <- parts(Text), Part =/= []],
    case Text of
        [$/ | _] -> [like(Name, Part) || Part <- ["/" | Parts]];
        _ -> [like(Name, Part) || Part <- Parts]
    end.

pathtype(Name) ->
    case text(Name) of
        [$/ | _] -> absolute;
        _ -> relative
    end.

nativename(Name) ->
    like(Name, plain(text(Name))).

parts(Text) -> parts(Text, []).

parts([$/ | Rest], Part) -> [lists:reverse(Part) | parts(Rest, [])];
parts([Character | Rest], Part) -> parts(Rest, [Character | Part]);
parts([], Part) -> [lists:reverse(Part)].

text(Name) when is_binary(Name) -> unicode:characters_to_list(Name);
text(Name) -> flatten(Name).

like(Name, Text) ->
    case is_binary(Name) orelse (is_list(Name) andalso lists:any(fun is_binary/1, Name)) of
        true -> unicode:characters_to_binary(Text);
        false -> Text
    end.

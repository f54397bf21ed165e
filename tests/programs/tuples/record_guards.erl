%% Records in guards and in funs, records of records, lists of records.
-module(record_guards).
-export([start/0]).

-record(person, {name, age = 0 :: integer(), tags = []}).
-record(team, {lead = #person{}, members = [] :: list()}).

start() ->
    People = [#person{name = ann, age = 30}, #person{name = bob, age = 17, tags = [young]},
              #person{name = cy, age = 65, tags = [old, wise]}, not_a_person],
    erlang:display([P#person.name || P <- People, is_record(P, person)]),
    erlang:display([N || #person{name = N, age = A} <- People, A >= 18]),
    erlang:display([kind(P) || P <- People]),
    Team = #team{lead = hd(People), members = lists:sublist(People, 2, 2)},
    erlang:display(Team),
    Older = Team#team{members = [birthday(M) || M <- Team#team.members]},
    erlang:display([M#person.age || M <- Older#team.members]),
    Lead = Older#team.lead,
    Renamed = Older#team{lead = Lead#person{name = "Ann"}},
    erlang:display(Renamed#team.lead#person.name),
    erlang:display(lists:keyfind(cy, #person.name, People)),
    erlang:display(lists:keysort(#person.age, lists:droplast(People))),
    erlang:display(setelement(#person.age, hd(People), 99)),
    ok.

kind(#person{age = Age}) when Age < 18 -> minor;
kind(P) when P#person.age > 60 -> senior;
kind(#person{tags = []}) -> untagged;
kind(_) -> other.

birthday(#person{age = Age, tags = [Tag | Rest]} = P) -> P#person{age = Age + 1, tags = Rest ++ [Tag]}.

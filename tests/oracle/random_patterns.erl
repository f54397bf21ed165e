%% Patterns and subjects made at random from a seed, and what re gives for them.
%%
%% Compiled once and run both on OTP and on the machine, it prints a line a search; the lines are to be the same.
%% Where they may differ: OTP 25 has PCRE 8 (its texts of errors, atomic recursion, literal `{,n}`), OTP 28 and later
%% have tables of ASCII without the option unicode; `{,n}`, and verbs in atomic searches, are told otherwise by each.
-module(random_patterns).
-export([start/0,start/2]).
start() -> start(1, 3000), ok.

start(Seed, Count) -> loop(Seed, Count, 1).

loop(_, N, I) when I > N -> ok;
loop(S0, N, I) ->
  put(seed, S0*7919 + I*104729),
  Uni = r(3) =:= 0,
  P = alt(3, Uni),
  Opts0 = [O || O <- [caseless,multiline,dotall,extended,ungreedy,anchored,firstline,dollar_endonly,ucp,bsr_anycrlf,no_auto_capture], r(9) =:= 0],
  Opts1 = case Uni of true -> [unicode|Opts0]; false -> Opts0 end,
  Opts = case r(8) of 0 -> [{newline, el([cr,lf,crlf,anycrlf,any])}|Opts1]; _ -> Opts1 end,
  Subs = [subject(Uni) || _ <- [1,2,3]],
  C = safe(fun() -> re:compile(P, Opts) end),
  case C of
    {ok, {re_pattern,G,U,L,_}=RE} ->
       [begin
         RO = [O || O <- [global,notbol,noteol,notempty,notempty_atstart,anchored], r(8)=:=0] ++ case r(6) of 0 -> [{offset,r(3)}]; _ -> [] end ++ el([[],[{capture,all,list}],[{capture,first,binary}],[{capture,all_but_first}],[{capture,[0,2,n],list}],[{capture,all_names,binary}]]),
         R = safe(fun() -> re:run(Sub, RE, RO) end),
         out({I,P,Opts,{G,U,L},Sub,RO,R}),
         case r(5) of 0 ->
           SO = el([[],[group],[trim],[{parts,2}],[{parts,3},group],[{return,list}]]),
           R2 = safe(fun() -> re:split(Sub, RE, SO) end), out({I,split,P,Opts,Sub,SO,R2});
         1 ->
           Rep = el(["<&>","\\1x","[\\g{2}]","", "\\\\&"]), RepO = el([[],[global],[global,{return,list}],[{return,binary}]]),
           R3 = safe(fun() -> re:replace(Sub, RE, Rep, RepO) end), out({I,replace,P,Opts,Sub,Rep,RepO,R3});
         _ -> ok end
       end || Sub <- Subs];
    {error,X} -> out({I,P,Opts,{error,X}});
    _ -> out({I,P,Opts,C})
  end,
  loop(S0,N,I+1).
out(T) -> io:format("~0p~n",[T]).
safe(F) -> Me=self(), {Pid,Ref} = spawn_monitor(fun() -> Me ! {self(), try F() catch K:E -> {K,E} end} end), receive {Pid,R} -> erlang:demonitor(Ref,[flush]), R; {'DOWN',Ref,_,_,_} -> died end.
r(N) -> S = (get(seed)*1103515245 + 12345) band 16#7fffffff, put(seed,S), (S bsr 8) rem N.
el(L) -> lists:nth(r(length(L))+1, L).
alt(D,U) -> case r(4) of 0 when D > 0 -> seq(D,U)++"|"++alt(D-1,U); _ -> seq(D,U) end.
seq(D,U) -> lists:append([piece(D,U) || _ <- lists:seq(1, 1+r(3))]).
piece(D,U) -> A = atom(D,U), A ++ case r(5) of 0 -> quant(); _ -> "" end.
quant() -> el(["*","+","?","{2}","{1,2}","{0,2}","{2,}","{,2}","*","+"]) ++ el(["","","","?","+"]).
atom(D,U) when D =< 0 -> lit(U);
atom(D,U) -> case r(30) of
  0 -> "("++alt(D-1,U)++")"; 1 -> "("++alt(D-1,U)++")"; 2 -> "(?:"++alt(D-1,U)++")"; 3 -> "(?>"++alt(D-1,U)++")";
  4 -> "(?="++alt(D-1,U)++")"; 5 -> "(?!"++alt(D-1,U)++")"; 6 -> "(?<="++seq(1,U)++")"; 7 -> "(?<!"++seq(0,U)++")";
  8 -> "(?<n>"++alt(D-1,U)++")"; 9 -> el(["\\1","\\2","\\g{-1}","\\k<n>"]); 10 -> el(["(?R)","(?1)","(?2)","(?&n)"]);
  11 -> "(?(1)"++seq(D-1,U)++"|"++seq(D-1,U)++")"; 12 -> "(?|"++alt(D-1,U)++")"; 13 -> "(?(?="++lit(U)++")"++seq(D-1,U)++"|"++seq(D-1,U)++")";
  14 -> el(["(?i)","(?s)","(?m)","(?x)","(?-i)","(?U)"]); 15 -> "(?i:"++alt(D-1,U)++")";
  16 -> el(["(*F)","(*COMMIT)","(*PRUNE)","(*SKIP)","(*THEN)","(*ACCEPT)","(*MARK:a)","(*SKIP:a)"]); 17 -> "\\K";
  18 -> "("++alt(D-1,U)++")"++quant(); 19 -> "(?:"++alt(D-1,U)++")"++quant();
  _ -> lit(U) end.
lit(U) -> case r(24) of
  0 -> "."; 1 -> "^"; 2 -> "$"; 3 -> "\\b"; 4 -> "\\w"; 5 -> "\\d"; 6 -> "\\s"; 7 -> "[a-c]"; 8 -> "[^a]"; 9 -> "[[:alpha:]b]"; 10 -> "\\R"; 11 -> "\\W"; 12 -> "[A-Z\\d]";
  13 -> el(["\\A","\\z","\\Z","\\G","\\B","\\X","\\N","\\h","\\v","\\S","\\D"]); 14 when U -> el([[945],"\\p{L}","\\p{Lu}","\\P{Ll}","\\p{Greek}","[\\x{3b1}-\\x{3c9}]","\\x{1F600}"]);
  14 -> el(["\\n","\\r","\\xb7","[\\xc0-\\xff]"]);
  15 -> " "; 16 -> "ab"; 17 -> "A"; _ -> el(["a","b","c"]) end.
subject(U) -> [ch(U) || _ <- lists:seq(1, r(9))].
ch(U) -> case r(16) of 0 -> $\n; 1 -> $\r; 2 -> $\s; 3 -> $1; 4 -> $A; 5 -> $B; 6 when U -> el([945,937,16#1F600,16#301]); 6 -> el([215,183]); 7 -> $c; _ -> el("ab") end.

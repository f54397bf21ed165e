%% Tables of two hundred atoms, sparse and dense integers, and pairs.
-module(long_tables).
-export([start/0]).

start() ->
    erlang:display([word(W) || W <- [novika, mika, releha, nothing, 5]]),
    erlang:display(lists:sum([word(list_to_atom(T)) || T <- texts()])),
    erlang:display([cube(N) || N <- [-136, 452683, 7870649, 1, 452684, 1.0]]),
    erlang:display([square(N) || N <- lists:seq(-1, 20)]),
    erlang:display(lists:sum([square(N) || N <- lists:seq(0, 255)])),
    erlang:display([pair(A, B) || A <- [0, 3, 7], B <- [0, 5, 7, 8]]),
    ok.

texts() ->
    ["novika", "rekami", "nole", "havi", "zore", "reha", "mihami", "mizo", "mimika", "rere", "misu", "revire",
     "kanoha", "nosu", "zono", "suno", "lenomi", "lemika", "viha", "hazoka", "kamizo", "tore", "novino",
     "letozo", "sukaha", "reno", "minosu", "mitomi", "zovi", "karezo", "suleha", "kaka", "noremi", "hato",
     "hano", "kaha", "milezo", "vile", "nolesu", "lehami", "leno", "tole", "vivivi", "tonozo", "lesusu",
     "mizoka", "visuno", "lesuvi", "nosuno", "nomile", "novimi", "sutoha", "zozo", "suzovi", "karemi",
     "zomire", "kale", "mika", "tono", "lere", "hale", "hazoto", "noha", "hatovi", "kavizo", "tosuvi",
     "zosuno", "haha", "lemimi", "zolere", "zoto", "kahato", "zozovi", "nozo", "hahare", "mizozo", "sulesu",
     "kanosu", "sumile", "tozo", "resuka", "haka", "vivisu", "leka", "lesu", "susu", "zolevi", "kami",
     "suvino", "vikale", "nozomi", "kasu", "tovire", "haleha", "sule", "suka", "zosule", "mimile", "zovika",
     "resu", "toka", "hatoha", "katoto", "hami", "vito", "tosuka", "hazo", "lenono", "vivizo", "suto",
     "hamimi", "noto", "toto", "rehale", "notovi", "miha", "remizo", "noresu", "zonoha", "mire", "nokaha",
     "suzoha", "leleto", "mimi", "mivisu", "sumi", "rekale", "nono", "kakale", "mitono", "leremi", "reka",
     "nosumi", "nosuto", "miremi", "kazo", "sukale", "leha", "totore", "toleka", "kakasu", "lesuka", "remi",
     "vimi", "rezo", "levi", "lehazo", "vimika", "lerevi", "tosuha", "mimivi", "rekare", "nototo", "nohavi",
     "lemi", "tohavi", "mimisu", "nosuka", "vivi", "kato", "mino", "suzoka", "nore", "nokami", "tosu", "mile",
     "hatono", "lerele", "mileka", "zokato", "lerere", "resuvi", "renono", "hanomi", "rele", "katomi",
     "tosure", "lelevi", "tovi", "kazosu", "vilevi", "lezovi", "nozoka", "zozoha", "kasure", "nozozo",
     "vihaha", "vire", "hanoto", "retore", "susuzo", "mito", "mireto", "hareha", "vizore", "hasuto", "mihaka",
     "hare", "zotono", "releha"].

word(novika) -> 0; word(rekami) -> 1; word(nole) -> 2; word(havi) -> 3; word(zore) -> 4; word(reha) -> 5;
word(mihami) -> 6; word(mizo) -> 7; word(mimika) -> 8; word(rere) -> 9; word(misu) -> 10; word(revire) -> 11;
word(kanoha) -> 12; word(nosu) -> 13; word(zono) -> 14; word(suno) -> 15; word(lenomi) -> 16; word(lemika) ->
17; word(viha) -> 18; word(hazoka) -> 19; word(kamizo) -> 20; word(tore) -> 21; word(novino) -> 22;
word(letozo) -> 23; word(sukaha) -> 24; word(reno) -> 25; word(minosu) -> 26; word(mitomi) -> 27; word(zovi)
-> 28; word(karezo) -> 29; word(suleha) -> 30; word(kaka) -> 31; word(noremi) -> 32; word(hato) -> 33;
word(hano) -> 34; word(kaha) -> 35; word(milezo) -> 36; word(vile) -> 37; word(nolesu) -> 38; word(lehami) ->
39; word(leno) -> 40; word(tole) -> 41; word(vivivi) -> 42; word(tonozo) -> 43; word(lesusu) -> 44;
word(mizoka) -> 45; word(visuno) -> 46; word(lesuvi) -> 47; word(nosuno) -> 48; word(nomile) -> 49;
word(novimi) -> 50; word(sutoha) -> 51; word(zozo) -> 52; word(suzovi) -> 53; word(karemi) -> 54; word(zomire)
-> 55; word(kale) -> 56; word(mika) -> 57; word(tono) -> 58; word(lere) -> 59; word(hale) -> 60; word(hazoto)
-> 61; word(noha) -> 62; word(hatovi) -> 63; word(kavizo) -> 64; word(tosuvi) -> 65; word(zosuno) -> 66;
word(haha) -> 67; word(lemimi) -> 68; word(zolere) -> 69; word(zoto) -> 70; word(kahato) -> 71; word(zozovi)
-> 72; word(nozo) -> 73; word(hahare) -> 74; word(mizozo) -> 75; word(sulesu) -> 76; word(kanosu) -> 77;
word(sumile) -> 78; word(tozo) -> 79; word(resuka) -> 80; word(haka) -> 81; word(vivisu) -> 82; word(leka) ->
83; word(lesu) -> 84; word(susu) -> 85; word(zolevi) -> 86; word(kami) -> 87; word(suvino) -> 88; word(vikale)
-> 89; word(nozomi) -> 90; word(kasu) -> 91; word(tovire) -> 92; word(haleha) -> 93; word(sule) -> 94;
word(suka) -> 95; word(zosule) -> 96; word(mimile) -> 97; word(zovika) -> 98; word(resu) -> 99; word(toka) ->
100; word(hatoha) -> 101; word(katoto) -> 102; word(hami) -> 103; word(vito) -> 104; word(tosuka) -> 105;
word(hazo) -> 106; word(lenono) -> 107; word(vivizo) -> 108; word(suto) -> 109; word(hamimi) -> 110;
word(noto) -> 111; word(toto) -> 112; word(rehale) -> 113; word(notovi) -> 114; word(miha) -> 115;
word(remizo) -> 116; word(noresu) -> 117; word(zonoha) -> 118; word(mire) -> 119; word(nokaha) -> 120;
word(suzoha) -> 121; word(leleto) -> 122; word(mimi) -> 123; word(mivisu) -> 124; word(sumi) -> 125;
word(rekale) -> 126; word(nono) -> 127; word(kakale) -> 128; word(mitono) -> 129; word(leremi) -> 130;
word(reka) -> 131; word(nosumi) -> 132; word(nosuto) -> 133; word(miremi) -> 134; word(kazo) -> 135;
word(sukale) -> 136; word(leha) -> 137; word(totore) -> 138; word(toleka) -> 139; word(kakasu) -> 140;
word(lesuka) -> 141; word(remi) -> 142; word(vimi) -> 143; word(rezo) -> 144; word(levi) -> 145; word(lehazo)
-> 146; word(vimika) -> 147; word(lerevi) -> 148; word(tosuha) -> 149; word(mimivi) -> 150; word(rekare) ->
151; word(nototo) -> 152; word(nohavi) -> 153; word(lemi) -> 154; word(tohavi) -> 155; word(mimisu) -> 156;
word(nosuka) -> 157; word(vivi) -> 158; word(kato) -> 159; word(mino) -> 160; word(suzoka) -> 161; word(nore)
-> 162; word(nokami) -> 163; word(tosu) -> 164; word(mile) -> 165; word(hatono) -> 166; word(lerele) -> 167;
word(mileka) -> 168; word(zokato) -> 169; word(lerere) -> 170; word(resuvi) -> 171; word(renono) -> 172;
word(hanomi) -> 173; word(rele) -> 174; word(katomi) -> 175; word(tosure) -> 176; word(lelevi) -> 177;
word(tovi) -> 178; word(kazosu) -> 179; word(vilevi) -> 180; word(lezovi) -> 181; word(nozoka) -> 182;
word(zozoha) -> 183; word(kasure) -> 184; word(nozozo) -> 185; word(vihaha) -> 186; word(vire) -> 187;
word(hanoto) -> 188; word(retore) -> 189; word(susuzo) -> 190; word(mito) -> 191; word(mireto) -> 192;
word(hareha) -> 193; word(vizore) -> 194; word(hasuto) -> 195; word(mihaka) -> 196; word(hare) -> 197;
word(zotono) -> 198; word(releha) -> 199;
word(_) -> -1.

cube(-136) -> 0; cube(-125) -> 1; cube(-123) -> 2; cube(-92) -> 3; cube(-84) -> 4; cube(-49) -> 5; cube(-7) ->
6; cube(0) -> 7; cube(112) -> 8; cube(279) -> 9; cube(500) -> 10; cube(781) -> 11; cube(1128) -> 12;
cube(1547) -> 13; cube(2044) -> 14; cube(2625) -> 15; cube(3296) -> 16; cube(4063) -> 17; cube(4932) -> 18;
cube(5909) -> 19; cube(7000) -> 20; cube(8211) -> 21; cube(9548) -> 22; cube(11017) -> 23; cube(12624) -> 24;
cube(14375) -> 25; cube(16276) -> 26; cube(18333) -> 27; cube(20552) -> 28; cube(22939) -> 29; cube(25500) ->
30; cube(28241) -> 31; cube(31168) -> 32; cube(34287) -> 33; cube(37604) -> 34; cube(41125) -> 35; cube(44856)
-> 36; cube(48803) -> 37; cube(52972) -> 38; cube(57369) -> 39; cube(62000) -> 40; cube(66871) -> 41;
cube(71988) -> 42; cube(77357) -> 43; cube(82984) -> 44; cube(88875) -> 45; cube(95036) -> 46; cube(101473) ->
47; cube(108192) -> 48; cube(115199) -> 49; cube(122500) -> 50; cube(130101) -> 51; cube(138008) -> 52;
cube(146227) -> 53; cube(154764) -> 54; cube(163625) -> 55; cube(172816) -> 56; cube(182343) -> 57;
cube(192212) -> 58; cube(202429) -> 59; cube(213000) -> 60; cube(223931) -> 61; cube(235228) -> 62;
cube(246897) -> 63; cube(258944) -> 64; cube(271375) -> 65; cube(284196) -> 66; cube(297413) -> 67;
cube(311032) -> 68; cube(325059) -> 69; cube(339500) -> 70; cube(354361) -> 71; cube(369648) -> 72;
cube(385367) -> 73; cube(401524) -> 74; cube(418125) -> 75; cube(435176) -> 76; cube(452683) -> 77;
cube(470652) -> 78; cube(489089) -> 79; cube(508000) -> 80; cube(527391) -> 81; cube(547268) -> 82;
cube(567637) -> 83; cube(588504) -> 84; cube(609875) -> 85; cube(631756) -> 86; cube(654153) -> 87;
cube(677072) -> 88; cube(700519) -> 89; cube(724500) -> 90; cube(749021) -> 91; cube(774088) -> 92;
cube(799707) -> 93; cube(825884) -> 94; cube(852625) -> 95; cube(879936) -> 96; cube(907823) -> 97;
cube(936292) -> 98; cube(965349) -> 99; cube(995000) -> 100; cube(1025251) -> 101; cube(1056108) -> 102;
cube(1087577) -> 103; cube(1119664) -> 104; cube(1152375) -> 105; cube(1185716) -> 106; cube(1219693) -> 107;
cube(1254312) -> 108; cube(1289579) -> 109; cube(1325500) -> 110; cube(1362081) -> 111; cube(1399328) -> 112;
cube(1437247) -> 113; cube(1475844) -> 114; cube(1515125) -> 115; cube(1555096) -> 116; cube(1595763) -> 117;
cube(1637132) -> 118; cube(1679209) -> 119; cube(1722000) -> 120; cube(1765511) -> 121; cube(1809748) -> 122;
cube(1854717) -> 123; cube(1900424) -> 124; cube(1946875) -> 125; cube(1994076) -> 126; cube(2042033) -> 127;
cube(2090752) -> 128; cube(2140239) -> 129; cube(2190500) -> 130; cube(2241541) -> 131; cube(2293368) -> 132;
cube(2345987) -> 133; cube(2399404) -> 134; cube(2453625) -> 135; cube(2508656) -> 136; cube(2564503) -> 137;
cube(2621172) -> 138; cube(2678669) -> 139; cube(2737000) -> 140; cube(2796171) -> 141; cube(2856188) -> 142;
cube(2917057) -> 143; cube(2978784) -> 144; cube(3041375) -> 145; cube(3104836) -> 146; cube(3169173) -> 147;
cube(3234392) -> 148; cube(3300499) -> 149; cube(3367500) -> 150; cube(3435401) -> 151; cube(3504208) -> 152;
cube(3573927) -> 153; cube(3644564) -> 154; cube(3716125) -> 155; cube(3788616) -> 156; cube(3862043) -> 157;
cube(3936412) -> 158; cube(4011729) -> 159; cube(4088000) -> 160; cube(4165231) -> 161; cube(4243428) -> 162;
cube(4322597) -> 163; cube(4402744) -> 164; cube(4483875) -> 165; cube(4565996) -> 166; cube(4649113) -> 167;
cube(4733232) -> 168; cube(4818359) -> 169; cube(4904500) -> 170; cube(4991661) -> 171; cube(5079848) -> 172;
cube(5169067) -> 173; cube(5259324) -> 174; cube(5350625) -> 175; cube(5442976) -> 176; cube(5536383) -> 177;
cube(5630852) -> 178; cube(5726389) -> 179; cube(5823000) -> 180; cube(5920691) -> 181; cube(6019468) -> 182;
cube(6119337) -> 183; cube(6220304) -> 184; cube(6322375) -> 185; cube(6425556) -> 186; cube(6529853) -> 187;
cube(6635272) -> 188; cube(6741819) -> 189; cube(6849500) -> 190; cube(6958321) -> 191; cube(7068288) -> 192;
cube(7179407) -> 193; cube(7291684) -> 194; cube(7405125) -> 195; cube(7519736) -> 196; cube(7635523) -> 197;
cube(7752492) -> 198; cube(7870649) -> 199;
cube(_) -> none.

square(0) -> 0; square(1) -> 1; square(2) -> 4; square(3) -> 9; square(4) -> 16; square(5) -> 25; square(6) ->
36; square(7) -> 49; square(8) -> 64; square(9) -> 81; square(10) -> 100; square(11) -> 121; square(12) ->
144; square(13) -> 169; square(14) -> 196; square(15) -> 225; square(16) -> 256; square(17) -> 289; square(18)
-> 324; square(19) -> 361; square(20) -> 400; square(21) -> 441; square(22) -> 484; square(23) -> 529;
square(24) -> 576; square(25) -> 625; square(26) -> 676; square(27) -> 729; square(28) -> 784; square(29) ->
841; square(30) -> 900; square(31) -> 961; square(32) -> 1024; square(33) -> 1089; square(34) -> 1156;
square(35) -> 1225; square(36) -> 1296; square(37) -> 1369; square(38) -> 1444; square(39) -> 1521; square(40)
-> 1600; square(41) -> 1681; square(42) -> 1764; square(43) -> 1849; square(44) -> 1936; square(45) -> 2025;
square(46) -> 2116; square(47) -> 2209; square(48) -> 2304; square(49) -> 2401; square(50) -> 2500; square(51)
-> 2601; square(52) -> 2704; square(53) -> 2809; square(54) -> 2916; square(55) -> 3025; square(56) -> 3136;
square(57) -> 3249; square(58) -> 3364; square(59) -> 3481; square(60) -> 3600; square(61) -> 3721; square(62)
-> 3844; square(63) -> 3969; square(64) -> 4096; square(65) -> 4225; square(66) -> 4356; square(67) -> 4489;
square(68) -> 4624; square(69) -> 4761; square(70) -> 4900; square(71) -> 5041; square(72) -> 5184; square(73)
-> 5329; square(74) -> 5476; square(75) -> 5625; square(76) -> 5776; square(77) -> 5929; square(78) -> 6084;
square(79) -> 6241; square(80) -> 6400; square(81) -> 6561; square(82) -> 6724; square(83) -> 6889; square(84)
-> 7056; square(85) -> 7225; square(86) -> 7396; square(87) -> 7569; square(88) -> 7744; square(89) -> 7921;
square(90) -> 8100; square(91) -> 8281; square(92) -> 8464; square(93) -> 8649; square(94) -> 8836; square(95)
-> 9025; square(96) -> 9216; square(97) -> 9409; square(98) -> 9604; square(99) -> 9801; square(100) -> 10000;
square(101) -> 10201; square(102) -> 10404; square(103) -> 10609; square(104) -> 10816; square(105) -> 11025;
square(106) -> 11236; square(107) -> 11449; square(108) -> 11664; square(109) -> 11881; square(110) -> 12100;
square(111) -> 12321; square(112) -> 12544; square(113) -> 12769; square(114) -> 12996; square(115) -> 13225;
square(116) -> 13456; square(117) -> 13689; square(118) -> 13924; square(119) -> 14161; square(120) -> 14400;
square(121) -> 14641; square(122) -> 14884; square(123) -> 15129; square(124) -> 15376; square(125) -> 15625;
square(126) -> 15876; square(127) -> 16129; square(128) -> 16384; square(129) -> 16641; square(130) -> 16900;
square(131) -> 17161; square(132) -> 17424; square(133) -> 17689; square(134) -> 17956; square(135) -> 18225;
square(136) -> 18496; square(137) -> 18769; square(138) -> 19044; square(139) -> 19321; square(140) -> 19600;
square(141) -> 19881; square(142) -> 20164; square(143) -> 20449; square(144) -> 20736; square(145) -> 21025;
square(146) -> 21316; square(147) -> 21609; square(148) -> 21904; square(149) -> 22201; square(150) -> 22500;
square(151) -> 22801; square(152) -> 23104; square(153) -> 23409; square(154) -> 23716; square(155) -> 24025;
square(156) -> 24336; square(157) -> 24649; square(158) -> 24964; square(159) -> 25281; square(160) -> 25600;
square(161) -> 25921; square(162) -> 26244; square(163) -> 26569; square(164) -> 26896; square(165) -> 27225;
square(166) -> 27556; square(167) -> 27889; square(168) -> 28224; square(169) -> 28561; square(170) -> 28900;
square(171) -> 29241; square(172) -> 29584; square(173) -> 29929; square(174) -> 30276; square(175) -> 30625;
square(176) -> 30976; square(177) -> 31329; square(178) -> 31684; square(179) -> 32041; square(180) -> 32400;
square(181) -> 32761; square(182) -> 33124; square(183) -> 33489; square(184) -> 33856; square(185) -> 34225;
square(186) -> 34596; square(187) -> 34969; square(188) -> 35344; square(189) -> 35721; square(190) -> 36100;
square(191) -> 36481; square(192) -> 36864; square(193) -> 37249; square(194) -> 37636; square(195) -> 38025;
square(196) -> 38416; square(197) -> 38809; square(198) -> 39204; square(199) -> 39601; square(200) -> 40000;
square(201) -> 40401; square(202) -> 40804; square(203) -> 41209; square(204) -> 41616; square(205) -> 42025;
square(206) -> 42436; square(207) -> 42849; square(208) -> 43264; square(209) -> 43681; square(210) -> 44100;
square(211) -> 44521; square(212) -> 44944; square(213) -> 45369; square(214) -> 45796; square(215) -> 46225;
square(216) -> 46656; square(217) -> 47089; square(218) -> 47524; square(219) -> 47961; square(220) -> 48400;
square(221) -> 48841; square(222) -> 49284; square(223) -> 49729; square(224) -> 50176; square(225) -> 50625;
square(226) -> 51076; square(227) -> 51529; square(228) -> 51984; square(229) -> 52441; square(230) -> 52900;
square(231) -> 53361; square(232) -> 53824; square(233) -> 54289; square(234) -> 54756; square(235) -> 55225;
square(236) -> 55696; square(237) -> 56169; square(238) -> 56644; square(239) -> 57121; square(240) -> 57600;
square(241) -> 58081; square(242) -> 58564; square(243) -> 59049; square(244) -> 59536; square(245) -> 60025;
square(246) -> 60516; square(247) -> 61009; square(248) -> 61504; square(249) -> 62001; square(250) -> 62500;
square(251) -> 63001; square(252) -> 63504; square(253) -> 64009; square(254) -> 64516; square(255) -> 65025;
square(_) -> none.

pair(0, 0) -> 0; pair(0, 1) -> 1; pair(0, 2) -> 2; pair(0, 3) -> 3; pair(0, 4) -> 4; pair(0, 5) -> 5; pair(0,
6) -> 6; pair(0, 7) -> 7; pair(1, 0) -> 8; pair(1, 1) -> 9; pair(1, 2) -> 10; pair(1, 3) -> 11; pair(1, 4) ->
12; pair(1, 5) -> 13; pair(1, 6) -> 14; pair(1, 7) -> 15; pair(2, 0) -> 16; pair(2, 1) -> 17; pair(2, 2) ->
18; pair(2, 3) -> 19; pair(2, 4) -> 20; pair(2, 5) -> 21; pair(2, 6) -> 22; pair(2, 7) -> 23; pair(3, 0) ->
24; pair(3, 1) -> 25; pair(3, 2) -> 26; pair(3, 3) -> 27; pair(3, 4) -> 28; pair(3, 5) -> 29; pair(3, 6) ->
30; pair(3, 7) -> 31; pair(4, 0) -> 32; pair(4, 1) -> 33; pair(4, 2) -> 34; pair(4, 3) -> 35; pair(4, 4) ->
36; pair(4, 5) -> 37; pair(4, 6) -> 38; pair(4, 7) -> 39; pair(5, 0) -> 40; pair(5, 1) -> 41; pair(5, 2) ->
42; pair(5, 3) -> 43; pair(5, 4) -> 44; pair(5, 5) -> 45; pair(5, 6) -> 46; pair(5, 7) -> 47; pair(6, 0) ->
48; pair(6, 1) -> 49; pair(6, 2) -> 50; pair(6, 3) -> 51; pair(6, 4) -> 52; pair(6, 5) -> 53; pair(6, 6) ->
54; pair(6, 7) -> 55; pair(7, 0) -> 56; pair(7, 1) -> 57; pair(7, 2) -> 58; pair(7, 3) -> 59; pair(7, 4) ->
60; pair(7, 5) -> 61; pair(7, 6) -> 62; pair(7, 7) -> 63;
pair(_, _) -> none.

%% Pseudo-random numbers: reproducible for a seed, and not fit for secrets.
%%
%% The generators are those of Sebastiano Vigna and David Blackman (https://prng.di.unimi.it): xorshift64*,
%% xorshift1024*, and xorshift128+, xoroshiro128+ and xoroshiro1024** with words of 58 bits, which are small integers.
%% Some have the `**` scrambler of "Scrambled Linear Pseudorandom Number Generators" (2018). Seeds are spread with
%% SplitMix64. A jump multiplies the state by a power of the generator's matrix, given as a polynomial in that matrix:
%% bit N of a constant below says whether the state after N steps is part of the sum. mwc59 is a multiply-with-carry
%% generator (Marsaglia). Normal numbers come by the ziggurat method (Marsaglia and Tsang, 2000) with 256 layers.
%%
%% A state is {Algorithm, Numbers}, with Algorithm a map that says how to go on; the one of the process is kept in its
%% dictionary. `bits` are the bits of a number, of which the lowest `weak_low_bits` are of less worth; generators of old
%% have `max` instead.
%%
%% Invariant: a number depends on the seed alone, and is the one that OTP makes of it.
%% Absent on purpose: OTP's sequences of shuffles and what it makes of a seed for mwc59, which are nowhere written down.
-module(rand).

-export([seed/1, seed/2, seed_s/1, seed_s/2, export_seed/0, export_seed_s/1, jump/0, jump/1]).
-export([uniform/0, uniform/1, uniform_s/1, uniform_s/2, uniform_real/0, uniform_real_s/1, normal/0, normal/2,
         normal_s/1, normal_s/3, bytes/1, bytes_s/2, shuffle/1, shuffle_s/2]).
-export([splitmix64_next/1, exsp_next/1, exsp_jump/1, mwc59/1, mwc59_value32/1, mwc59_value/1, mwc59_float/1,
         mwc59_seed/0, mwc59_seed/1]).

-define(KEY, rand_seed).
-define(BIT(N), (1 bsl (N))).
-define(MASK(N), (?BIT(N) - 1)).
-define(MASK(N, X), ((X) band ?MASK(N))).
-define(ROTATE58(X, N), (?MASK(58, (X) bsl (N)) bor ((X) bsr (58 - (N))))).

%% How far jumps go: 2^64 steps for two words, 2^512 for sixteen.
-define(EXSP_JUMP, 16#D174A83E17DE2302F8EA6BC32C797).
-define(EXROP_JUMP, 16#9863200F83FCD4A11293241FCB12A).
-define(EXS1024_JUMP,
        (16#4489AFFCE4F31A1E5B34A39F070B5837A3C65B8776F9685584242F96ECA9C41D bor
        (16#AAC17D8EFA43CAB83659132BB12FEA70DC2D9891FE68C0222FFEEB0A48316F40 bsl 256) bor
        (16#7910C41D10A1E6A5691548C86C1BD5405EE975283D71C93BC4CB815590989B13 bsl 512) bor
        (16#284600E3F30E38C3B99181F2D8F685CA047F7684E9FC949D0B5FC64563B3E2A8 bsl 768))).
-define(EXRO928_JUMP,
        (16#B83FE51A1EB3BE1910A1DE1D7D6813D2BA05381FDFD1490244085302F77130CA bor
        (16#657E19F00D4B3584DDD98EE4BE41E015AC26D5D20F9B49FA81B0090567FD9F0 bsl 256) bor
        (16#BCB3B7C4CC049C536E62A33CC2323831B45A3A8A3CEF3CC0F02F778573CF0F0A bsl 512) bor
        (16#B10773CBE19F5FC1A1504ACD83F240C6007E76CE bsl 768))).
%% The layers of the ziggurat, all of one area: the one at the bottom is first and has the tail, which begins at TAIL.
%% How far the layer above reaches of 2^51, how wide 1 of 2^51 is, and the height of the curve at its end.
-define(TAIL, 3.6541528853610088).
-define(TAIL_INVERSE, 0.27366123732975828).
-define(WITHIN,
        {2104047571236786, 0, 1693657211986787, 1919380038271141, 2015384402196343, 2068365869448128,
         2101878624052573, 2124958784102998, 2141808670795147, 2154644611568301, 2164744887587275, 2172897953696594,
         2179616279372365, 2185247251868649, 2190034623107822, 2194154434521197, 2197736978774660, 2200880740891961,
         2203661538010620, 2206138681109102, 2208359231806599, 2210361007258210, 2212174742388539, 2213825672704646,
         2215334711002614, 2216719334487595, 2217994262139172, 2219171977965032, 2220263139538712, 2221276900117330,
         2222221164932930, 2223102796829069, 2223927782546658, 2224701368170060, 2225428170204312, 2226112267248242,
         2226757276105256, 2227366415328399, 2227942558554684, 2228488279492521, 2229005890047222, 2229497472775193,
         2229964908627060, 2230409900758597, 2230833995044585, 2231238597816133, 2231624991250191, 2231994346765928,
         2232347736722750, 2232686144665934, 2233010474325959, 2233321557544881, 2233620161276071, 2233906993781271,
         2234182710130335, 2234447917093496, 2234703177503020, 2234949014150181, 2235185913274316, 2235414327692884,
         2235634679614920, 2235847363174595, 2236052746716837, 2236251174862869, 2236442970379967, 2236628435876762,
         2236807855342765, 2236981495548562, 2237149607321147, 2237312426707209, 2237470176035652, 2237623064889403,
         2237771290995388, 2237915041040597, 2238054491421305, 2238189808931712, 2238321151397660, 2238448668260432,
         2238572501115169, 2238692784207942, 2238809644895133, 2238923204068402, 2239033576548190, 2239140871448443,
         2239245192514958, 2239346638439541, 2239445303151952, 2239541276091442, 2239634642459498, 2239725483455293,
         2239813876495186, 2239899895417494, 2239983610673676, 2240065089506935, 2240144396119183, 2240221591827230,
         2240296735208969, 2240369882240293, 2240441086423386, 2240510398907004, 2240577868599305, 2240643542273726,
         2240707464668391, 2240769678579486, 2240830224948980, 2240889142947082, 2240946470049769, 2241002242111691,
         2241056493434746, 2241109256832602, 2241160563691400, 2241210444026879, 2241258926538122, 2241306038658137,
         2241351806601435, 2241396255408788, 2241439408989313, 2241481290160038, 2241521920683062, 2241561321300462,
         2241599511767028, 2241636510880960, 2241672336512612, 2241707005631362, 2241740534330713, 2241772937851689,
         2241804230604585, 2241834426189161, 2241863537413311, 2241891576310281, 2241918554154466, 2241944481475843,
         2241969368073071, 2241993223025298, 2242016054702685, 2242037870775710, 2242058678223225, 2242078483339331,
         2242097291739040, 2242115108362774, 2242131937479672, 2242147782689725, 2242162646924736, 2242176532448092,
         2242189440853337, 2242201373061537, 2242212329317416, 2242222309184237, 2242231311537397, 2242239334556717,
         2242246375717369, 2242252431779415, 2242257498775893, 2242261571999416, 2242264645987196, 2242266714504453,
         2242267770526109, 2242267806216711, 2242266812908462, 2242264781077289, 2242261700316818, 2242257559310145,
         2242252345799276, 2242246046552082, 2242238647326615, 2242230132832625, 2242220486690076, 2242209691384458,
         2242197728218684, 2242184577261310, 2242170217290819, 2242154625735679, 2242137778609839, 2242119650443327,
         2242100214207556, 2242079441234906, 2242057301132135, 2242033761687079, 2242008788768107, 2241982346215682,
         2241954395725356, 2241924896721443, 2241893806220517, 2241861078683830, 2241826665857598, 2241790516600041,
         2241752576693881, 2241712788642916, 2241671091451078, 2241627420382235, 2241581706698773, 2241533877376767,
         2241483854795281, 2241431556397035, 2241376894317345, 2241319774977817, 2241260098640860, 2241197758920538,
         2241132642244704, 2241064627262652, 2240993584191742, 2240919374095536, 2240841848084890, 2240760846432232,
         2240676197587784, 2240587717084782, 2240495206318753, 2240398451183567, 2240297220544165, 2240191264522612,
         2240080312570155, 2239964071293331, 2239842221996530, 2239714417896699, 2239580280957725, 2239439398282193,
         2239291317986196, 2239135544468203, 2238971532964979, 2238798683265269, 2238616332424351, 2238423746288095,
         2238220109591890, 2238004514345216, 2237775946143212, 2237533267957822, 2237275200846753, 2237000300869952,
         2236706931309099, 2236393229029147, 2236057063479501, 2235695986373246, 2235307169458859, 2234887326941578,
         2234432617919447, 2233938522519765, 2233399683022677, 2232809697779198, 2232160850599817, 2231443750584641,
         2230646845562170, 2229755753817986, 2228752329126533, 2227613325162504, 2226308442121174, 2224797391720399,
         2223025347823832, 2220915633329809, 2218357446087030, 2215184158448668, 2211132412537369, 2205758503851065,
         2198248265654987, 2186916352102141, 2167562552481814, 2125549880839716}).
-define(WIDTHS,
        {1.736725412160263e-15, 9.558660351455634e-17, 1.2708704834810623e-16, 1.4909740962495474e-16,
         1.6658733631586268e-16, 1.8136120810119029e-16, 1.9429720153135588e-16, 2.0589500628482093e-16,
         2.1646860576895422e-16, 2.2622940392218116e-16, 2.353271891404589e-16, 2.438723455742877e-16,
         2.5194879829274225e-16, 2.5962199772528103e-16, 2.6694407473648285e-16, 2.7395729685142446e-16,
         2.8069646002484804e-16, 2.871905890411393e-16, 2.9346417484728883e-16, 2.9953809336782113e-16,
         3.054303000719244e-16, 3.111563633892157e-16, 3.1672988018581815e-16, 3.2216280350549905e-16,
         3.274657040793975e-16, 3.326479811684171e-16, 3.377180341735323e-16, 3.4268340353119356e-16,
         3.475508873172976e-16, 3.523266384600203e-16, 3.5701624633953494e-16, 3.616248057159834e-16,
         3.661569752965354e-16, 3.7061702777236077e-16, 3.75008892787478e-16, 3.7933619401549554e-16,
         3.836022812967728e-16, 3.8781025861250247e-16, 3.919630085325768e-16, 3.9606321366256378e-16,
         4.001133755254669e-16, 4.041158312414333e-16, 4.080727683096045e-16, 4.119862377480744e-16,
         4.1585816580828064e-16, 4.1969036444740733e-16, 4.234845407152071e-16, 4.272423051889976e-16,
         4.309651795716294e-16, 4.346546035512876e-16, 4.383119410085457e-16, 4.4193848564470665e-16,
         4.455354660957914e-16, 4.491040505882875e-16, 4.52645351185714e-16, 4.561604276690038e-16,
         4.596502910884941e-16, 4.631159070208165e-16, 4.665581985600875e-16, 4.699780490694195e-16,
         4.733763047158324e-16, 4.767537768090853e-16, 4.8011124396270155e-16, 4.834494540935008e-16,
         4.867691262742209e-16, 4.900709524522994e-16, 4.933555990465414e-16, 4.966237084322178e-16,
         4.998759003240909e-16, 5.031127730659319e-16, 5.0633490483427195e-16, 5.095428547633892e-16,
         5.127371639978797e-16, 5.159183566785736e-16, 5.190869408670343e-16, 5.222434094134042e-16,
         5.253882407719454e-16, 5.285218997682382e-16, 5.316448383216618e-16, 5.34757496126473e-16,
         5.378603012945235e-16, 5.409536709623993e-16, 5.440380118655467e-16, 5.471137208817361e-16,
         5.501811855460336e-16, 5.532407845392784e-16, 5.56292888151909e-16, 5.593378587248462e-16,
         5.623760510690043e-16, 5.65407812864896e-16, 5.684334850436814e-16, 5.714534021509204e-16,
         5.744678926941961e-16, 5.774772794756965e-16, 5.804818799107686e-16, 5.834820063333892e-16,
         5.864779662894365e-16, 5.894700628185872e-16, 5.924585947256134e-16, 5.95443856841806e-16,
         5.984261402772028e-16, 6.014057326642664e-16, 6.043829183936125e-16, 6.073579788423606e-16,
         6.103311925956439e-16, 6.133028356617911e-16, 6.162731816816596e-16, 6.192425021325847e-16,
         6.222110665273788e-16, 6.251791426088e-16, 6.281469965398895e-16, 6.311148930905604e-16,
         6.34083095820806e-16, 6.370518672608815e-16, 6.400214690888025e-16, 6.429921623054896e-16,
         6.459642074078832e-16, 6.489378645603397e-16, 6.519133937646159e-16, 6.548910550287415e-16,
         6.578711085350741e-16, 6.608538148078259e-16, 6.638394348803506e-16, 6.668282304624746e-16,
         6.698204641081558e-16, 6.728163993837531e-16, 6.758163010371901e-16, 6.78820435168298e-16,
         6.818290694006254e-16, 6.848424730550038e-16, 6.878609173251664e-16, 6.908846754557169e-16,
         6.939140229227569e-16, 6.969492376174829e-16, 6.999906000330764e-16, 7.030383934552151e-16,
         7.060929041565482e-16, 7.091544215954873e-16, 7.122232386196779e-16, 7.152996516745303e-16,
         7.183839610172063e-16, 7.214764709364707e-16, 7.245774899788387e-16, 7.276873311814693e-16,
         7.308063123122743e-16, 7.339347561177405e-16, 7.370729905789831e-16, 7.4022134917658e-16,
         7.433801711647648e-16, 7.465498018555889e-16, 7.497305929136979e-16, 7.529229026624058e-16,
         7.561270964017922e-16, 7.5934354673958895e-16, 7.625726339356756e-16, 7.658147462610487e-16,
         7.690702803721919e-16, 7.723396417018299e-16, 7.756232448671174e-16, 7.789215140963852e-16,
         7.822348836756411e-16, 7.855637984161084e-16, 7.889087141441755e-16, 7.922700982152271e-16,
         7.956484300529366e-16, 7.99044201715713e-16, 8.024579184921259e-16, 8.058900995272657e-16,
         8.093412784821501e-16, 8.128120042284501e-16, 8.163028415809877e-16, 8.198143720706533e-16,
         8.23347194760605e-16, 8.26901927108847e-16, 8.304792058805374e-16, 8.340796881136629e-16,
         8.377040521420222e-16, 8.413529986798028e-16, 8.450272519724097e-16, 8.487275610186155e-16,
         8.524547008695596e-16, 8.562094740106233e-16, 8.599927118327665e-16, 8.638052762005259e-16,
         8.676480611245582e-16, 8.715219945473698e-16, 8.754280402517175e-16, 8.793671999021043e-16,
         8.833405152308408e-16, 8.873490703813135e-16, 8.913939944224086e-16, 8.954764640495068e-16,
         8.9959770648911e-16, 9.037590026260118e-16, 9.079616903740068e-16, 9.122071683134846e-16,
         9.164968996219135e-16, 9.208324163262308e-16, 9.252153239095693e-16, 9.296473063086417e-16,
         9.341301313425265e-16, 9.38665656618666e-16, 9.432558359676707e-16, 9.479027264651738e-16,
         9.526084961066279e-16, 9.57375432209745e-16, 9.622059506294838e-16, 9.671026058823054e-16,
         9.720681022901626e-16, 9.771053062707209e-16, 9.822172599190541e-16, 9.874071960480671e-16,
         9.926785548807976e-16, 9.980350026183645e-16, 1.003480452143618e-15, 1.0090190861637457e-15,
         1.0146553831467086e-15, 1.0203941464683124e-15, 1.0262405372613567e-15, 1.0322001115486456e-15,
         1.03827886235154e-15, 1.044483267600047e-15, 1.0508203448355195e-15, 1.057297713900989e-15,
         1.06392366906768e-15, 1.0707072623632994e-15, 1.0776584002668106e-15, 1.0847879564403425e-15,
         1.0921079038149563e-15, 1.0996314701785628e-15, 1.1073733224935752e-15, 1.1153497865853155e-15,
         1.1235791107110833e-15, 1.1320817840164846e-15, 1.140880924258278e-15, 1.1500027537839792e-15,
         1.159477189144919e-15, 1.169338578691096e-15, 1.17962663529558e-15, 1.190387629928289e-15,
         1.2016759392543819e-15, 1.2135560818666897e-15, 1.2261054417450561e-15, 1.2394179789163251e-15,
         1.2536093926602567e-15, 1.268824481425501e-15, 1.2852479319096109e-15, 1.3031206634689985e-15,
         1.3227655770195326e-15, 1.3446300925011171e-15, 1.3693606835128518e-15, 1.397943667277524e-15,
         1.4319989869661328e-15, 1.4744848603597596e-15, 1.5317872741611144e-15, 1.6227698675312968e-15}).
-define(HEIGHTS,
        {1.0, 0.9771017012676708, 0.959879091800106, 0.9451989534422991, 0.9320600759592299, 0.9199915050393465,
         0.9087264400521303, 0.898095921898343, 0.8879846607558328, 0.8783096558089168, 0.8690086880368565,
         0.8600336211963311, 0.8513462584586775, 0.8429156531122037, 0.834716292986883, 0.8267268339462209,
         0.8189291916037019, 0.8113078743126557, 0.8038494831709638, 0.7965423304229584, 0.789376143566024,
         0.782341832654802, 0.7754313049811866, 0.7686373157984857, 0.7619533468367948, 0.7553735065070957,
         0.7488924472191564, 0.7425052963401506, 0.7362075981268621, 0.7299952645614757, 0.7238645334686297,
         0.7178119326307215, 0.711834248878248, 0.7059285013327538, 0.7000919181365112, 0.6943219161261163,
         0.6886160830046714, 0.6829721616449943, 0.6773880362187731, 0.6718617198970817, 0.6663913439087498,
         0.6609751477766628, 0.6556114705796969, 0.6502987431108164, 0.645035480820822, 0.6398202774530561,
         0.6346517992876233, 0.6295287799248362, 0.6244500155470261, 0.619414360605834, 0.6144207238889134,
         0.6094680649257731, 0.6045553906974673, 0.5996817526191248, 0.5948462437679869, 0.5900479963328255,
         0.5852861792633709, 0.5805599961007903, 0.5758686829723532, 0.5712115067352527, 0.5665877632561639,
         0.5619967758145239, 0.5574378936187655, 0.5529104904258318, 0.5484139632552654, 0.5439477311900258,
         0.5395112342569516, 0.5351039323804572, 0.5307253044036615, 0.526374847171684, 0.5220520746723214,
         0.5177565172297559, 0.5134877207473265, 0.5092452459957476, 0.5050286679434679, 0.5008375751261483,
         0.4966715690524893, 0.49253026364386815, 0.4884132847054576, 0.4843202694266829, 0.4802508659090464,
         0.4762047327195055, 0.47218153846772976, 0.4681809614056932, 0.4642026890481739, 0.4602464178128425,
         0.4563118526787161, 0.45239870686184824, 0.44850670150720273, 0.4446355653957391, 0.44078503466580377,
         0.43695485254798533, 0.4331447691126521, 0.42935454102944126, 0.4255839313380218, 0.42183270922949573,
         0.41810064983784795, 0.4143875340408909, 0.410693148270188, 0.40701728432947315, 0.4033597392211143,
         0.399720314980197, 0.39609881851583223, 0.3924950614593154, 0.38890886001878855, 0.38534003484007706,
         0.38178841087339344, 0.37825381724561896, 0.37473608713789086, 0.3712350576682392, 0.36775056977903225,
         0.3642824681290037, 0.36083060098964775, 0.3573948201457802, 0.35397498080007656, 0.3505709414814059,
         0.3471825639567935, 0.34380971314685055, 0.34045225704452164, 0.3371100666370059, 0.33378301583071823,
         0.3304709813791634, 0.3271738428136013, 0.32389148237639104, 0.3206237849569053, 0.3173706380299135,
         0.31413193159633707, 0.31090755812628634, 0.3076974125042919, 0.3045013919766498, 0.3013193961008029,
         0.2981513266966853, 0.29499708779996164, 0.291856585617095, 0.2887297284821827, 0.2856164268155016,
         0.2825165930837074, 0.2794301417616377, 0.2763569892956681, 0.2732970540685769, 0.2702502563658752,
         0.26721651834356114, 0.2641957639972608, 0.2611879191327208, 0.2581929113376189, 0.2552106699546617,
         0.2522411260559419, 0.24928421241852824, 0.24633986350126363, 0.24340801542275012, 0.2404886059405004,
         0.23758157443123795, 0.2346868618723299, 0.23180441082433859, 0.22893416541468023, 0.2260760713223802,
         0.22323007576391746, 0.22039612748015194, 0.21757417672433113, 0.21476417525117358, 0.21196607630703015,
         0.209179834621125, 0.20640540639788071, 0.20364274931033485, 0.20089182249465656, 0.1981525865457751,
         0.19542500351413428, 0.19270903690358912, 0.19000465167046496, 0.18731181422380025, 0.18463049242679927,
         0.18196065559952254, 0.17930227452284767, 0.176655321443735, 0.17401977008183875, 0.17139559563750595,
         0.1687827748012115, 0.16618128576448205, 0.1635911082323657, 0.16101222343751107, 0.1584446141559243,
         0.1558882647244792, 0.15334316106026283, 0.15080929068184568, 0.14828664273257453, 0.14577520800599403,
         0.1432749789735134, 0.1407859498144447, 0.1383081164485507, 0.13584147657125373, 0.13338602969166913,
         0.1309417771736443, 0.12850872227999952, 0.12608687022018586, 0.12367622820159654, 0.12127680548479021,
         0.11888861344290998, 0.1165116656256108, 0.11414597782783835, 0.111791568163838, 0.10944845714681163,
         0.10711666777468364, 0.1047962256224869, 0.10248715894193508, 0.10018949876880981, 0.09790327903886228,
         0.09562853671300882, 0.09336531191269086, 0.09111364806637363, 0.08887359206827579, 0.08664519445055796,
         0.08442850957035337, 0.08222359581320286, 0.08003051581466306, 0.07784933670209604, 0.07568013035892707,
         0.07352297371398127, 0.07137794905889037, 0.06924514439700677, 0.0671246538277885, 0.06501657797124284,
         0.06292102443775811, 0.060838108349539864, 0.05876795292093376, 0.0567106901062029, 0.054666461324888914,
         0.052635418276792176, 0.05061772386094776, 0.04861355321586852, 0.04662309490193037, 0.04464655225129444,
         0.04268414491647443, 0.04073611065594093, 0.03880270740452611, 0.036884215688567284, 0.034980941461716084,
         0.03309321945857852, 0.031221417191920245, 0.029365939758133314, 0.027527235669603082, 0.025705804008548896,
         0.023902203305795882, 0.022117062707308864, 0.020351096230044517, 0.018605121275724643,
         0.016880083152543166, 0.015177088307935325, 0.01349745060173988, 0.011842757857907888, 0.010214971439701471,
         0.008616582769398732, 0.007050875471373227, 0.005522403299250997, 0.0040379725933630305,
         0.0026090727461021627, 0.0012602859304985975}).

%% Seeds.

seed(Seed) ->
    kept(seed_s(Seed)).

seed(Name, Seed) ->
    kept(seed_s(Name, Seed)).

seed_s({#{type := _}, _} = State) ->
    State;
seed_s({Name, Numbers}) when is_atom(Name) ->
    {algorithm(Name), Numbers};
seed_s(Name) ->
    seed_s(Name, {erlang:phash2([{node(), self()}]), erlang:system_time(), erlang:unique_integer()}).

seed_s(default, Seed) ->
    seed_s(exsss, Seed);
seed_s(Name, Seed) ->
    Algorithm = algorithm(Name),
    {Algorithm, seeded(Name, Seed)}.

export_seed() ->
    case get(?KEY) of
        {#{type := Name}, Numbers} -> {Name, Numbers};
        _ -> undefined
    end.

export_seed_s({#{type := Name}, Numbers}) -> {Name, Numbers}.

kept(State) ->
    put(?KEY, State),
    State.

own() ->
    case get(?KEY) of
        undefined -> seed_s(default);
        State -> State
    end.

%% Gives the first of what a function makes, and keeps the state that it leaves.
keeping({Value, State}) ->
    put(?KEY, State),
    Value.

algorithm(exsss) -> #{type => exsss, bits => 58, next => fun exsss_next/1, jump => fun exsp_jump/1};
algorithm(exro928ss) -> #{type => exro928ss, bits => 58, next => fun exro928_next/1, jump => fun exro928_jump/1};
algorithm(exrop) ->
    #{type => exrop, bits => 58, weak_low_bits => 1, next => fun exrop_next/1, jump => fun exrop_jump/1};
algorithm(exs1024s) ->
    #{type => exs1024s, bits => 64, weak_low_bits => 3, next => fun exs1024_next/1, jump => fun exs1024_jump/1};
algorithm(exsp) -> #{type => exsp, bits => 58, weak_low_bits => 1, next => fun exsp_next/1, jump => fun exsp_jump/1};
algorithm(dummy) -> #{type => dummy, bits => 58, next => fun dummy_next/1};
algorithm(exs64) -> #{type => exs64, max => ?MASK(64), next => fun exs64_next/1};
algorithm(exsplus) -> #{type => exsplus, max => ?MASK(58), next => fun exsp_next/1, jump => fun exsp_jump/1};
algorithm(exs1024) -> #{type => exs1024, max => ?MASK(64), next => fun exs1024_next/1, jump => fun exs1024_jump/1}.

%% The numbers of an algorithm from a list of them, from one integer, or from three.

seeded(Name, Seed) when Name =:= exsss; Name =:= exsp; Name =:= exsplus; Name =:= exrop, not is_tuple(Seed) ->
    case {numbers(58, 2, Seed), Name} of
        {{three, _, B, C}, exsss} -> [B | C];
        {{three, _, _, _}, _} -> exsplus_seed(Seed);
        {[A, B], _} -> [A | B]
    end;
seeded(exrop, Seed) -> exrop_seed(Seed);
seeded(dummy, Seed) ->
    case numbers(58, 1, Seed) of
        {three, _, _, C} -> C;
        [A] -> A
    end;
seeded(exs64, Seed) when is_tuple(Seed) -> exs64_seed(Seed);
seeded(exs64, Seed) -> hd(numbers(64, 1, Seed));
seeded(exro928ss, {_, _, _} = Seed) ->
    {A, X} = spread(58, first_of(Seed)),
    {B, Y} = spread(58, X bxor ?MASK(64, element(2, Seed))),
    {C, Z} = spread(58, Y bxor ?MASK(64, element(3, Seed))),
    {[A, B, C | spread_all(58, 13, Z)], []};
seeded(exro928ss, Seed) -> {numbers(58, 16, Seed), []};
seeded(_, {_, _, _} = Seed) -> {exs1024_seed(Seed), []};
seeded(_, Seed) -> {numbers(64, 16, Seed), []}.

first_of({A, _, _}) -> ?MASK(64, A).

numbers(Bits, Count, List) when is_list(List) ->
    length(List) =< Count orelse error(too_many_seed_integers),
    Numbers = [?MASK(Bits, Number) || Number <- List],
    lists:any(fun(Number) -> Number =/= 0 end, Numbers) orelse error(zero_seed),
    Numbers ++ lists:duplicate(Count - length(List), 0);
numbers(Bits, Count, Seed) when is_integer(Seed) ->
    spread_all(Bits, Count, ?MASK(64, Seed));
numbers(Bits, _, {_, B0, C0} = Seed) ->
    {A, X} = spread(Bits, first_of(Seed)),
    {B, Y} = spread(Bits, X bxor ?MASK(64, B0)),
    {C, _} = spread(Bits, Y bxor ?MASK(64, C0)),
    {three, A, B, C}.

spread_all(_, 0, _) -> [];
spread_all(Bits, Count, X) ->
    {Number, Next} = spread(Bits, X),
    [Number | spread_all(Bits, Count - 1, Next)].

%% The next number of SplitMix64 that is not zero.
spread(Bits, X) ->
    case splitmix64_next(X) of
        {Value, Next} when ?MASK(Bits, Value) =:= 0 -> spread(Bits, Next);
        {Value, Next} -> {?MASK(Bits, Value), Next}
    end.

splitmix64_next(X) ->
    Next = ?MASK(64, X + 16#9E3779B97F4A7C15),
    A = ?MASK(64, (Next bxor (Next bsr 30)) * 16#BF58476D1CE4E5B9),
    B = ?MASK(64, (A bxor (A bsr 27)) * 16#94D049BB133111EB),
    {B bxor (B bsr 31), Next}.

%% Three integers, each by a prime, in the generators that came before SplitMix64.

exsplus_seed({A, B, C}) ->
    {_, [_ | Second]} = exsp_next([?MASK(58, A * 4294967197 + 1) | ?MASK(58, B * 4294967231 + 1)]),
    {_, Numbers} = exsp_next([?MASK(58, C * 4294967279 + 1) | Second]),
    Numbers.

exrop_seed({A, B, C}) ->
    {_, [_ | Second]} = exrop_next([?MASK(58, A * 4294967197 + 1) | ?MASK(58, B * 4294967231 + 1)]),
    {_, Numbers} = exrop_next([?MASK(58, C * 4294967279 + 1) | Second]),
    Numbers.

exs64_seed({A, B, C}) ->
    {X, _} = exs64_next(?MASK(64, ?MASK(32, A) * 4294967197 + 1)),
    {Y, _} = exs64_next(?MASK(64, ?MASK(32, B) * 4294967231 + 1)),
    {Z, _} = exs64_next(?MASK(64, ?MASK(32, C) * 4294967279 + 1)),
    X * Y * Z rem (?MASK(64) - 1) + 1.

exs1024_seed({A, B, C}) ->
    X = ?MASK(21, (?MASK(21, A) + 1) * 2097131),
    Y = ?MASK(21, (?MASK(21, B) + 1) * 2097133),
    Z = ?MASK(21, (?MASK(21, C) + 1) * 2097143),
    exs64_values(16, (X bsl 43) bor (Y bsl 22) bor (Z bsl 1) bor 1, []).

exs64_values(0, _, Values) -> Values;
exs64_values(Count, X, Values) ->
    {Value, Next} = exs64_next(X),
    exs64_values(Count - 1, Next, [Value | Values]).

%% Generators: a number, and the numbers that come after it.

exsp_next([S1 | S0]) ->
    Next = exsp_step(S1, S0),
    {?MASK(58, S0 + Next), [S0 | Next]}.

exsss_next([S1 | S0]) ->
    {scrambled(S0), [S0 | exsp_step(S1, S0)]}.

exsp_step(S1, S0) ->
    A = ?MASK(58, S1 bxor (S1 bsl 24)),
    A bxor S0 bxor (A bsr 11) bxor (S0 bsr 41).

scrambled(S) ->
    A = ?MASK(58, S * 5),
    ?MASK(58, ?ROTATE58(A, 7) * 9).

exrop_next([S0 | S1]) ->
    A = S0 bxor S1,
    {?MASK(58, S0 + S1), [?ROTATE58(S0, 24) bxor A bxor ?MASK(58, A bsl 2) | ?ROTATE58(A, 35)]}.

exs64_next(X) ->
    A = X bxor (X bsr 12),
    B = A bxor ?MASK(64, A bsl 25),
    C = B bxor (B bsr 27),
    {?MASK(64, C * 2685821657736338717), C}.

%% Sixteen words in a ring: those to come, and those that were, the last first.

exs1024_next({[S0, S1 | Ahead], Behind}) ->
    A = S1 bxor ?MASK(64, S1 bsl 31),
    Next = A bxor (A bsr 11) bxor S0 bxor (S0 bsr 30),
    {?MASK(64, Next * 1181783497276652981), {[Next | Ahead], [S0 | Behind]}};
exs1024_next({[S0], Behind}) ->
    exs1024_next({[S0 | lists:reverse(Behind)], []}).

exro928_next({[S15, S0 | Ahead], Behind}) ->
    A = S15 bxor S0,
    Passed = ?ROTATE58(S0, 44) bxor A bxor ?MASK(58, A bsl 9),
    {scrambled(S0), {[?ROTATE58(A, 45) | Ahead], [Passed | Behind]}};
exro928_next({[S15], Behind}) ->
    exro928_next({[S15 | lists:reverse(Behind)], []}).

dummy_next(X) ->
    {X, X bxor ?MASK(58)}.

%% Jumps.

jump() ->
    kept(jump(own())).

jump({#{jump := Jump} = Algorithm, Numbers}) -> {Algorithm, Jump(Numbers)};
jump({#{}, _}) -> error(not_implemented).

exsp_jump([S1 | S0]) ->
    [A, B] = jumped(?EXSP_JUMP, fun exsp_next/1, [S1 | S0], fun pair/1, [0, 0]),
    [A | B].

exrop_jump(Numbers) ->
    [A, B] = jumped(?EXROP_JUMP, fun exrop_next/1, Numbers, fun pair/1, [0, 0]),
    [A | B].

exs1024_jump(Numbers) ->
    {jumped(?EXS1024_JUMP, fun exs1024_next/1, Numbers, fun ring/1, lists:duplicate(16, 0)), []}.

exro928_jump(Numbers) ->
    {jumped(?EXRO928_JUMP, fun exro928_next/1, Numbers, fun ring/1, lists:duplicate(16, 0)), []}.

pair([A | B]) -> [A, B].

ring({Ahead, Behind}) -> Ahead ++ lists:reverse(Behind).

jumped(0, _, _, _, Sum) ->
    Sum;
jumped(Polynomial, Next, Numbers, Words, Sum) ->
    NewSum =
        case Polynomial band 1 of
            1 -> lists:zipwith(fun(A, B) -> A bxor B end, Sum, Words(Numbers));
            0 -> Sum
        end,
    {_, NewNumbers} = Next(Numbers),
    jumped(Polynomial bsr 1, Next, NewNumbers, Words, NewSum).

%% Uniform numbers.

uniform() ->
    keeping(uniform_s(own())).

uniform(Range) ->
    keeping(uniform_s(Range, own())).

uniform_s({#{type := dummy, next := Next} = Algorithm, Numbers}) ->
    {_, NewNumbers} = Next(Numbers),
    {0.5, {Algorithm, NewNumbers}};
uniform_s({#{bits := Bits, next := Next} = Algorithm, Numbers}) ->
    {Value, NewNumbers} = Next(Numbers),
    {(Value bsr (Bits - 53)) / ?BIT(53), {Algorithm, NewNumbers}};
uniform_s({#{max := Max, next := Next} = Algorithm, Numbers}) ->
    {Value, NewNumbers} = Next(Numbers),
    {Value / (Max + 1), {Algorithm, NewNumbers}}.

uniform_s(Range, {#{type := dummy, next := Next} = Algorithm, Numbers}) when is_integer(Range), Range >= 1 ->
    {_, NewNumbers} = Next(Numbers),
    {1, {Algorithm, NewNumbers}};
uniform_s(Range, {#{bits := _, next := Next} = Algorithm, Numbers}) when is_integer(Range), Range >= 1 ->
    {Value, NewNumbers} = Next(Numbers),
    in_range(Range, Algorithm, NewNumbers, Value);
uniform_s(Range, {#{max := Max, next := Next} = Algorithm, Numbers}) when is_integer(Range), Range >= 1 ->
    {Value, NewNumbers} = Next(Numbers),
    case Range =< Max of
        true -> {Value rem Range + 1, {Algorithm, NewNumbers}};
        false -> {trunc(Value / (Max + 1) * Range) + 1, {Algorithm, NewNumbers}}
    end.

%% Values above the last multiple of the range are thrown away, so that none of the range is likelier.
in_range(Range, #{bits := Bits, next := Next} = Algorithm, Numbers, Value) ->
    Weak = maps:get(weak_low_bits, Algorithm, 0),
    {Wide, NewNumbers, Width} = widened(Range, Next, Numbers, Value, Weak, Bits - Weak, Bits),
    In = Wide rem Range,
    case Wide - In =< ?BIT(Width) - Range of
        true -> {In + 1, {Algorithm, NewNumbers}};
        false -> uniform_s(Range, {Algorithm, NewNumbers})
    end.

%% As many values behind each other as the range needs; of all but the last, weak bits are overwritten.
widened(Range, _, Numbers, Value, _, _, Width) when Range =< ?BIT(Width) ->
    {Value, Numbers, Width};
widened(Range, Next, Numbers, Value, Weak, Shift, Width) ->
    {More, NewNumbers} = Next(Numbers),
    widened(Range, Next, NewNumbers, ((Value band bnot ?MASK(Weak)) bsl Shift) bor More, Weak, Shift, Width + Shift).

uniform_real() ->
    keeping(uniform_real_s(own())).

%% A float of full precision, however small: 56 bits at first, and as many more as leading zeros took away.
uniform_real_s({Algorithm, Numbers}) ->
    {Value, NewNumbers} = high_bits(56, Algorithm, Numbers),
    real(?MASK(56, Value), -56, Algorithm, NewNumbers).

real(0, Exponent, Algorithm, Numbers) when Exponent < -1008 ->
    {0.0, {Algorithm, Numbers}};
real(0, Exponent, Algorithm, Numbers) ->
    {Value, NewNumbers} = high_bits(56, Algorithm, Numbers),
    real(?MASK(56, Value), Exponent - 56, Algorithm, NewNumbers);
real(Value, Exponent, Algorithm, Numbers) ->
    case 53 - width(Value, 0) of
        Missing when Missing =< 0 ->
            {(Value bsr -Missing) * math:pow(2.0, Exponent - Missing), {Algorithm, Numbers}};
        Missing ->
            {More, NewNumbers} = high_bits(Missing, Algorithm, Numbers),
            {((Value bsl Missing) bor More) * math:pow(2.0, Exponent - Missing), {Algorithm, NewNumbers}}
    end.

width(0, Width) -> Width;
width(Value, Width) -> width(Value bsr 1, Width + 1).

%% Of generators of old the lowest 56 bits are taken for all; those above are left on.
high_bits(Count, #{bits := Bits, next := Next}, Numbers) ->
    {Value, NewNumbers} = Next(Numbers),
    {Value bsr (Bits - Count), NewNumbers};
high_bits(Count, #{next := Next}, Numbers) ->
    {Value, NewNumbers} = Next(Numbers),
    {Value bsr (56 - Count), NewNumbers}.

%% Normal numbers, of mean 0 and variance 1 if nothing else is said.

normal() ->
    keeping(normal_s(own())).

normal(Mean, Variance) ->
    keeping(normal_s(Mean, Variance, own())).

normal_s(Mean, Variance, State) when Variance > 0 ->
    {X, NewState} = normal_s(State),
    {Mean + math:sqrt(Variance) * X, NewState}.

%% The ziggurat: of 52 random bits one is the sign, eight of the others say which layer, and all 51 where in it. What
%% lies within the layer above counts at once.
normal_s({Algorithm, Numbers}) ->
    {Bits, NewNumbers} = normal_bits(Algorithm, Numbers),
    Where = Bits bsr 1,
    Layer = Where band 255,
    X = Where * element(Layer + 1, ?WIDTHS),
    State = {Algorithm, NewNumbers},
    Result =
        case Where < element(Layer + 1, ?WITHIN) of
            true -> {X, State};
            false when Layer =:= 0 -> in_tail(State);
            false -> in_wedge(Layer, X, State)
        end,
    case Result of
        {again, Later} -> normal_s(Later);
        {Value, Later} when Bits band 1 =:= 0 -> {Value, Later};
        {Value, Later} -> {-Value, Later}
    end.

%% The sign behind the place in the layer; generators of old have both in their lowest bits, and the sign on top.
normal_bits(#{bits := Bits, next := Next}, Numbers) ->
    {Value, NewNumbers} = Next(Numbers),
    {Value bsr (Bits - 52), NewNumbers};
normal_bits(#{next := Next}, Numbers) ->
    {Value, NewNumbers} = Next(Numbers),
    {(?MASK(51, Value) bsl 1) bor ((Value bsr 51) band 1), NewNumbers}.

in_wedge(Layer, X, State) ->
    {Random, Later} = uniform_s(State),
    {Above, Below} = {element(Layer, ?HEIGHTS), element(Layer + 1, ?HEIGHTS)},
    case (Above - Below) * Random + Below < math:exp(-0.5 * X * X) of
        true -> {X, Later};
        false -> {again, Later}
    end.

in_tail(State) ->
    {A, Later} = uniform_s(State),
    {B, Last} = uniform_s(Later),
    X = -math:log(A) * ?TAIL_INVERSE,
    Y = -math:log(B),
    case Y + Y > X * X of
        true -> {?TAIL + X, Last};
        false -> in_tail(Last)
    end.

%% Bytes: seven of a number, the highest first; of the last number those behind the two highest bits.

bytes(Count) ->
    keeping(bytes_s(Count, own())).

bytes_s(Count, {Algorithm, Numbers}) when is_integer(Count), Count >= 0 ->
    bytes(Count, Algorithm, Numbers, <<>>).

bytes(Count, #{next := Next} = Algorithm, Numbers, Bytes) ->
    Bits = maps:get(bits, Algorithm, 58),
    case Count of
        0 -> {Bytes, {Algorithm, Numbers}};
        _ when Count > 7 ->
            {Value, NewNumbers} = Next(Numbers),
            bytes(Count - 7, Algorithm, NewNumbers, <<Bytes/binary, (Value bsr (Bits - 56)):56>>);
        _ ->
            {Value, NewNumbers} = Next(Numbers),
            {<<Bytes/binary, (Value bsr (56 - 8 * Count)):Count/unit:8>>, {Algorithm, NewNumbers}}
    end.

%% A list in random order: each element has a random number that no other has, or it is drawn again.

shuffle(List) ->
    keeping(shuffle_s(List, own())).

shuffle_s(List, State) when is_list(List) ->
    Range = ?BIT(56),
    {Drawn, NewState} = lists:mapfoldl(fun(Element, Before) ->
                                           {Number, After} = uniform_s(Range, Before),
                                           {{Number, Element}, After}
                                       end, State, List),
    {[Element || {_, Element} <- lists:keysort(1, Drawn)], NewState}.

%% mwc59: 32 bits of value and a carry above them.

mwc59(X) when is_integer(X), X >= 1, X =< 16#7FA6502 bsl 32 - 2 ->
    16#7FA6502 * ?MASK(32, X) + (X bsr 32).

mwc59_value32(X) ->
    Value = ?MASK(32, X),
    Value bxor ?MASK(32, Value bsl 8).

mwc59_value(X) ->
    A = X bxor ?MASK(59, X bsl 4),
    A bxor ?MASK(59, A bsl 27).

mwc59_float(X) ->
    ?MASK(53, mwc59_value(X)) / ?BIT(53).

mwc59_seed() ->
    {Value, _} = spread(58, erlang:phash2([{node(), self()}]) bxor erlang:system_time() bxor erlang:unique_integer()),
    mwc59_seed(Value).

mwc59_seed(Seed) when is_integer(Seed), Seed >= 0, Seed =< ?MASK(58) ->
    {Value, _} = spread(58, Seed),
    Value rem (16#7FA6502 bsl 32 - 2) + 1.

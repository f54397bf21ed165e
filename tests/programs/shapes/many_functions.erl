%% A hundred functions that call one another in the tail and in the body.
-module(many_functions).
-export([start/0]).

start() ->
    erlang:display([step1(N) || N <- lists:seq(0, 9)]),
    erlang:display(tower1(0)),
    ok.

step1(X) when X rem 2 =:= 1 -> step2(X + 1); step1(X) -> step2(X - 1).
step2(X) when X rem 2 =:= 0 -> step3(X + 2); step2(X) -> step3(X - 1).
step3(X) when X rem 2 =:= 1 -> step4(X + 3); step3(X) -> step4(X - 1).
step4(X) when X rem 2 =:= 0 -> step5(X + 4); step4(X) -> step5(X - 1).
step5(X) when X rem 2 =:= 1 -> step6(X + 5); step5(X) -> step6(X - 1).
step6(X) when X rem 2 =:= 0 -> step7(X + 6); step6(X) -> step7(X - 1).
step7(X) when X rem 2 =:= 1 -> step8(X + 7); step7(X) -> step8(X - 1).
step8(X) when X rem 2 =:= 0 -> step9(X + 8); step8(X) -> step9(X - 1).
step9(X) when X rem 2 =:= 1 -> step10(X + 9); step9(X) -> step10(X - 1).
step10(X) when X rem 2 =:= 0 -> step11(X + 10); step10(X) -> step11(X - 1).
step11(X) when X rem 2 =:= 1 -> step12(X + 11); step11(X) -> step12(X - 1).
step12(X) when X rem 2 =:= 0 -> step13(X + 12); step12(X) -> step13(X - 1).
step13(X) when X rem 2 =:= 1 -> step14(X + 13); step13(X) -> step14(X - 1).
step14(X) when X rem 2 =:= 0 -> step15(X + 14); step14(X) -> step15(X - 1).
step15(X) when X rem 2 =:= 1 -> step16(X + 15); step15(X) -> step16(X - 1).
step16(X) when X rem 2 =:= 0 -> step17(X + 16); step16(X) -> step17(X - 1).
step17(X) when X rem 2 =:= 1 -> step18(X + 17); step17(X) -> step18(X - 1).
step18(X) when X rem 2 =:= 0 -> step19(X + 18); step18(X) -> step19(X - 1).
step19(X) when X rem 2 =:= 1 -> step20(X + 19); step19(X) -> step20(X - 1).
step20(X) when X rem 2 =:= 0 -> step21(X + 20); step20(X) -> step21(X - 1).
step21(X) when X rem 2 =:= 1 -> step22(X + 21); step21(X) -> step22(X - 1).
step22(X) when X rem 2 =:= 0 -> step23(X + 22); step22(X) -> step23(X - 1).
step23(X) when X rem 2 =:= 1 -> step24(X + 23); step23(X) -> step24(X - 1).
step24(X) when X rem 2 =:= 0 -> step25(X + 24); step24(X) -> step25(X - 1).
step25(X) when X rem 2 =:= 1 -> step26(X + 25); step25(X) -> step26(X - 1).
step26(X) when X rem 2 =:= 0 -> step27(X + 26); step26(X) -> step27(X - 1).
step27(X) when X rem 2 =:= 1 -> step28(X + 27); step27(X) -> step28(X - 1).
step28(X) when X rem 2 =:= 0 -> step29(X + 28); step28(X) -> step29(X - 1).
step29(X) when X rem 2 =:= 1 -> step30(X + 29); step29(X) -> step30(X - 1).
step30(X) when X rem 2 =:= 0 -> step31(X + 30); step30(X) -> step31(X - 1).
step31(X) when X rem 2 =:= 1 -> step32(X + 31); step31(X) -> step32(X - 1).
step32(X) when X rem 2 =:= 0 -> step33(X + 32); step32(X) -> step33(X - 1).
step33(X) when X rem 2 =:= 1 -> step34(X + 33); step33(X) -> step34(X - 1).
step34(X) when X rem 2 =:= 0 -> step35(X + 34); step34(X) -> step35(X - 1).
step35(X) when X rem 2 =:= 1 -> step36(X + 35); step35(X) -> step36(X - 1).
step36(X) when X rem 2 =:= 0 -> step37(X + 36); step36(X) -> step37(X - 1).
step37(X) when X rem 2 =:= 1 -> step38(X + 37); step37(X) -> step38(X - 1).
step38(X) when X rem 2 =:= 0 -> step39(X + 38); step38(X) -> step39(X - 1).
step39(X) when X rem 2 =:= 1 -> step40(X + 39); step39(X) -> step40(X - 1).
step40(X) when X rem 2 =:= 0 -> step41(X + 40); step40(X) -> step41(X - 1).
step41(X) when X rem 2 =:= 1 -> step42(X + 41); step41(X) -> step42(X - 1).
step42(X) when X rem 2 =:= 0 -> step43(X + 42); step42(X) -> step43(X - 1).
step43(X) when X rem 2 =:= 1 -> step44(X + 43); step43(X) -> step44(X - 1).
step44(X) when X rem 2 =:= 0 -> step45(X + 44); step44(X) -> step45(X - 1).
step45(X) when X rem 2 =:= 1 -> step46(X + 45); step45(X) -> step46(X - 1).
step46(X) when X rem 2 =:= 0 -> step47(X + 46); step46(X) -> step47(X - 1).
step47(X) when X rem 2 =:= 1 -> step48(X + 47); step47(X) -> step48(X - 1).
step48(X) when X rem 2 =:= 0 -> step49(X + 48); step48(X) -> step49(X - 1).
step49(X) when X rem 2 =:= 1 -> step50(X + 49); step49(X) -> step50(X - 1).
step50(X) when X rem 2 =:= 0 -> step51(X + 50); step50(X) -> step51(X - 1).
step51(X) when X rem 2 =:= 1 -> step52(X + 51); step51(X) -> step52(X - 1).
step52(X) when X rem 2 =:= 0 -> step53(X + 52); step52(X) -> step53(X - 1).
step53(X) when X rem 2 =:= 1 -> step54(X + 53); step53(X) -> step54(X - 1).
step54(X) when X rem 2 =:= 0 -> step55(X + 54); step54(X) -> step55(X - 1).
step55(X) when X rem 2 =:= 1 -> step56(X + 55); step55(X) -> step56(X - 1).
step56(X) when X rem 2 =:= 0 -> step57(X + 56); step56(X) -> step57(X - 1).
step57(X) when X rem 2 =:= 1 -> step58(X + 57); step57(X) -> step58(X - 1).
step58(X) when X rem 2 =:= 0 -> step59(X + 58); step58(X) -> step59(X - 1).
step59(X) when X rem 2 =:= 1 -> step60(X + 59); step59(X) -> step60(X - 1).
step60(X) when X rem 2 =:= 0 -> step61(X + 60); step60(X) -> step61(X - 1).
step61(X) when X rem 2 =:= 1 -> step62(X + 61); step61(X) -> step62(X - 1).
step62(X) when X rem 2 =:= 0 -> step63(X + 62); step62(X) -> step63(X - 1).
step63(X) when X rem 2 =:= 1 -> step64(X + 63); step63(X) -> step64(X - 1).
step64(X) when X rem 2 =:= 0 -> step65(X + 64); step64(X) -> step65(X - 1).
step65(X) when X rem 2 =:= 1 -> step66(X + 65); step65(X) -> step66(X - 1).
step66(X) when X rem 2 =:= 0 -> step67(X + 66); step66(X) -> step67(X - 1).
step67(X) when X rem 2 =:= 1 -> step68(X + 67); step67(X) -> step68(X - 1).
step68(X) when X rem 2 =:= 0 -> step69(X + 68); step68(X) -> step69(X - 1).
step69(X) when X rem 2 =:= 1 -> step70(X + 69); step69(X) -> step70(X - 1).
step70(X) when X rem 2 =:= 0 -> step71(X + 70); step70(X) -> step71(X - 1).
step71(X) when X rem 2 =:= 1 -> step72(X + 71); step71(X) -> step72(X - 1).
step72(X) when X rem 2 =:= 0 -> step73(X + 72); step72(X) -> step73(X - 1).
step73(X) when X rem 2 =:= 1 -> step74(X + 73); step73(X) -> step74(X - 1).
step74(X) when X rem 2 =:= 0 -> step75(X + 74); step74(X) -> step75(X - 1).
step75(X) when X rem 2 =:= 1 -> step76(X + 75); step75(X) -> step76(X - 1).
step76(X) when X rem 2 =:= 0 -> step77(X + 76); step76(X) -> step77(X - 1).
step77(X) when X rem 2 =:= 1 -> step78(X + 77); step77(X) -> step78(X - 1).
step78(X) when X rem 2 =:= 0 -> step79(X + 78); step78(X) -> step79(X - 1).
step79(X) when X rem 2 =:= 1 -> step80(X + 79); step79(X) -> step80(X - 1).
step80(X) when X rem 2 =:= 0 -> step81(X + 80); step80(X) -> step81(X - 1).
step81(X) when X rem 2 =:= 1 -> step82(X + 81); step81(X) -> step82(X - 1).
step82(X) when X rem 2 =:= 0 -> step83(X + 82); step82(X) -> step83(X - 1).
step83(X) when X rem 2 =:= 1 -> step84(X + 83); step83(X) -> step84(X - 1).
step84(X) when X rem 2 =:= 0 -> step85(X + 84); step84(X) -> step85(X - 1).
step85(X) when X rem 2 =:= 1 -> step86(X + 85); step85(X) -> step86(X - 1).
step86(X) when X rem 2 =:= 0 -> step87(X + 86); step86(X) -> step87(X - 1).
step87(X) when X rem 2 =:= 1 -> step88(X + 87); step87(X) -> step88(X - 1).
step88(X) when X rem 2 =:= 0 -> step89(X + 88); step88(X) -> step89(X - 1).
step89(X) when X rem 2 =:= 1 -> step90(X + 89); step89(X) -> step90(X - 1).
step90(X) when X rem 2 =:= 0 -> step91(X + 90); step90(X) -> step91(X - 1).
step91(X) when X rem 2 =:= 1 -> step92(X + 91); step91(X) -> step92(X - 1).
step92(X) when X rem 2 =:= 0 -> step93(X + 92); step92(X) -> step93(X - 1).
step93(X) when X rem 2 =:= 1 -> step94(X + 93); step93(X) -> step94(X - 1).
step94(X) when X rem 2 =:= 0 -> step95(X + 94); step94(X) -> step95(X - 1).
step95(X) when X rem 2 =:= 1 -> step96(X + 95); step95(X) -> step96(X - 1).
step96(X) when X rem 2 =:= 0 -> step97(X + 96); step96(X) -> step97(X - 1).
step97(X) when X rem 2 =:= 1 -> step98(X + 97); step97(X) -> step98(X - 1).
step98(X) when X rem 2 =:= 0 -> step99(X + 98); step98(X) -> step99(X - 1).
step99(X) when X rem 2 =:= 1 -> step100(X + 99); step99(X) -> step100(X - 1).
step100(X) when X rem 2 =:= 0 -> step101(X + 100); step100(X) -> step101(X - 1).
step101(X) when X rem 2 =:= 1 -> step102(X + 101); step101(X) -> step102(X - 1).
step102(X) when X rem 2 =:= 0 -> step103(X + 102); step102(X) -> step103(X - 1).
step103(X) when X rem 2 =:= 1 -> step104(X + 103); step103(X) -> step104(X - 1).
step104(X) when X rem 2 =:= 0 -> step105(X + 104); step104(X) -> step105(X - 1).
step105(X) when X rem 2 =:= 1 -> step106(X + 105); step105(X) -> step106(X - 1).
step106(X) when X rem 2 =:= 0 -> step107(X + 106); step106(X) -> step107(X - 1).
step107(X) when X rem 2 =:= 1 -> step108(X + 107); step107(X) -> step108(X - 1).
step108(X) when X rem 2 =:= 0 -> step109(X + 108); step108(X) -> step109(X - 1).
step109(X) when X rem 2 =:= 1 -> step110(X + 109); step109(X) -> step110(X - 1).
step110(X) when X rem 2 =:= 0 -> step111(X + 110); step110(X) -> step111(X - 1).
step111(X) when X rem 2 =:= 1 -> step112(X + 111); step111(X) -> step112(X - 1).
step112(X) when X rem 2 =:= 0 -> step113(X + 112); step112(X) -> step113(X - 1).
step113(X) when X rem 2 =:= 1 -> step114(X + 113); step113(X) -> step114(X - 1).
step114(X) when X rem 2 =:= 0 -> step115(X + 114); step114(X) -> step115(X - 1).
step115(X) when X rem 2 =:= 1 -> step116(X + 115); step115(X) -> step116(X - 1).
step116(X) when X rem 2 =:= 0 -> step117(X + 116); step116(X) -> step117(X - 1).
step117(X) when X rem 2 =:= 1 -> step118(X + 117); step117(X) -> step118(X - 1).
step118(X) when X rem 2 =:= 0 -> step119(X + 118); step118(X) -> step119(X - 1).
step119(X) when X rem 2 =:= 1 -> step120(X + 119); step119(X) -> step120(X - 1).
step120(X) when X rem 2 =:= 0 -> step121(X + 120); step120(X) -> step121(X - 1).
step121(X) -> X.

tower1(X) -> [1 + X | tower2(X + 1)].
tower2(X) -> [2 + X | tower3(X + 1)].
tower3(X) -> [3 + X | tower4(X + 1)].
tower4(X) -> [4 + X | tower5(X + 1)].
tower5(X) -> [5 + X | tower6(X + 1)].
tower6(X) -> [6 + X | tower7(X + 1)].
tower7(X) -> [7 + X | tower8(X + 1)].
tower8(X) -> [8 + X | tower9(X + 1)].
tower9(X) -> [9 + X | tower10(X + 1)].
tower10(X) -> [10 + X | tower11(X + 1)].
tower11(X) -> [11 + X | tower12(X + 1)].
tower12(X) -> [12 + X | tower13(X + 1)].
tower13(X) -> [13 + X | tower14(X + 1)].
tower14(X) -> [14 + X | tower15(X + 1)].
tower15(X) -> [15 + X | tower16(X + 1)].
tower16(X) -> [16 + X | tower17(X + 1)].
tower17(X) -> [17 + X | tower18(X + 1)].
tower18(X) -> [18 + X | tower19(X + 1)].
tower19(X) -> [19 + X | tower20(X + 1)].
tower20(X) -> [20 + X | tower21(X + 1)].
tower21(X) -> [21 + X | tower22(X + 1)].
tower22(X) -> [22 + X | tower23(X + 1)].
tower23(X) -> [23 + X | tower24(X + 1)].
tower24(X) -> [24 + X | tower25(X + 1)].
tower25(X) -> [25 + X | tower26(X + 1)].
tower26(X) -> [26 + X | tower27(X + 1)].
tower27(X) -> [27 + X | tower28(X + 1)].
tower28(X) -> [28 + X | tower29(X + 1)].
tower29(X) -> [29 + X | tower30(X + 1)].
tower30(X) -> [30 + X | tower31(X + 1)].
tower31(X) -> [31 + X | tower32(X + 1)].
tower32(X) -> [32 + X | tower33(X + 1)].
tower33(X) -> [33 + X | tower34(X + 1)].
tower34(X) -> [34 + X | tower35(X + 1)].
tower35(X) -> [35 + X | tower36(X + 1)].
tower36(X) -> [36 + X | tower37(X + 1)].
tower37(X) -> [37 + X | tower38(X + 1)].
tower38(X) -> [38 + X | tower39(X + 1)].
tower39(X) -> [39 + X | tower40(X + 1)].
tower40(X) -> [40 + X | tower41(X + 1)].
tower41(X) -> [41 + X | tower42(X + 1)].
tower42(X) -> [42 + X | tower43(X + 1)].
tower43(X) -> [43 + X | tower44(X + 1)].
tower44(X) -> [44 + X | tower45(X + 1)].
tower45(X) -> [45 + X | tower46(X + 1)].
tower46(X) -> [46 + X | tower47(X + 1)].
tower47(X) -> [47 + X | tower48(X + 1)].
tower48(X) -> [48 + X | tower49(X + 1)].
tower49(X) -> [49 + X | tower50(X + 1)].
tower50(X) -> [50 + X | tower51(X + 1)].
tower51(X) -> [51 + X | tower52(X + 1)].
tower52(X) -> [52 + X | tower53(X + 1)].
tower53(X) -> [53 + X | tower54(X + 1)].
tower54(X) -> [54 + X | tower55(X + 1)].
tower55(X) -> [55 + X | tower56(X + 1)].
tower56(X) -> [56 + X | tower57(X + 1)].
tower57(X) -> [57 + X | tower58(X + 1)].
tower58(X) -> [58 + X | tower59(X + 1)].
tower59(X) -> [59 + X | tower60(X + 1)].
tower60(X) -> [60 + X | tower61(X + 1)].
tower61(X) -> {top, X}.

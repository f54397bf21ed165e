%% The program beside it in instructions of OTP 21, written by hand: match contexts that save positions, put_tuple,
%% recv_mark, fclearerror, allocate_zero, bs_init2, make_fun2.
{module, older_instructions}.

{exports, [{adder,2},
           {both,2},
           {call,1},
           {characters,1},
           {cleared,1},
           {fields,1},
           {module_info,0},
           {module_info,1},
           {pair,2},
           {start,0},
           {sum,2},
           {whole,1},
           {written,2}]}.

{attributes, []}.

{labels, 89}.


{function, start, 0, 2}.
  {label,1}.
    {line,[{location,"older_instructions.erl",5}]}.
    {func_info,{atom,older_instructions},{atom,start},0}.
  {label,2}.
    {allocate_zero,2,0}.
    {move,{literal,[<<1,2,3,0>>,
                    <<1,5,1,2,114,101,115,116>>,
                    <<1,2,3,4>>,
                    <<2,97,98,99>>,
                    <<7,8>>,
                    <<5:3>>,
                    <<1:2>>,
                    <<>>,atom]},
          {x,0}}.
    {line,[{location,"older_instructions.erl",7}]}.
    {call,1,{f,86}}. % '-start/0-lc$^0/1-0-'/1
    {move,{literal,[<<"banana">>,<<"aÃ¥">>,<<"aÿ">>,<<>>]},{x,0}}.
    {line,[{location,"older_instructions.erl",8}]}.
    {call,1,{f,82}}. % '-start/0-lc$^1/1-1-'/1
    {move,{literal,[<<1,2,3>>,<<>>,<<1>>]},{x,0}}.
    {line,[{location,"older_instructions.erl",9}]}.
    {call,1,{f,74}}. % '-start/0-lc$^2/1-2-'/1
    {move,{literal,[<<1,2,3>>,<<1>>,<<"\t\t">>,none]},{x,0}}.
    {line,[{location,"older_instructions.erl",10}]}.
    {call,1,{f,70}}. % '-start/0-lc$^4/1-4-'/1
    {move,{literal,[2]},{x,1}}.
    {move,{integer,1},{x,0}}.
    {line,[{location,"older_instructions.erl",11}]}.
    {call,2,{f,28}}. % pair/2
    {move,{x,0},{y,1}}.
    {move,{atom,x},{x,1}}.
    {move,{literal,{}},{x,0}}.
    {call,2,{f,28}}. % pair/2
    {test_heap,4,1}.
    {put_list,{x,0},nil,{x,0}}.
    {put_list,{y,1},{x,0},{x,0}}.
    {init,{y,1}}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{integer,2},{x,1}}.
    {move,{float,1.5},{x,0}}.
    {line,[{location,"older_instructions.erl",12}]}.
    {call,2,{f,30}}. % sum/2
    {move,{x,0},{y,1}}.
    {make_fun2,{f,68},0,0,0}.
    {call,1,{f,50}}. % catch_reason/1
    {move,{x,0},{y,0}}.
    {make_fun2,{f,66},0,0,0}.
    {call,1,{f,50}}. % catch_reason/1
    {test_heap,6,1}.
    {put_list,{x,0},nil,{x,0}}.
    {put_list,{y,0},{x,0},{x,0}}.
    {put_list,{y,1},{x,0},{x,0}}.
    {init,{y,0}}.
    {init,{y,1}}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {make_fun2,{f,64},0,0,0}.
    {line,[{location,"older_instructions.erl",13}]}.
    {call_ext,1,{extfunc,erlang,spawn,1}}.
    {bif,self,{f,0},[],{x,1}}.
    {move,{x,0},{y,1}}.
    {move,{x,1},{x,0}}.
    {move,{atom,unrelated},{x,1}}.
    {line,[{location,"older_instructions.erl",14}]}.
    send.
    {test_heap,3,0}.
    {put_tuple,2,{x,0}}.
    {put,{y,1}}.
    {put,{integer,1}}.
    {line,[{location,"older_instructions.erl",15}]}.
    {call,1,{f,32}}. % call/1
    {test_heap,3,1}.
    {put_tuple,2,{x,1}}.
    {put,{y,1}}.
    {put,{integer,2}}.
    {move,{x,0},{y,1}}.
    {move,{x,1},{x,0}}.
    {call,1,{f,32}}. % call/1
    {test_heap,4,1}.
    {put_list,{x,0},nil,{x,0}}.
    {put_list,{y,1},{x,0},{x,0}}.
    {init,{y,1}}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{literal,[a]},{x,1}}.
    {move,{integer,3},{x,0}}.
    {line,[{location,"older_instructions.erl",16}]}.
    {call,2,{f,37}}. % adder/2
    {move,{x,0},{x,1}}.
    {move,{integer,4},{x,0}}.
    {call_fun,1}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{integer,1},{x,0}}.
    {line,[{location,"older_instructions.erl",17}]}.
    {call,1,{f,39}}. % cleared/1
    {move,{x,0},{y,1}}.
    {move,{integer,0},{x,0}}.
    {call,1,{f,39}}. % cleared/1
    {test_heap,4,1}.
    {put_list,{x,0},nil,{x,0}}.
    {put_list,{y,1},{x,0},{x,0}}.
    {init,{y,1}}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{literal,<<"xy">>},{x,1}}.
    {move,{integer,2748},{x,0}}.
    {line,[{location,"older_instructions.erl",18}]}.
    {call,2,{f,42}}. % written/2
    {move,{x,0},{y,1}}.
    {make_fun2,{f,62},0,0,0}.
    {call,1,{f,50}}. % catch_reason/1
    {test_heap,4,1}.
    {put_list,{x,0},nil,{x,0}}.
    {put_list,{y,1},{x,0},{x,0}}.
    {trim,2,0}.
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{atom,ok},{x,0}}.
    {deallocate,0}.
    return.


{function, fields, 1, 4}.
  {label,3}.
    {line,[{location,"older_instructions.erl",21}]}.
    {func_info,{atom,older_instructions},{atom,fields},1}.
  {label,4}.
    {test,bs_start_match2,{f,10},1,[{x,0},2],{x,0}}.
    {bs_save2,{x,0},0}.
    {test,bs_get_integer2,{f,7},1,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,1}}.
    {bs_save2,{x,0},1}.
    {test,is_eq_exact,{f,6},[{x,1},{integer,1}]}.
    {test,bs_get_integer2,{f,5},2,[{x,0},{integer,16},1,{field_flags,[unsigned,big]}],{x,2}}.
    {test,bs_get_integer2,{f,5},3,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,3}}.
    {test,is_eq_exact,{f,5},[{x,3},{integer,0}]}.
    {test,bs_test_tail2,{f,5},[{x,0},0]}.
    {test_heap,3,3}.
    {put_tuple,2,{x,0}}.
    {put,{atom,one}}.
    {put,{x,2}}.
    return.
  {label,5}.
    {bs_restore2,{x,0},1}.
    {test,bs_get_integer2,{f,6},2,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,2}}.
    {test,bs_get_integer2,{f,6},3,[{x,0},{integer,16},1,{field_flags,[unsigned,big]}],{x,3}}.
    {test,bs_get_binary2,{f,6},4,[{x,0},{atom,all},8,{field_flags,[unsigned,big]}],{x,4}}.
    {test,is_lt,{f,6},[{integer,3},{x,2}]}.
    {test_heap,5,5}.
    {put_tuple,4,{x,0}}.
    {put,{atom,two}}.
    {put,{x,2}}.
    {put,{x,3}}.
    {put,{x,4}}.
    return.
  {label,6}.
    {bs_restore2,{x,0},1}.
    {test,bs_get_binary2,{f,7},2,[{x,0},{x,1},8,{field_flags,[unsigned,big]}],{x,2}}.
    {test,bs_test_unit,{f,7},[{x,0},8]}.
    {test_heap,3,3}.
    {put_tuple,2,{x,0}}.
    {put,{atom,three}}.
    {put,{x,2}}.
    return.
  {label,7}.
    {bs_restore2,{x,0},0}.
    {test,bs_get_integer2,{f,8},1,[{x,0},{integer,3},1,{field_flags,[unsigned,big]}],{x,1}}.
    {test,bs_get_binary2,{f,8},2,[{x,0},{atom,all},1,{field_flags,[unsigned,big]}],{x,2}}.
    {test_heap,4,3}.
    {put_tuple,3,{x,0}}.
    {put,{atom,four}}.
    {put,{x,1}}.
    {put,{x,2}}.
    return.
  {label,8}.
    {bs_restore2,{x,0},{atom,start}}.
    {jump,{f,9}}.
  {label,9}.
    {bs_context_to_binary,{x,0}}.
  {label,10}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,other},{x,0}]}}.
    return.


{function, characters, 1, 12}.
  {label,11}.
    {line,[{location,"older_instructions.erl",27}]}.
    {func_info,{atom,older_instructions},{atom,characters},1}.
  {label,12}.
    {test,bs_start_match2,{f,16},1,[{x,0},1],{x,0}}.
    {bs_save2,{x,0},0}.
    {test,bs_get_integer2,{f,13},1,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,1}}.
    {test,is_eq_exact,{f,13},[{x,1},{integer,97}]}.
    {test,bs_test_unit,{f,14},[{x,0},8]}.
    {allocate_zero,1,1}.
    {call,1,{f,12}}.
    {test_heap,2,1}.
    {put_list,{atom,a},{x,0},{x,0}}.
    {deallocate,1}.
    return.
  {label,13}.
    {bs_restore2,{x,0},0}.
    {test,bs_test_tail2,{f,14},[{x,0},0]}.
    {move,nil,{x,0}}.
    return.
  {label,14}.
    {bs_restore2,{x,0},0}.
    {test,bs_get_utf8,{f,15},1,[{x,0},{field_flags,[unsigned,big]}],{x,1}}.
    {test,bs_test_unit,{f,15},[{x,0},8]}.
    {allocate_heap_zero,1,2,2}.
    {move,{x,1},{y,0}}.
    {call,1,{f,12}}.
    {test_heap,2,1}.
    {put_list,{y,0},{x,0},{x,0}}.
    {deallocate,1}.
    return.
  {label,15}.
    {bs_context_to_binary,{x,0}}.
  {label,16}.
    {test_heap,5,1}.
    {put_tuple,2,{x,1}}.
    {put,{atom,rest}}.
    {put,{x,0}}.
    {put_list,{x,1},nil,{x,0}}.
    return.


{function, both, 2, 18}.
  {label,17}.
    {line,[{location,"older_instructions.erl",32}]}.
    {func_info,{atom,older_instructions},{atom,both},2}.
  {label,18}.
    {test,bs_start_match2,{f,21},2,[{x,0},0],{x,0}}.
    {test,bs_get_integer2,{f,20},2,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,2}}.
    {test,bs_test_unit,{f,20},[{x,0},8]}.
    {test,bs_start_match2,{f,20},3,[{x,1},1],{x,3}}.
    {bs_save2,{x,3},{atom,start}}.
    {test,bs_get_integer2,{f,20},4,[{x,3},{integer,8},1,{field_flags,[unsigned,big]}],{x,4}}.
    {test,is_eq_exact,{f,19},[{x,4},{x,2}]}.
    {test,bs_get_binary2,{f,20},5,[{x,3},{atom,all},8,{field_flags,[unsigned,big]}],{x,1}}.
    {call_only,2,{f,18}}.
  {label,19}.
    {test,bs_get_binary2,{f,20},5,[{x,3},{atom,all},8,{field_flags,[unsigned,big]}],{x,5}}.
    {test,is_lt,{f,20},[{x,2},{x,4}]}.
    {test_heap,5,6}.
    {put_tuple,4,{x,0}}.
    {put,{atom,less}}.
    {put,{x,2}}.
    {put,{x,4}}.
    {put,{x,5}}.
    return.
  {label,20}.
    {bs_context_to_binary,{x,0}}.
    {bs_context_to_binary,{x,1}}.
  {label,21}.
    {bs_context_to_binary,{x,1}}.
    {test_heap,3,2}.
    {put_tuple,2,{x,2}}.
    {put,{x,0}}.
    {put,{x,1}}.
    {move,{x,2},{x,0}}.
    return.


{function, whole, 1, 23}.
  {label,22}.
    {line,[{location,"older_instructions.erl",36}]}.
    {func_info,{atom,older_instructions},{atom,whole},1}.
  {label,23}.
    {test,bs_start_match2,{f,26},1,[{x,0},1],{x,0}}.
    {test,bs_match_string,{f,25},[{x,0},8,{string,<<1>>}]}.
    {bs_save2,{x,0},0}.
    {test,bs_get_integer2,{f,24},1,[{x,0},{integer,8},1,{field_flags,[unsigned,big]}],{x,1}}.
    {test,is_eq_exact,{f,24},[{x,1},{integer,2}]}.
    {test,bs_test_unit,{f,24},[{x,0},8]}.
    {bs_context_to_binary,{x,0}}.
    {test_heap,3,1}.
    {put_tuple,2,{x,1}}.
    {put,{x,0}}.
    {put,{atom,two}}.
    {move,{x,1},{x,0}}.
    return.
  {label,24}.
    {bs_restore2,{x,0},0}.
    {test,bs_test_unit,{f,25},[{x,0},8]}.
    {bs_context_to_binary,{x,0}}.
    {test_heap,3,1}.
    {put_tuple,2,{x,1}}.
    {put,{x,0}}.
    {put,{atom,one}}.
    {move,{x,1},{x,0}}.
    return.
  {label,25}.
    {bs_context_to_binary,{x,0}}.
  {label,26}.
    return.


{function, pair, 2, 28}.
  {label,27}.
    {line,[{location,"older_instructions.erl",40}]}.
    {func_info,{atom,older_instructions},{atom,pair},2}.
  {label,28}.
    {test_heap,7,2}.
    {put_tuple,2,{x,2}}.
    {put,{x,1}}.
    {put,{x,0}}.
    {put_tuple,3,{x,3}}.
    {put,{x,0}}.
    {put,{x,2}}.
    {put,nil}.
    {move,{x,3},{x,0}}.
    return.


{function, sum, 2, 30}.
  {label,29}.
    {line,[{location,"older_instructions.erl",42}]}.
    {func_info,{atom,older_instructions},{atom,sum},2}.
  {label,30}.
    {fconv,{x,0},{fr,0}}.
    {fconv,{x,1},{fr,1}}.
    fclearerror.
    {bif,fadd,{f,0},[{fr,0},{fr,1}],{fr,0}}.
    {fmove,{float,0.5},{fr,2}}.
    {bif,fadd,{f,0},[{fr,0},{fr,2}],{fr,0}}.
    {fcheckerror,{f,0}}.
    {test_heap,{alloc,[{words,0},{floats,1}]},0}.
    {fmove,{fr,0},{x,0}}.
    return.


{function, call, 1, 32}.
  {label,31}.
    {line,[{location,"older_instructions.erl",44}]}.
    {func_info,{atom,older_instructions},{atom,call},1}.
  {label,32}.
    {test,is_tuple,{f,31},[{x,0}]}.
    {test,test_arity,{f,31},[{x,0},2]}.
    {allocate,1,1}.
    {move,{x,0},{y,0}}.
    {recv_mark,{f,33}}.
    {call_ext,0,{extfunc,erlang,make_ref,0}}.
    {test_heap,4,1}.
    {get_tuple_element,{y,0},1,{x,1}}.
    {bif,self,{f,0},[],{x,2}}.
    {put_tuple2,{x,1},{list,[{x,2},{x,0},{x,1}]}}.
    {get_tuple_element,{y,0},0,{x,2}}.
    {move,{x,0},{y,0}}.
    {move,{x,2},{x,0}}.
    {line,[{location,"older_instructions.erl",46}]}.
    send.
    {recv_set,{f,33}}.
  {label,33}.
    {loop_rec,{f,35},{x,0}}.
    {test,is_tuple,{f,34},[{x,0}]}.
    {test,test_arity,{f,34},[{x,0},2]}.
    {get_tuple_element,{x,0},0,{x,1}}.
    {test,is_eq_exact,{f,34},[{x,1},{y,0}]}.
    {get_tuple_element,{x,0},1,{x,0}}.
    remove_message.
    {deallocate,1}.
    return.
  {label,34}.
    {loop_rec_end,{f,33}}.
  {label,35}.
    {wait,{f,33}}.


{function, adder, 2, 37}.
  {label,36}.
    {line,[{location,"older_instructions.erl",51}]}.
    {func_info,{atom,older_instructions},{atom,adder},2}.
  {label,37}.
    {make_fun2,{f,60},0,0,2}.
    return.


{function, cleared, 1, 39}.
  {label,38}.
    {line,[{location,"older_instructions.erl",53}]}.
    {func_info,{atom,older_instructions},{atom,cleared},1}.
  {label,39}.
    {allocate_zero,3,1}.
    {init,{y,2}}.
    {move,{x,0},{y,0}}.
    {'catch',{y,1},{f,40}}.
    {line,[{location,"older_instructions.erl",54}]}.
    {gc_bif,'div',{f,0},1,[{integer,10},{x,0}],{x,0}}.
  {label,40}.
    {catch_end,{y,1}}.
    {move,{x,0},{y,1}}.
    {move,{y,0},{x,0}}.
    {trim,1,2}.
    {call,1,{f,54}}.
    {test_heap,3,1}.
    {bif,is_integer,{f,0},[{y,0}],{x,1}}.
    {put_tuple,2,{x,2}}.
    {put,{x,1}}.
    {put,{x,0}}.
    {move,{x,2},{x,0}}.
    {deallocate,2}.
    return.


{function, written, 2, 42}.
  {label,41}.
    {line,[{location,"older_instructions.erl",58}]}.
    {func_info,{atom,older_instructions},{atom,written},2}.
  {label,42}.
    {gc_bif,byte_size,{f,0},2,[{x,1}],{x,2}}.
    {bs_add,{f,0},[{integer,14},{x,2},1],{x,2}}.
    {bs_init2,{f,0},{x,2},0,2,{field_flags,[]},{x,2}}.
    {bs_put_integer,{f,0},{integer,12},1,{field_flags,[unsigned,big]},{x,0}}.
    {bs_put_binary,{f,0},{atom,all},8,{field_flags,[unsigned,big]},{x,1}}.
    {bs_put_string,4,{string,<<"text">>}}.
    {bs_put_float,{f,0},{integer,64},1,{field_flags,[unsigned,big]},{float,1.5}}.
    {bs_put_integer,{f,0},{integer,4},1,{field_flags,[unsigned,big]},{integer,5}}.
    {move,{x,2},{x,0}}.
    return.


{function, serve, 0, 44}.
  {label,43}.
    {line,[{location,"older_instructions.erl",60}]}.
    {func_info,{atom,older_instructions},{atom,serve},0}.
  {label,44}.
    {allocate,0,0}.
  {label,45}.
    {loop_rec,{f,47},{x,0}}.
    {test,is_tuple,{f,46},[{x,0}]}.
    {test,test_arity,{f,46},[{x,0},3]}.
    {test_heap,6,1}.
    {get_tuple_element,{x,0},1,{x,1}}.
    {get_tuple_element,{x,0},2,{x,2}}.
    remove_message.
    {put_tuple2,{x,2},{list,[{atom,served},{x,2}]}}.
    {put_tuple2,{x,1},{list,[{x,1},{x,2}]}}.
    {get_tuple_element,{x,0},0,{x,0}}.
    {line,[{location,"older_instructions.erl",62}]}.
    send.
    {jump,{f,48}}.
  {label,46}.
    {loop_rec_end,{f,45}}.
  {label,47}.
    {wait,{f,45}}.
  {label,48}.
    {call_last,0,{f,44},0}. % serve/0


{function, catch_reason, 1, 50}.
  {label,49}.
    {line,[{location,"older_instructions.erl",66}]}.
    {func_info,{atom,older_instructions},{atom,catch_reason},1}.
  {label,50}.
    {allocate,1,1}.
    {'try',{y,0},{f,51}}.
    {line,[{location,"older_instructions.erl",67}]}.
    {call_fun,0}.
    {try_end,{y,0}}.
    {deallocate,1}.
    return.
  {label,51}.
    {try_case,{y,0}}.
    {test,is_eq_exact,{f,52},[{x,0},{atom,error}]}.
    {move,{x,1},{x,0}}.
    {deallocate,1}.
    return.
  {label,52}.
    {bif,raise,{f,0},[{x,2},{x,1}],{x,0}}.


{function, id, 1, 54}.
  {label,53}.
    {line,[{location,"older_instructions.erl",69}]}.
    {func_info,{atom,older_instructions},{atom,id},1}.
  {label,54}.
    return.


{function, module_info, 0, 56}.
  {label,55}.
    {line,[]}.
    {func_info,{atom,older_instructions},{atom,module_info},0}.
  {label,56}.
    {move,{atom,older_instructions},{x,0}}.
    {call_ext_only,1,{extfunc,erlang,get_module_info,1}}.


{function, module_info, 1, 58}.
  {label,57}.
    {line,[]}.
    {func_info,{atom,older_instructions},{atom,module_info},1}.
  {label,58}.
    {move,{x,0},{x,1}}.
    {move,{atom,older_instructions},{x,0}}.
    {call_ext_only,2,{extfunc,erlang,get_module_info,2}}.


{function, '-adder/2-fun-0-', 3, 60}.
  {label,59}.
    {line,[{location,"older_instructions.erl",51}]}.
    {func_info,{atom,older_instructions},{atom,'-adder/2-fun-0-'},3}.
  {label,60}.
    {gc_bif,'+',{f,0},3,[{x,1},{x,0}],{x,0}}.
    {test_heap,3,3}.
    {put_tuple2,{x,0},{list,[{x,0},{x,2}]}}.
    return.


{function, '-start/0-fun-8-', 0, 62}.
  {label,61}.
    {line,[{location,"older_instructions.erl",18}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-fun-8-'},0}.
  {label,62}.
    {move,{literal,<<>>},{x,1}}.
    {move,{atom,a},{x,0}}.
    {call_only,2,{f,42}}. % written/2


{function, '-start/0-fun-7-', 0, 64}.
  {label,63}.
    {line,[{location,"older_instructions.erl",13}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-fun-7-'},0}.
  {label,64}.
    {call_only,0,{f,44}}. % serve/0


{function, '-start/0-fun-5-', 0, 66}.
  {label,65}.
    {line,[{location,"older_instructions.erl",12}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-fun-5-'},0}.
  {label,66}.
    {move,{integer,1},{x,1}}.
    {move,{atom,a},{x,0}}.
    {call_only,2,{f,30}}. % sum/2


{function, '-start/0-fun-6-', 0, 68}.
  {label,67}.
    {line,[{location,"older_instructions.erl",12}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-fun-6-'},0}.
  {label,68}.
    {move,{float,1.0e308},{x,1}}.
    {move,{float,1.0e308},{x,0}}.
    {call_only,2,{f,30}}. % sum/2


{function, '-start/0-lc$^4/1-4-', 1, 70}.
  {label,69}.
    {line,[{location,"older_instructions.erl",10}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-lc$^4/1-4-'},1}.
  {label,70}.
    {test,is_nonempty_list,{f,71},[{x,0}]}.
    {allocate,1,1}.
    {get_list,{x,0},{x,0},{y,0}}.
    {call,1,{f,23}}. % whole/1
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{y,0},{x,0}}.
    {call_last,1,{f,70},1}. % '-start/0-lc$^4/1-4-'/1
  {label,71}.
    {test,is_nil,{f,72},[{x,0}]}.
    return.
  {label,72}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,bad_generator},{x,0}]}}.
    {call_ext_only,1,{extfunc,erlang,error,1}}.


{function, '-start/0-lc$^2/1-2-', 1, 74}.
  {label,73}.
    {line,[{location,"older_instructions.erl",9}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-lc$^2/1-2-'},1}.
  {label,74}.
    {test,is_nonempty_list,{f,75},[{x,0}]}.
    {get_list,{x,0},{x,2},{x,1}}.
    {move,{literal,[<<1,2,9,9>>,<<1,2,3,4>>,<<>>]},{x,0}}.
    {call_only,3,{f,78}}. % '-start/0-lc$^3/1-3-'/3
  {label,75}.
    {test,is_nil,{f,76},[{x,0}]}.
    return.
  {label,76}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,bad_generator},{x,0}]}}.
    {call_ext_only,1,{extfunc,erlang,error,1}}.


{function, '-start/0-lc$^3/1-3-', 3, 78}.
  {label,77}.
    {line,[{location,"older_instructions.erl",9}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-lc$^3/1-3-'},3}.
  {label,78}.
    {test,is_nonempty_list,{f,79},[{x,0}]}.
    {allocate,3,3}.
    {move,{x,2},{y,1}}.
    {move,{x,1},{y,2}}.
    {get_list,{x,0},{x,1},{y,0}}.
    {move,{x,2},{x,0}}.
    {call,2,{f,18}}. % both/2
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{y,1},{x,2}}.
    {move,{y,2},{x,1}}.
    {move,{y,0},{x,0}}.
    {call_last,3,{f,78},3}. % '-start/0-lc$^3/1-3-'/3
  {label,79}.
    {test,is_nil,{f,80},[{x,0}]}.
    {move,{x,1},{x,0}}.
    {call_only,1,{f,74}}. % '-start/0-lc$^2/1-2-'/1
  {label,80}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,bad_generator},{x,0}]}}.
    {call_ext_only,1,{extfunc,erlang,error,1}}.


{function, '-start/0-lc$^1/1-1-', 1, 82}.
  {label,81}.
    {line,[{location,"older_instructions.erl",8}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-lc$^1/1-1-'},1}.
  {label,82}.
    {test,is_nonempty_list,{f,83},[{x,0}]}.
    {allocate,1,1}.
    {get_list,{x,0},{x,0},{y,0}}.
    {call,1,{f,12}}. % characters/1
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{y,0},{x,0}}.
    {call_last,1,{f,82},1}. % '-start/0-lc$^1/1-1-'/1
  {label,83}.
    {test,is_nil,{f,84},[{x,0}]}.
    return.
  {label,84}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,bad_generator},{x,0}]}}.
    {call_ext_only,1,{extfunc,erlang,error,1}}.


{function, '-start/0-lc$^0/1-0-', 1, 86}.
  {label,85}.
    {line,[{location,"older_instructions.erl",7}]}.
    {func_info,{atom,older_instructions},{atom,'-start/0-lc$^0/1-0-'},1}.
  {label,86}.
    {test,is_nonempty_list,{f,87},[{x,0}]}.
    {allocate,1,1}.
    {get_list,{x,0},{x,0},{y,0}}.
    {call,1,{f,4}}. % fields/1
    {call_ext,1,{extfunc,erlang,display,1}}.
    {move,{y,0},{x,0}}.
    {call_last,1,{f,86},1}. % '-start/0-lc$^0/1-0-'/1
  {label,87}.
    {test,is_nil,{f,88},[{x,0}]}.
    return.
  {label,88}.
    {test_heap,3,1}.
    {put_tuple2,{x,0},{list,[{atom,bad_generator},{x,0}]}}.
    {call_ext_only,1,{extfunc,erlang,error,1}}.

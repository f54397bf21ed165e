//! The table of opcodes: every instruction that a `.beam` file can contain.
//!
//! Invariant: the numbers run from 1 to 191 without a gap (checked when this is compiled).
//! Invariant: opcode enum, names, operands, decoder and `docs/opcodes.md` all come from this table.
//!
//! The facts come from the documentation of OTP and from what the compilers of OTP 25, 27 and 29 write.
//! Absent on purpose: how an instruction is executed.
//!
//! A line reads: number, variant, name, operands as `name: Kind`, the first and the last OTP release whose
//! compiler writes it, and one line that says what it does. `OLD` stands for "before OTP 21", `NOW` for
//! "still". What does not fit a line stands above it.
//!
//! Conventions of the one-line texts: "fails" means branching to the label `fail`, or, when that is label 0,
//! raising the named exception. `live` is how many x registers, from x0 on, hold terms which a collection
//! must keep. `words` are machine words.
use super::operand::Operand;

/// Stands for "before OTP 21" as a release.
pub const OLD: u8 = 0;
/// Stands for "still" as a release.
pub const NOW: u8 = u8::MAX;

/// Hands the whole table to the macro `$with`; what an entry looks like is said at the head of this file.
macro_rules! for_each_op {
    ($with:ident) => {
        $with! {
            1 Label label(number: Unsigned) OLD..NOW "Names this place in the code; labels count from 1.";
            2 FuncInfo func_info(module: Atom, function: Atom, arity: Unsigned) OLD..NOW "Heads a function, whose code starts at the next label; when executed raises `function_clause`.";
            3 IntCodeEnd int_code_end() OLD..NOW "Ends the code of a module.";
            4 Call call(arity: Unsigned, label: Label) OLD..NOW "Calls the function at a label of this module.";
            5 CallLast call_last(arity: Unsigned, label: Label, deallocate: Unsigned) OLD..NOW "Drops the stack frame of so many slots and jumps to a function of this module.";
            6 CallOnly call_only(arity: Unsigned, label: Label) OLD..NOW "Jumps to a function of this module where there is no stack frame.";
            7 CallExt call_ext(arity: Unsigned, import: Import) OLD..NOW "Calls an imported function.";
            8 CallExtLast call_ext_last(arity: Unsigned, import: Import, deallocate: Unsigned) OLD..NOW "Drops the stack frame of so many slots and jumps to an imported function.";
            9 Bif0 bif0(import: Import, destination: Register) OLD..NOW "Stores the result of a built-in function of no arguments, such as `self/0`.";
            10 Bif1 bif1(fail: Label, import: Import, argument: Source, destination: Register) OLD..NOW "Stores the result of a built-in function that needs no heap; fails if that does.";
            11 Bif2 bif2(fail: Label, import: Import, first: Source, second: Source, destination: Register) OLD..NOW "Stores the result of a built-in function that needs no heap; fails if that does.";
            12 Allocate allocate(slots: Unsigned, live: Unsigned) OLD..NOW "Makes a stack frame; its slots hold nothing valid until they are written.";
            13 AllocateHeap allocate_heap(slots: Unsigned, heap: Heap, live: Unsigned) OLD..NOW "Makes a stack frame and reserves heap; the slots hold nothing valid.";
            14 AllocateZero allocate_zero(slots: Unsigned, live: Unsigned) OLD..23 "Makes a stack frame whose slots a collection may look at.";
            15 AllocateHeapZero allocate_heap_zero(slots: Unsigned, heap: Heap, live: Unsigned) OLD..23 "Makes a stack frame whose slots a collection may look at, and reserves heap.";
            16 TestHeap test_heap(heap: Heap, live: Unsigned) OLD..NOW "Reserves heap, collecting garbage if it must.";
            17 Init init(slot: Slot) OLD..23 "Clears a slot so that a collection may look at it.";
            18 Deallocate deallocate(slots: Unsigned) OLD..NOW "Drops the stack frame.";
            19 Return return() OLD..NOW "Returns x0 to the caller.";
            20 Send send() OLD..NOW "Sends the message x1 to x0 and leaves the message in x0.";
            21 RemoveMessage remove_message() OLD..NOW "Takes the current message out of the mailbox and ends the receive, its timeout included.";
            22 Timeout timeout() OLD..NOW "Ends a receive whose time is over: the next one looks at the mailbox from its start.";
            23 LoopRec loop_rec(empty: Label, destination: Register) OLD..NOW "Fetches the current message, or branches if the mailbox has no more.";
            24 LoopRecEnd loop_rec_end(label: Label) OLD..NOW "Leaves the current message in the mailbox, moves on to the next and branches to the `loop_rec`.";
            25 Wait wait(label: Label) OLD..NOW "Suspends the process until a message arrives, and continues at the label.";
            26 WaitTimeout wait_timeout(label: Label, timeout: Source) OLD..NOW "Suspends until a message arrives (continues at the label) or the milliseconds are over (falls through).";
            27 MPlus m_plus(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Added two numbers.";
            28 MMinus m_minus(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Subtracted two numbers.";
            29 MTimes m_times(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Multiplied two numbers.";
            30 MDiv m_div(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Divided two numbers to a float.";
            31 IntDiv int_div(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Divided two integers.";
            32 IntRem int_rem(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Took the remainder of two integers.";
            33 IntBand int_band(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Took the bitwise and of two integers.";
            34 IntBor int_bor(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Took the bitwise or of two integers.";
            35 IntBxor int_bxor(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Took the bitwise exclusive or of two integers.";
            36 IntBsl int_bsl(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Shifted an integer left.";
            37 IntBsr int_bsr(fail: Label, first: Source, second: Source, destination: Register) OLD..OLD "Shifted an integer right.";
            38 IntBnot int_bnot(fail: Label, argument: Source, destination: Register) OLD..OLD "Took the bitwise complement of an integer.";
            39 IsLt is_lt(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the first term is less than the second.";
            40 IsGe is_ge(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the first term is greater than or equal to the second.";
            41 IsEq is_eq(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the terms compare equal (`==`).";
            42 IsNe is_ne(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the terms compare different (`/=`).";
            43 IsEqExact is_eq_exact(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the terms are the same (`=:=`).";
            44 IsNeExact is_ne_exact(fail: Label, first: Source, second: Source) OLD..NOW "Branches unless the terms are not the same (`=/=`).";
            45 IsInteger is_integer(fail: Label, source: Source) OLD..NOW "Branches unless the term is an integer.";
            46 IsFloat is_float(fail: Label, source: Source) OLD..NOW "Branches unless the term is a float.";
            47 IsNumber is_number(fail: Label, source: Source) OLD..NOW "Branches unless the term is an integer or a float.";
            48 IsAtom is_atom(fail: Label, source: Source) OLD..NOW "Branches unless the term is an atom.";
            49 IsPid is_pid(fail: Label, source: Source) OLD..NOW "Branches unless the term is a process identifier.";
            50 IsReference is_reference(fail: Label, source: Source) OLD..NOW "Branches unless the term is a reference.";
            51 IsPort is_port(fail: Label, source: Source) OLD..NOW "Branches unless the term is a port.";
            52 IsNil is_nil(fail: Label, source: Source) OLD..NOW "Branches unless the term is the empty list.";
            53 IsBinary is_binary(fail: Label, source: Source) OLD..NOW "Branches unless the term is a bitstring of whole bytes.";
            54 IsConstant is_constant(fail: Label, source: Source) OLD..OLD "Tested for a term that was neither a list nor a tuple.";
            55 IsList is_list(fail: Label, source: Source) OLD..NOW "Branches unless the term is a cons cell or the empty list.";
            56 IsNonemptyList is_nonempty_list(fail: Label, source: Source) OLD..NOW "Branches unless the term is a cons cell.";
            57 IsTuple is_tuple(fail: Label, source: Source) OLD..NOW "Branches unless the term is a tuple.";
            58 TestArity test_arity(fail: Label, tuple: Source, arity: Unsigned) OLD..NOW "Branches unless the tuple has so many elements.";
            /// The list alternates values (atoms, integers, literals) and labels; all values are of one type.
            59 SelectVal select_val(source: Source, fail: Label, choices: Branches) OLD..NOW "Branches to the label beside the value that is the same as the term, or to `fail`.";
            /// The list alternates plain numbers (arities) and labels.
            60 SelectTupleArity select_tuple_arity(tuple: Source, fail: Label, choices: Branches) OLD..NOW "Branches to the label beside the tuple's arity, or to `fail`.";
            61 Jump jump(label: Label) OLD..NOW "Branches always.";
            62 Catch catch(slot: Slot, label: Label) OLD..NOW "Begins a `catch`: marks the slot; an exception continues at the label, at its `catch_end`.";
            63 CatchEnd catch_end(slot: Slot) OLD..NOW "Ends a `catch`: clears the slot; after an exception x0 becomes what the `catch` returns.";
            64 Move move(source: Source, destination: Register) OLD..NOW "Copies a term.";
            65 GetList get_list(list: Source, head: Register, tail: Register) OLD..NOW "Stores head and tail of a cons cell.";
            66 GetTupleElement get_tuple_element(tuple: Source, index: Unsigned, destination: Register) OLD..NOW "Stores an element of a tuple, counted from 0.";
            67 SetTupleElement set_tuple_element(value: Source, tuple: Source, index: Unsigned) OLD..NOW "Overwrites an element, counted from 0, of a tuple just made that nothing else can see.";
            68 PutString put_string(length: Unsigned, string: StringOffset, destination: Register) OLD..OLD "Made a list of characters of the string table.";
            69 PutList put_list(head: Source, tail: Source, destination: Register) OLD..NOW "Makes a cons cell in reserved heap.";
            70 PutTuple put_tuple(arity: Unsigned, destination: Register) OLD..21 "Makes a tuple in reserved heap; as many `put` follow and say its elements.";
            71 Put put(source: Source) OLD..21 "Fills the next element of the tuple that `put_tuple` began.";
            72 Badmatch badmatch(value: Source) OLD..NOW "Raises `{badmatch, Value}`.";
            73 IfEnd if_end() OLD..NOW "Raises `if_clause`.";
            74 CaseEnd case_end(value: Source) OLD..NOW "Raises `{case_clause, Value}`.";
            75 CallFun call_fun(arity: Unsigned) OLD..NOW "Calls the fun in the x register after its arguments.";
            76 MakeFun make_fun(label: Label, unique: Unsigned, free: Unsigned) OLD..OLD "Made a fun.";
            77 IsFunction is_function(fail: Label, source: Source) OLD..NOW "Branches unless the term is a fun.";
            78 CallExtOnly call_ext_only(arity: Unsigned, import: Import) OLD..NOW "Jumps to an imported function where there is no stack frame.";
            79 BsStartMatch bs_start_match(fail: Label, source: Register) OLD..OLD "Began to match a binary.";
            80 BsGetInteger bs_get_integer(fail: Label, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..OLD "Matched an integer field.";
            81 BsGetFloat bs_get_float(fail: Label, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..OLD "Matched a float field.";
            82 BsGetBinary bs_get_binary(fail: Label, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..OLD "Matched a binary field.";
            83 BsSkipBits bs_skip_bits(fail: Label, size: Source, unit: Unsigned, flags: Flags) OLD..OLD "Skipped a field.";
            84 BsTestTail bs_test_tail(fail: Label, bits: Unsigned) OLD..OLD "Tested how many bits were left.";
            85 BsSave bs_save(index: Unsigned) OLD..OLD "Saved the position of the match.";
            86 BsRestore bs_restore(index: Unsigned) OLD..OLD "Restored the position of the match.";
            87 BsInit bs_init(size: Unsigned, flags: Flags) OLD..OLD "Began to construct a binary.";
            88 BsFinal bs_final(fail: Label, destination: Register) OLD..OLD "Ended the construction of a binary.";
            /// It and the `bs_put_*` below append to the binary which the last `bs_init2`, `bs_init_bits`, `bs_append` or
            /// `bs_private_append` began.
            89 BsPutInteger bs_put_integer(fail: Label, size: Source, unit: Unsigned, flags: Flags, source: Source) OLD..24 "Appends an integer of size times unit bits to the binary under construction; fails with `badarg`.";
            90 BsPutBinary bs_put_binary(fail: Label, size: Source, unit: Unsigned, flags: Flags, source: Source) OLD..24 "Appends a bitstring, whole if the size is the atom `all`; fails with `badarg`.";
            91 BsPutFloat bs_put_float(fail: Label, size: Source, unit: Unsigned, flags: Flags, source: Source) OLD..24 "Appends a float of size times unit bits; fails with `badarg`.";
            92 BsPutString bs_put_string(bytes: Unsigned, string: StringOffset) OLD..24 "Appends bytes of the string table.";
            93 BsNeedBuf bs_need_buf(bytes: Unsigned) OLD..OLD "Reserved room in a buffer of the scheduler.";
            94 Fclearerror fclearerror() OLD..24 "Forgets earlier floating point errors before a run of float instructions.";
            95 Fcheckerror fcheckerror(fail: Label) OLD..24 "Fails with `badarith` if a float instruction since `fclearerror` went wrong.";
            /// From a float register to a register it makes a boxed float in reserved heap; the other way it unboxes.
            96 Fmove fmove(source: FloatSource, destination: FloatTarget) OLD..NOW "Copies a float between a float register and a term.";
            97 Fconv fconv(source: Source, destination: FloatRegister) OLD..NOW "Converts a number to a float; raises `badarith` if it is none or too large.";
            98 Fadd fadd(fail: Label, first: FloatRegister, second: FloatRegister, destination: FloatRegister) OLD..NOW "Adds floats; raises `badarith` unless the result is finite.";
            99 Fsub fsub(fail: Label, first: FloatRegister, second: FloatRegister, destination: FloatRegister) OLD..NOW "Subtracts floats; raises `badarith` unless the result is finite.";
            100 Fmul fmul(fail: Label, first: FloatRegister, second: FloatRegister, destination: FloatRegister) OLD..NOW "Multiplies floats; raises `badarith` unless the result is finite.";
            101 Fdiv fdiv(fail: Label, first: FloatRegister, second: FloatRegister, destination: FloatRegister) OLD..NOW "Divides floats; raises `badarith` unless the result is finite.";
            102 Fnegate fnegate(fail: Label, source: FloatRegister, destination: FloatRegister) OLD..NOW "Negates a float.";
            103 MakeFun2 make_fun2(lambda: Lambda) OLD..23 "Makes a fun in x0 whose free variables are in x0 and up; reserves its own heap.";
            104 Try try(slot: Slot, label: Label) OLD..NOW "Begins a `try`: marks the slot; an exception continues at the label, at its `try_case`.";
            105 TryEnd try_end(slot: Slot) OLD..NOW "Ends a `try` in which nothing was raised: clears the slot.";
            106 TryCase try_case(slot: Slot) OLD..NOW "Heads the handler of a `try`: clears the slot; x0, x1, x2 become class, reason, raw stacktrace.";
            107 TryCaseEnd try_case_end(value: Source) OLD..NOW "Raises `{try_clause, Value}`.";
            /// It returns from no call: what follows in the code is not reached.
            108 Raise raise(stacktrace: Source, reason: Source) OLD..NOW "Raises an exception again, with the class that its raw stacktrace remembers.";
            109 BsInit2 bs_init2(fail: Label, bytes: NumberOrSource, heap: Heap, live: Unsigned, flags: Flags, destination: Register) OLD..24 "Begins a binary of so many bytes, a plain number or a register; reserves heap for more.";
            110 BsBitsToBytes bs_bits_to_bytes(fail: Label, bits: Source, destination: Register) OLD..OLD "Divided a number of bits by 8.";
            111 BsAdd bs_add(fail: Label, first: Source, second: Source, unit: Unsigned, destination: Register) OLD..24 "Stores first + second * unit, a size; fails with `badarg` if negative or no integer.";
            112 Apply apply(arity: Unsigned) OLD..NOW "Calls the function whose module and name are in the two x registers after the arguments.";
            113 ApplyLast apply_last(arity: Unsigned, deallocate: Unsigned) OLD..NOW "Drops the stack frame and jumps to the function named in the two x registers after the arguments.";
            114 IsBoolean is_boolean(fail: Label, source: Source) OLD..NOW "Branches unless the term is `true` or `false`.";
            115 IsFunction2 is_function2(fail: Label, source: Source, arity: Source) OLD..NOW "Branches unless the term is a fun of this arity.";
            116 BsStartMatch2 bs_start_match2(fail: Label, source: Source, live: Unsigned, slots: Unsigned, destination: Register) OLD..21 "Makes a match context with room for saved positions, or continues a given one; branches if it is no bitstring.";
            /// The context's position moves only when the field matches. Bit 8 of the flags (exact) is never set by
            /// the compilers of OTP 25 and later.
            117 BsGetInteger2 bs_get_integer2(fail: Label, context: Register, live: Unsigned, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches an integer of size times unit bits; branches if there are too few.";
            118 BsGetFloat2 bs_get_float2(fail: Label, context: Register, live: Unsigned, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches a float of 16, 32 or 64 bits; branches if there are too few or it is not finite.";
            119 BsGetBinary2 bs_get_binary2(fail: Label, context: Register, live: Unsigned, size: Source, unit: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches a bitstring of size times unit bits, or (`all`) the rest if it divides by the unit.";
            120 BsSkipBits2 bs_skip_bits2(fail: Label, context: Register, size: Source, unit: Unsigned, flags: Flags) OLD..NOW "Skips size times unit bits, or (`all`) the rest if it divides by the unit.";
            121 BsTestTail2 bs_test_tail2(fail: Label, context: Register, bits: Unsigned) OLD..NOW "Branches unless exactly so many bits are left.";
            122 BsSave2 bs_save2(context: Register, slot: NumberOrSource) OLD..21 "Saves the position in a slot of the context, a plain number or the atom `start`.";
            123 BsRestore2 bs_restore2(context: Register, slot: NumberOrSource) OLD..21 "Restores the position from a slot of the context, a plain number or the atom `start`.";
            /// `live` counts x registers beyond the arguments too. With `fail` 0 the exception of the
            /// built-in function is raised; in a guard a failure only branches.
            124 GcBif1 gc_bif1(fail: Label, live: Unsigned, import: Import, argument: Source, destination: Register) OLD..NOW "Stores the result of a built-in function that may need heap; fails if that does.";
            125 GcBif2 gc_bif2(fail: Label, live: Unsigned, import: Import, first: Source, second: Source, destination: Register) OLD..NOW "Stores the result of a built-in function that may need heap, such as `+`; fails if that does.";
            126 BsFinal2 bs_final2(source: Source, destination: Register) OLD..OLD "Ended the construction of a binary.";
            127 BsBitsToBytes2 bs_bits_to_bytes2(bits: Source, destination: Register) OLD..OLD "Divided a number of bits by 8.";
            128 PutLiteral put_literal(literal: Unsigned, destination: Register) OLD..OLD "Stored a literal.";
            129 IsBitstr is_bitstr(fail: Label, source: Source) OLD..NOW "Branches unless the term is a bitstring.";
            130 BsContextToBinary bs_context_to_binary(context: Register) OLD..21 "Replaces a match context by the bitstring from its `start` position on; leaves other terms.";
            131 BsTestUnit bs_test_unit(fail: Label, context: Register, unit: Unsigned) OLD..NOW "Branches unless the bits left divide by the unit.";
            132 BsMatchString bs_match_string(fail: Label, context: Register, bits: Unsigned, string: StringOffset) OLD..NOW "Branches unless the next bits are those of the string table.";
            133 BsInitWritable bs_init_writable() OLD..NOW "Puts into x0 an empty binary with room for x0 more bytes, for a comprehension to append to.";
            134 BsAppend bs_append(fail: Label, bits: Source, heap: Heap, live: Unsigned, unit: Unsigned, source: Source, flags: Flags, destination: Register) OLD..24 "Begins a binary that is a bitstring with so many more bits, in place if it can; fails with `badarg`.";
            135 BsPrivateAppend bs_private_append(fail: Label, bits: Source, unit: Unsigned, source: Source, flags: Flags, destination: Register) OLD..24 "Makes room for so many more bits in a binary that nothing else can see.";
            136 Trim trim(slots: Unsigned, remaining: Unsigned) OLD..NOW "Drops so many slots from the top of the stack frame: y0 becomes what was y(slots).";
            137 BsInitBits bs_init_bits(fail: Label, bits: NumberOrSource, heap: Heap, live: Unsigned, flags: Flags, destination: Register) OLD..24 "Begins a bitstring of so many bits, a plain number or a register; reserves heap for more.";
            138 BsGetUtf8 bs_get_utf8(fail: Label, context: Register, live: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches a character encoded in UTF-8.";
            139 BsSkipUtf8 bs_skip_utf8(fail: Label, context: Register, live: Unsigned, flags: Flags) OLD..NOW "Skips a character encoded in UTF-8.";
            140 BsGetUtf16 bs_get_utf16(fail: Label, context: Register, live: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches a character encoded in UTF-16.";
            141 BsSkipUtf16 bs_skip_utf16(fail: Label, context: Register, live: Unsigned, flags: Flags) OLD..NOW "Skips a character encoded in UTF-16.";
            142 BsGetUtf32 bs_get_utf32(fail: Label, context: Register, live: Unsigned, flags: Flags, destination: Register) OLD..NOW "Matches a character encoded in UTF-32.";
            143 BsSkipUtf32 bs_skip_utf32(fail: Label, context: Register, live: Unsigned, flags: Flags) OLD..NOW "Skips a character encoded in UTF-32.";
            144 BsUtf8Size bs_utf8_size(fail: Label, source: Source, destination: Register) OLD..24 "Stores how many bytes a character takes in UTF-8.";
            145 BsPutUtf8 bs_put_utf8(fail: Label, flags: Flags, source: Source) OLD..24 "Appends a character in UTF-8; fails with `badarg`.";
            146 BsUtf16Size bs_utf16_size(fail: Label, source: Source, destination: Register) OLD..24 "Stores how many bytes a character takes in UTF-16.";
            147 BsPutUtf16 bs_put_utf16(fail: Label, flags: Flags, source: Source) OLD..24 "Appends a character in UTF-16; fails with `badarg`.";
            148 BsPutUtf32 bs_put_utf32(fail: Label, flags: Flags, source: Source) OLD..24 "Appends a character in UTF-32; fails with `badarg`.";
            149 OnLoad on_load() OLD..NOW "Marks the function that follows as the one to run when the module is loaded.";
            150 RecvMark recv_mark(label: Label) OLD..23 "Remembers the end of the mailbox before a reference is made.";
            151 RecvSet recv_set(label: Label) OLD..23 "Lets the next receive begin at the place that `recv_mark` remembered.";
            152 GcBif3 gc_bif3(fail: Label, live: Unsigned, import: Import, first: Source, second: Source, third: Source, destination: Register) OLD..NOW "Stores the result of a built-in function that may need heap; fails if that does.";
            /// The index is into the `Line` chunk, whose items count from 1; 0 is a place that is not known.
            /// It says where the following instructions come from, up to the next `line`.
            153 Line line(line: Line) OLD..NOW "Says which source line the following code comes from, for stacktraces.";
            /// It reserves its own heap: `live` is for that. Keys and values alternate, each a term; keys
            /// are unique, and literals unless there is only one pair.
            154 PutMapAssoc put_map_assoc(fail: Label, map: Source, destination: Register, live: Unsigned, pairs: Pairs) OLD..NOW "Makes a map of a map with keys and values added or replaced; fails with `{badmap, Map}`.";
            /// The operands are those of `put_map_assoc`.
            155 PutMapExact put_map_exact(fail: Label, map: Source, destination: Register, live: Unsigned, pairs: Pairs) OLD..NOW "Makes a map of a map with the values of keys replaced; fails with `{badmap, Map}` or `{badkey, Key}`.";
            156 IsMap is_map(fail: Label, source: Source) OLD..NOW "Branches unless the term is a map.";
            157 HasMapFields has_map_fields(fail: Label, map: Source, keys: Sources) OLD..NOW "Branches unless the map has all the keys.";
            /// Keys and registers alternate; keys are unique, and literals unless there is only one pair.
            /// Any of the registers may be the one of the map, not only the last: fetch the map before
            /// storing. What the registers hold after a failure is open.
            158 GetMapElements get_map_elements(fail: Label, map: Source, fetches: Fetches) OLD..NOW "Stores the values of keys, given as key and register; branches if one is missing.";
            159 IsTaggedTuple is_tagged_tuple(fail: Label, source: Source, arity: Unsigned, tag: Atom) OLD..NOW "Branches unless the term is a tuple of this arity whose first element is the atom.";
            160 BuildStacktrace build_stacktrace() 21..NOW "Makes a list of the raw stacktrace in x0.";
            161 RawRaise raw_raise() 21..NOW "Raises class x0, reason x1 with the raw stacktrace x2; puts `badarg` into x0 if that is no class.";
            162 GetHd get_hd(list: Source, destination: Register) 21..NOW "Stores the head of a cons cell.";
            163 GetTl get_tl(list: Source, destination: Register) 21..NOW "Stores the tail of a cons cell.";
            /// The number of elements is the arity; the heap was reserved before.
            164 PutTuple2 put_tuple2(destination: Register, elements: Sources) 22..NOW "Makes a tuple in reserved heap.";
            165 BsGetTail bs_get_tail(context: Register, destination: Register, live: Unsigned) 22..NOW "Stores the rest of a match context as a bitstring.";
            166 BsStartMatch3 bs_start_match3(fail: Label, source: Source, live: Unsigned, destination: Register) 22..NOW "Makes a match context, or continues a given one; branches if it is no bitstring.";
            167 BsGetPosition bs_get_position(context: Register, destination: Register, live: Unsigned) 22..NOW "Stores the position of a match context as an opaque term.";
            168 BsSetPosition bs_set_position(context: Register, position: Source) 22..NOW "Returns a match context to a position.";
            169 Swap swap(first: Register, second: Register) 23..NOW "Exchanges two registers.";
            /// In place of a label stands the atom `no_fail` (the term is known to be a bitstring or a context), or
            /// `resume` (it is known to be a match context).
            170 BsStartMatch4 bs_start_match4(fail: LabelOrAtom, live: Unsigned, source: Source, destination: Register) 23..NOW "Makes a match context, or continues a given one.";
            171 MakeFun3 make_fun3(lambda: Lambda, destination: Register, environment: Sources) 24..NOW "Makes a fun with the given free variables in reserved heap.";
            172 InitYregs init_yregs(slots: Slots) 24..NOW "Clears slots so that a collection may look at them.";
            173 RecvMarkerBind recv_marker_bind(marker: Register, reference: Register) 24..NOW "Ties a marker of the mailbox to the reference made after it.";
            174 RecvMarkerClear recv_marker_clear(reference: Register) 24..NOW "Forgets the marker of a reference.";
            /// Markers let a receive skip the messages that came before a reference was made, since those
            /// cannot contain it. In order: `recv_marker_reserve` (y), the call that makes the reference,
            /// `recv_marker_bind` (y, reference), any code, `recv_marker_use` (reference) before the
            /// `loop_rec` of the receive that waits for it, `recv_marker_clear` (reference) when that is
            /// over. All but the first read only; a virtual machine may ignore the four as long as the
            /// marker register gets some term that a collection can keep.
            175 RecvMarkerReserve recv_marker_reserve(destination: Register) 24..NOW "Marks the end of the mailbox and stores the marker.";
            176 RecvMarkerUse recv_marker_use(reference: Register) 24..NOW "Lets the next receive begin at the marker of a reference.";
            /// Six operands make a segment: type, number, unit, flags, value, size.
            /// * Type: an atom, one of `append`, `private_append`, `binary`, `integer`, `float`, `string`,
            ///   `utf8`, `utf16`, `utf32`. The two appends are only ever the first segment: the value is
            ///   the bitstring to append to, which for `private_append` nothing else can see and which may
            ///   be changed in place.
            /// * Number: which segment of the source this is, from 1, for error messages; 0 where nothing
            ///   can go wrong.
            /// * Unit: plain number; 0 for the utf types, 8 for `string`.
            /// * Flags: the empty list, or a literal, a list of the atoms `little`, `native`, `signed`
            ///   (which changes nothing here). Without `little` and `native` a field is big-endian.
            /// * Value: a term. For `string` a plain number, an offset into the string table.
            /// * Size: a term which times the unit is the size in bits, at run time an integer of at least
            ///   0; for `string` an integer, the number of bytes; the atom `all` for a whole bitstring
            ///   (whose size must divide by the unit); the atom `undefined` for the utf types.
            /// The operand `unit` after `live` is one that the size of the result divides by. `heap` is
            /// what the code after it needs besides; the bitstring's own room is not in it. An integer is
            /// cut to the size of its field.
            177 BsCreateBin bs_create_bin(fail: Label, heap: Heap, live: Unsigned, unit: Unsigned, destination: Register, segments: Segments) 25..NOW "Makes a bitstring of segments; reserves heap for more; fails with `badarg` or `system_limit`.";
            /// The arguments are in x0 and up, the result comes in x0. The tag is an atom: `safe` (the term
            /// is a fun of this arity) or `unsafe` (it must be tested, raising `badfun` or `badarity`); or
            /// a plain number, an index into the lambda table: the fun was made from that lambda. To test
            /// always is right.
            178 CallFun2 call_fun2(tag: FunTag, arity: Unsigned, fun: Source) 25..NOW "Calls a fun, of which the tag says what is known.";
            /// It stands right behind the label where the function begins.
            179 NifStart nif_start() 25..NOW "Heads the body of a function that a native library may replace.";
            180 Badrecord badrecord(value: Source) 25..NOW "Raises `{badrecord, Value}`.";
            /// `size` is the arity of the tuple. The list alternates positions, plain numbers from 1 as for
            /// `setelement/3`, and terms; the positions are unequal and ascending. The hint is an atom:
            /// `reuse` (the new values may well be the old ones: then the source itself may be the result),
            /// `copy` (they are likely others), `inplace` (nothing else can see the source: it may be
            /// overwritten, unless it is a literal). Copying is always right: `size` + 1 words were
            /// reserved before, even for `inplace`. The source is known to be a tuple of that arity, at
            /// least as large as the largest position.
            181 UpdateRecord update_record(hint: Atom, size: Unsigned, source: Source, destination: Register, updates: Pairs) 26..NOW "Makes a copy of a tuple with elements replaced, in reserved heap.";
            /// The list is of commands, one after another: an atom and its operands, whose numbers are
            /// plain. Every command begins with the only atom in it. Sizes in bits are size times unit and
            /// known when compiling; other fields have the `bs_get_*` opcodes. `live` is for the heap that
            /// the command may need.
            /// * `ensure_at_least` bits unit: fails unless at least so many bits are left, and those beyond
            ///   them divide by the unit.
            /// * `ensure_exactly` bits: fails unless exactly so many bits are left.
            /// * `integer` live flags size unit register: stores the next bits as an integer; never fails.
            /// * `binary` live flags size unit register: stores the next bits as a bitstring; never fails.
            /// * `skip` bits: passes over so many bits; never fails.
            /// * `get_tail` live unit register: stores all that is left as a bitstring and leaves the
            ///   position; never fails.
            /// * `=:=` nil bits value: fails unless the next bits are this unsigned number, big-endian;
            ///   passes over them. Compilers write at most 64 bits, as a rule 31 at a time.
            /// Flags are the empty list, or a literal, a list of the atoms `little`, `native`, `signed`. An
            /// `ensure_*` stands before all commands that take bits. Where a failure leaves the position is
            /// open: code that needs it took it with `bs_get_position` before. The register of a command
            /// may be that of the context only in the last.
            182 BsMatch bs_match(fail: Label, context: Register, commands: Commands) 26..NOW "Matches several fields at once; branches if one does not match.";
            /// Written for `erlc +line_coverage`. `line` is as for the opcode `line`; `index` counts these
            /// marks in the module from 1. It is no replacement for `line`, which follows where one is
            /// needed.
            183 ExecutableLine executable_line(line: Line, index: Unsigned) 27..NOW "Marks a source line for coverage; otherwise does nothing.";
            /// Written for `erlc +beam_debug_info`. The kind is an atom: `entry` (a function begins; its
            /// arguments are in x0 and up) or `line`. `line` is as for the opcode `line`; `index` counts
            /// these marks from 1 and leads to the variables of that place in the chunk `DbgB`.
            184 DebugLine debug_line(kind: Atom, line: Line, index: Unsigned, live: Unsigned) 28..NOW "Marks a place where a debugger may stop; otherwise does nothing.";
            /// The one import seen is `erlang:is_integer/3`: is the first term an integer from the second
            /// to the third? It is what `bif1` and `bif2` are for more arguments.
            185 Bif3 bif3(fail: Label, import: Import, first: Source, second: Source, third: Source, destination: Register) 29..NOW "Stores the result of a built-in function that needs no heap; fails if that does.";
            /// Native records (OTP 29, `-record #name{field = Default}.`) are a type of their own, between
            /// tuples and maps in the order of terms: a module, a name, and fields with values. The chunk
            /// `Recs` defines those of a module: a u32 version 0, a u32 count of records, a u32 count of
            /// all their fields, then for each record, as compact operands, label 0, its name (atom),
            /// `true` or `false` (atom: is it exported), and a list that alternates field names (atoms) and
            /// defaults (integer, atom, empty list or literal; plain number 0 where there is none).
            186 IsAnyNativeRecord is_any_native_record(fail: Label, source: Source) 29..NOW "Branches unless the term is a native record.";
            /// It follows `is_any_native_record`. Module and name are atoms, or registers from a guard
            /// `is_record/3`.
            187 IsNativeRecord is_native_record(fail: Label, source: Source, module: Source, name: Source) 29..NOW "Branches unless the native record is of this module and name.";
            /// Names (atoms) and registers alternate; as for `get_map_elements`, any register may be the
            /// one of the record.
            188 GetRecordElements get_record_elements(fail: Label, record: Source, fetches: Fetches) 29..NOW "Stores the values of fields, given as name and register; branches if one is missing.";
            /// The id is an atom, the name of a record of this module; or a literal `{Module, Name}`; or,
            /// for an update only, the atom `_`: the source's own definition. The source is the empty list
            /// to make a new record, whose missing fields get the defaults of the definition, or the record
            /// to update. Fields alternate names (atoms) and terms. It reserves its own heap: `live` is for
            /// that. With no such definition (its module not loaded, or the record not exported) it raises
            /// `{badrecord, {Module, Name}}`; if the source is not such a record `{badrecord, Source}`; for
            /// a name that is no field `{badfield, {{Module, Name}, Field}}`; for a field that has neither
            /// a value nor a default `{novalue, {{Module, Name}, Field}}`.
            189 PutRecord put_record(fail: Label, id: Source, source: Source, destination: Register, live: Unsigned, fields: Pairs) 29..NOW "Makes a native record, or updates the one given as source.";
            /// The id is an atom: `external` (the record must be exported by its module) or `auto_local`
            /// (exported, or of the module that this code is in).
            190 IsRecordAccessible is_record_accessible(fail: Label, record: Source, id: Source) 29..NOW "Branches unless the fields of the native record may be read here.";
            /// `id` is as for `put_record`. In a guard any failure branches; with `fail` 0 the exceptions
            /// are those of `put_record`.
            191 GetRecordField get_record_field(fail: Label, record: Source, id: Source, field: Source, destination: Register) 29..NOW "Stores the value of a field of a native record.";
        }
    };
}

macro_rules! define {
    ($(
        $(#[$fact:meta])*
        $number:literal $variant:ident $name:ident ($($operand:ident: $kind:ident),*) $first:tt..$last:tt
        $doc:literal;
    )*) => {
        /// An opcode of the external instruction set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Op {
            $(#[doc = $doc] #[doc = ""] $(#[$fact])* $variant = $number,)*
        }

        /// Every opcode, by number.
        pub const ALL: &[Op] = &[$(Op::$variant),*];

        impl Op {
            /// The opcode with this number, if OTP defines one.
            #[inline]
            pub const fn from_number(number: u8) -> Option<Op> {
                match number {
                    $($number => Some(Op::$variant),)*
                    _ => None,
                }
            }
        }

        static ENTRIES: &[Entry] = &[$(Entry {
            name: stringify!($name),
            operands: &[$(OperandSpec { name: stringify!($operand), kind: Kind::$kind }),*],
            first_otp: $first,
            last_otp: $last,
            doc: $doc,
        }),*];

        // Separate, dense and small: the decoder reads one for each instruction.
        static ARITIES: &[u8] = &[$(<[Kind]>::len(&[$(Kind::$kind),*]) as u8),*];
    };
}

for_each_op!(define);

struct Entry {
    name: &'static str,
    operands: &'static [OperandSpec],
    first_otp: u8,
    last_otp: u8,
    doc: &'static str,
}

/// Numbers are consecutive from 1, so that an opcode's entry lies at its number less one.
const _: () = {
    let mut index = 0;
    while index < ALL.len() {
        assert!(ALL[index] as usize == index + 1);
        index += 1;
    }
};

/// An operand of an opcode: its name and what may stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperandSpec {
    /// What the operand is for, in one or two words.
    pub name: &'static str,
    /// What may stand there.
    pub kind: Kind,
}

/// What may stand in the place of an operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A number that is not a term: an arity, a count, a size, a unit.
    Unsigned,
    /// A label; 0 where there is none.
    Label,
    /// A term: a register, literal, integer, atom or the empty list.
    Source,
    /// A number that is not a term, or a term.
    NumberOrSource,
    /// An x or y register that is read or written.
    Register,
    /// A y register.
    Slot,
    /// A floating point register.
    FloatRegister,
    /// A floating point register, or a term which is a float.
    FloatSource,
    /// A floating point register, or an x or y register.
    FloatTarget,
    /// An atom, or the empty list, which is written as an atom.
    Atom,
    /// A label or an atom.
    LabelOrAtom,
    /// An atom, or an index into the lambda table.
    FunTag,
    /// An index into the import table, from 0.
    Import,
    /// An offset in bytes into the string table (`StrT`).
    StringOffset,
    /// An index into the lambda table (`FunT`), from 0.
    Lambda,
    /// An index into the line table (`Line`); 0 is an unknown line.
    Line,
    /// Heap words, or an allocation list.
    Heap,
    /// How a field of a bitstring is laid out: a sum of 2 little-endian, 4 signed, 8 exact, 16 native-endian.
    Flags,
    /// A list of terms.
    Sources,
    /// A list of alternating terms.
    Pairs,
    /// A list of alternating terms and labels.
    Branches,
    /// A list of alternating terms and registers.
    Fetches,
    /// A list of y registers.
    Slots,
    /// The list of segments of `bs_create_bin`.
    Segments,
    /// The list of commands of `bs_match`.
    Commands,
}

impl Kind {
    /// Whether `operand` may stand where this kind is wanted. Of a list only that it is one.
    pub fn accepts(self, operand: &Operand<'_>) -> bool {
        use Operand as O;
        match self {
            Kind::Unsigned | Kind::Import | Kind::StringOffset | Kind::Lambda | Kind::Line | Kind::Flags => {
                matches!(operand, O::Unsigned(_))
            }
            Kind::Label => matches!(operand, O::Label(_)),
            Kind::Source => is_source(operand),
            Kind::NumberOrSource => matches!(operand, O::Unsigned(_)) || is_source(operand),
            Kind::Register => operand.register().is_some(),
            Kind::Slot => matches!(operand, O::Y(_)),
            Kind::FloatRegister => matches!(operand, O::FloatRegister(_)),
            Kind::FloatSource => matches!(operand, O::FloatRegister(_)) || is_source(operand),
            Kind::FloatTarget => matches!(operand, O::FloatRegister(_)) || operand.register().is_some(),
            Kind::Atom => matches!(operand, O::Atom(_) | O::Nil),
            Kind::LabelOrAtom => matches!(operand, O::Label(_) | O::Atom(_) | O::Nil),
            Kind::FunTag => matches!(operand, O::Unsigned(_) | O::Atom(_)),
            Kind::Heap => matches!(operand, O::Unsigned(_) | O::Allocation { .. }),
            Kind::Sources
            | Kind::Pairs
            | Kind::Branches
            | Kind::Fetches
            | Kind::Slots
            | Kind::Segments
            | Kind::Commands => matches!(operand, O::List(_)),
        }
    }

    /// The kind in words, for the page of opcodes.
    pub const fn words(self) -> &'static str {
        match self {
            Kind::Unsigned => "number",
            Kind::Label => "label",
            Kind::Source => "term",
            Kind::NumberOrSource => "number or term",
            Kind::Register => "register",
            Kind::Slot => "y register",
            Kind::FloatRegister => "float register",
            Kind::FloatSource => "float register or term",
            Kind::FloatTarget => "float register or register",
            Kind::Atom => "atom",
            Kind::LabelOrAtom => "label or atom",
            Kind::FunTag => "lambda or atom",
            Kind::Import => "import",
            Kind::StringOffset => "string offset",
            Kind::Lambda => "lambda",
            Kind::Line => "line",
            Kind::Heap => "heap need",
            Kind::Flags => "field flags",
            Kind::Sources => "list of terms",
            Kind::Pairs => "list of pairs",
            Kind::Branches => "list of terms and labels",
            Kind::Fetches => "list of terms and registers",
            Kind::Slots => "list of y registers",
            Kind::Segments => "list of segments",
            Kind::Commands => "list of commands",
        }
    }
}

fn is_source(operand: &Operand<'_>) -> bool {
    use Operand as O;
    operand.register().is_some()
        || matches!(operand, O::Literal(_) | O::Integer(_) | O::BigInteger(_) | O::Atom(_) | O::Nil)
        || matches!(operand, O::Character(_))
}

impl Op {
    #[inline]
    fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize - 1]
    }

    /// The number that stands for it in code: 1 to 191.
    #[inline]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Its name, as `erlc -S` writes it.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How many operands follow it: 0 to 8.
    #[inline]
    pub fn arity(self) -> usize {
        usize::from(ARITIES[self as usize - 1])
    }

    /// The operands that follow it.
    pub fn operands(self) -> &'static [OperandSpec] {
        self.entry().operands
    }

    /// The first OTP release whose compiler writes it; [`OLD`] for anything before OTP 21.
    pub fn first_otp(self) -> u8 {
        self.entry().first_otp
    }

    /// The last OTP release whose compiler writes it; [`NOW`] if the newest still does, [`OLD`] if none
    /// since OTP 21 did.
    pub fn last_otp(self) -> u8 {
        self.entry().last_otp
    }

    /// Whether no compiler since OTP 21 writes it, so that a loader may refuse it.
    pub fn is_retired(self) -> bool {
        self.last_otp() == OLD
    }

    /// What it does, in one line.
    pub fn doc(self) -> &'static str {
        self.entry().doc
    }
}

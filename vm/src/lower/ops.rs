//! THE internal instruction set: what lowered code is made of.
//!
//! An instruction is little-endian 32-bit words. Word 0 is `op | a | b | c` by bytes, or `op | a | h` with 16 bits of
//! `h`, or `op` and 24 bits of `o`; extension words follow. Branches count words from the instruction's first;
//! a pool offset counts words from it to a pointer-sized slot behind the module's code.
//! One table: the enum, the lengths and the disassembler derive from it; `interp` matches on the enum, so an
//! instruction without a handler does not compile.

/// What a part of an instruction holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// X register in byte a, b or c.
    Xa,
    /// As above.
    Xb,
    /// As above.
    Xc,
    /// Y register in byte a or b.
    Ya,
    /// As above.
    Yb,
    /// Float register in byte a, b or c.
    Fa,
    /// As above.
    Fb,
    /// As above.
    Fc,
    /// Number in byte a, b or c.
    Na,
    /// As above.
    Nb,
    /// As above.
    Nc,
    /// Number in `h`.
    Nh,
    /// Number in `o`.
    No,
    /// Branch in `h`; 0 where failing raises.
    Fail,
    /// Branch in `o`.
    Jump,
    /// Pool offset in `o`.
    PoolO,
    /// Extension: a source (see [`super::operand`]).
    Src,
    /// Extension: an X or Y register to write.
    Dst,
    /// Extension: a 32-bit constant term.
    Const,
    /// Extension: a number.
    Num,
    /// Extension: a branch.
    Off,
    /// Extension: a pool offset.
    Pool,
    /// Extension: registers or numbers in its bytes.
    Regs,
    /// As many words as `Na` or `Nh` says, times this.
    Rest(u8),
}

macro_rules! ops {
    ($($(#[doc = $doc:literal])* $op:ident [$($field:expr),*];)*) => {
        /// An internal instruction.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Op { $($(#[doc = $doc])* $op),* }

        impl Op {
            /// Every instruction, in order of number.
            pub const ALL: &'static [Op] = &[$(Op::$op),*];

            /// The name.
            pub const fn name(self) -> &'static str {
                match self { $(Op::$op => stringify!($op)),* }
            }

            /// Its parts, in order.
            pub const fn fields(self) -> &'static [Field] {
                #[allow(unused_imports, reason = "an instruction may have no parts")]
                use Field::*;
                match self { $(Op::$op => &[$($field),*]),* }
            }
        }
    };
}

ops! {
    /// Leaves the interpreter.
    Exit [];
    /// Stands two words before each function's entry: raises function_clause.
    FuncInfo [Na, Num];

    /// x[a] = x[b]
    MoveXX [Xa, Xb];
    /// x[a] = y[b]
    MoveXY [Xa, Yb];
    /// y[a] = x[b]
    MoveYX [Ya, Xb];
    /// x[a] = constant
    MoveXC [Xa, Const];
    /// y[a] = constant
    MoveYC [Ya, Const];
    /// x[a] = literal
    MoveXP [Xa, Pool];
    /// Any move.
    Move [Src, Dst];
    /// Two moves between X registers, one after the other.
    MoveXXMoveXX [Xa, Xb, Regs];
    /// Two loads of X from Y.
    MoveXYMoveXY [Xa, Yb, Regs];
    /// Two stores of X to Y.
    MoveYXMoveYX [Ya, Xb, Regs];
    /// Exchanges two registers.
    SwapXX [Xa, Xb];
    /// Exchanges any two registers.
    Swap [Dst, Dst];
    /// Move, then call.
    MoveXXCall [Xa, Xb, Off];
    /// Move, then call.
    MoveXYCall [Xa, Yb, Off];
    /// Move, then jump to a function.
    MoveXXCallOnly [Xa, Xb, Off];
    /// Move, then return.
    MoveXXReturn [Xa, Xb];
    /// Move, then return.
    MoveXCReturn [Xa, Const];

    /// Calls a function of this module.
    Call [Jump];
    /// Jumps to a function of this module.
    CallOnly [Jump];
    /// Calls an export.
    CallExt [PoolO];
    /// Jumps to an export.
    CallExtOnly [PoolO];
    /// Gives the frame back and jumps to an export.
    CallExtLast [Nh, Pool];
    /// Calls a native function.
    CallNative [PoolO];
    /// Calls a native function and returns its result.
    CallNativeOnly [PoolO];
    /// Calls a native function, gives the frame back and returns its result.
    CallNativeLast [Nh, Pool];
    /// The body of an export that is native: what calls through a fun reach.
    NativeBody [Pool];
    /// The body of an export that is not there (yet).
    UndefinedBody [Pool];
    /// Calls the fun in x[arity].
    CallFun [Na];
    /// Calls the fun in a source with the arguments in X.
    CallFunSrc [Na, Src];
    /// Calls x[arity]:x[arity+1] with the arguments in X.
    Apply [Na];
    /// Gives the frame back and jumps to x[arity]:x[arity+1].
    ApplyLast [Na, Num];
    /// Returns.
    Return [];
    /// Gives a frame back.
    Deallocate [No];
    /// Gives a frame back and returns.
    DeallocateReturn [No];
    /// The bottom of every stack: the process has returned from its first function.
    Finished [];

    /// Takes a frame of `h` words; `a` X registers are live.
    Allocate [Na, Nh];
    /// Takes a frame of `b` words and room for `c` words of heap.
    AllocateHeap [Na, Nb, Nc];
    /// As above, with numbers of any size: live, frame, heap.
    AllocateWide [Num, Num, Num];
    /// Room for `h` words of heap.
    TestHeap [Na, Nh];
    /// As above: live, heap.
    TestHeapWide [Num, Num];
    /// Gives the first words of the frame back.
    Trim [No];

    /// Branches unless x[a] is a list cell.
    IsCellX [Xa, Fail];
    /// Branches unless x[a] is nil.
    IsNilX [Xa, Fail];
    /// Branches unless x[a] is a list cell or nil.
    IsListX [Xa, Fail];
    /// Branches unless x[a] is an atom.
    IsAtomX [Xa, Fail];
    /// Branches unless x[a] is an integer.
    IsIntegerX [Xa, Fail];
    /// Branches unless x[a] is a tuple.
    IsTupleX [Xa, Fail];
    /// Branches unless x[a] is a tuple of this header.
    IsTupleArityX [Xa, Fail, Num];
    /// Branches unless x[a] is a tuple of this header that begins with this atom.
    IsTaggedTupleX [Xa, Fail, Num, Const];
    /// Branches unless a source passes type test `a`.
    TypeTest [Na, Fail, Src];
    /// Branches unless a source is a tuple of this header.
    IsTupleArity [Fail, Src, Num];
    /// Branches unless a source is a tuple of this header that begins with this atom.
    IsTaggedTuple [Fail, Src, Num, Const];
    /// Branches unless a source is a fun of this arity.
    IsFunctionArity [Fail, Src, Src];
    /// Branches unless x[a] is the constant.
    IsEqExactXC [Xa, Fail, Const];
    /// Branches if x[a] is the constant.
    IsNeExactXC [Xa, Fail, Const];
    /// Branches unless x[a] =:= a source.
    IsEqExactX [Xa, Fail, Src];
    /// Branches if x[a] =:= a source.
    IsNeExactX [Xa, Fail, Src];
    /// Branches unless x[a] < x[e].
    IsLtXX [Xa, Fail, Num];
    /// Branches unless x[a] >= x[e].
    IsGeXX [Xa, Fail, Num];
    /// Branches unless x[a] < constant.
    IsLtXC [Xa, Fail, Const];
    /// Branches unless x[a] >= constant.
    IsGeXC [Xa, Fail, Const];
    /// Branches unless constant < x[a].
    IsLtCX [Xa, Fail, Const];
    /// Branches unless constant >= x[a].
    IsGeCX [Xa, Fail, Const];
    /// Branches unless the two sources compare as `a` says.
    Compare [Na, Fail, Src, Src];
    /// Branches by a constant: count `h`; source, default, constants (ascending), branches.
    Select [Nh, Src, Off, Rest(2)];
    /// Branches by the constants in x[a] (ascending): default, constants, branches.
    SelectX [Xa, Nh, Off, Rest(2)];
    /// Branches by a small integer from a first one on: count `h`; source, first, default, branches.
    JumpTable [Nh, Src, Num, Off, Rest(1)];
    /// Branches by the header of a tuple: count `h`; source, default, headers, branches.
    SelectArity [Nh, Src, Off, Rest(2)];
    /// Jumps.
    Jump [Jump];

    /// x[b], x[c] = head and tail of x[a]
    GetListXXX [Xa, Xb, Xc];
    /// Branches unless x[a] is a list cell; X registers get its head and tail.
    IsCellGetListX [Xa, Fail, Regs];
    /// y[b], x[c] = head and tail of x[a]
    GetListXYX [Xa, Yb, Xc];
    /// Branches unless x[a] is a list cell; takes a frame and puts its head and tail there: live, slots, y, x.
    IsCellAllocateGetListX [Xa, Fail, Regs];
    /// x[a] = head of x[b]
    GetHdXX [Xa, Xb];
    /// x[a] = tail of x[b]
    GetTlXX [Xa, Xb];
    /// Head and tail of any source.
    GetList [Src, Dst, Dst];
    /// Head of any source.
    GetHd [Src, Dst];
    /// Tail of any source.
    GetTl [Src, Dst];
    /// x[a] = [x[b] | x[c]]
    PutListXXX [Xa, Xb, Xc];
    /// Any list cell.
    PutList [Src, Src, Dst];
    /// Room for two words, then x[a] = [x[b] | x[c]]; live.
    TestHeapPutListXXX [Xa, Xb, Xc, Num, Num];
    /// x[a] = [y[b] | x[c]]
    PutListYXX [Xa, Yb, Xc];
    /// Room for so many words, x[a] = [y[b] | x[c]], then gives the frame back and returns: live, words, slots.
    PutListYXXReturn [Xa, Yb, Xc, Num, Num, Num];
    /// x[c] = element `b` (from 0) of x[a]
    GetElementXX [Xa, Nb, Xc];
    /// y[c] = element `b` of x[a]
    GetElementXY [Xa, Nb, Nc];
    /// x[c] = element `b` of y[a]
    GetElementYX [Ya, Nb, Xc];
    /// Two elements of x[a] to X: element b to x[c], then the word's (index, register).
    GetElementsXX [Xa, Nb, Xc, Regs];
    /// An element of any source.
    GetElement [Src, Num, Dst];
    /// A tuple of `h` elements.
    PutTuple [Nh, Dst, Rest(1)];
    /// Element `Num` (from 0) of the tuple becomes the first source.
    SetElement [Src, Src, Num];
    /// A tuple of `Num` elements like the source but for `a` pairs of position (from 1) and source.
    UpdateRecord [Na, Num, Src, Dst, Rest(2)];

    /// x[a] = x[b] + constant; fail.
    AddXXC [Xa, Xb, Num, Off];
    /// x[a] = x[b] - constant; fail.
    SubXXC [Xa, Xb, Num, Off];
    /// x[a] = x[b] + x[c]; fail.
    AddXXX [Xa, Xb, Xc, Off];
    /// x[a] = x[b] - x[c]; fail.
    SubXXX [Xa, Xb, Xc, Off];
    /// x[a] = x[b] * x[c]; fail.
    MulXXX [Xa, Xb, Xc, Off];
    /// x[a] = y[b] + constant; fail.
    AddXYC [Xa, Yb, Num, Off];
    /// x[a] = y[b] - constant; fail.
    SubXYC [Xa, Yb, Num, Off];
    /// x[a] = y[b] + x[c]; fail.
    AddXYX [Xa, Yb, Xc, Off];
    /// x[a] = x[b] + y[c]; fail.
    AddXXY [Xa, Xb, Nc, Off];
    /// x[a] = y[b] - x[c]; fail.
    SubXYX [Xa, Yb, Xc, Off];
    /// x[a] = x[b] band constant; fail.
    BandXXC [Xa, Xb, Num, Off];
    /// x[a] = x[b] rem constant (not 0); fail.
    RemXXC [Xa, Xb, Num, Off];
    /// x[a] = x[b] div constant (above 0); fail.
    DivXXC [Xa, Xb, Num, Off];
    /// x[a] = x[b] bsr constant (0 to 31); fail.
    BsrXXC [Xa, Xb, Num, Off];
    /// Arithmetic `a` on two sources.
    Arithmetic [Na, Fail, Src, Src, Dst];
    /// A guard native of no arguments.
    Guard0 [Fail, Pool, Dst];
    /// A guard native of one argument.
    Guard1 [Fail, Pool, Dst, Src];
    /// A guard native of two arguments.
    Guard2 [Fail, Pool, Dst, Src, Src];
    /// A guard native of three arguments.
    Guard3 [Fail, Pool, Dst, Src, Src, Src];

    /// f[a] = a source that is a float.
    FloatLoad [Fa, Src];
    /// A boxed f[a].
    FloatStore [Fa, Dst];
    /// f[a] = f[b]
    FloatMove [Fa, Fb];
    /// f[a] = a source that is a number; fails when it is not.
    FloatConvert [Fa, Fail, Src];
    /// f[a] = f[b] + f[c]
    FloatAdd [Fa, Fb, Fc];
    /// f[a] = f[b] - f[c]
    FloatSub [Fa, Fb, Fc];
    /// f[a] = f[b] * f[c]
    FloatMul [Fa, Fb, Fc];
    /// f[a] = f[b] / f[c]
    FloatDiv [Fa, Fb, Fc];
    /// f[a] = -f[b]
    FloatNegate [Fa, Fb];

    /// Puts a catch mark into a Y register.
    Catch [Num, Const];
    /// Ends a catch: an exception becomes a term.
    CatchEnd [Num];
    /// Ends a try without an exception.
    TryEnd [Num];
    /// An exception of a try: class, reason and trace go to x0 to x2.
    TryCase [Num];
    /// Raises {badmatch, V}.
    Badmatch [Src];
    /// Raises {case_clause, V}.
    CaseEnd [Src];
    /// Raises {try_clause, V}.
    TryCaseEnd [Src];
    /// Raises {badrecord, V}.
    Badrecord [Src];
    /// Raises if_clause.
    IfEnd [];
    /// Raises again: the trace, the reason.
    Raise [Src, Src];
    /// Raises class x0 and reason x1 with the trace x2.
    RawRaise [];
    /// x0 = the readable stack trace of x0.
    BuildStacktrace [];

    /// Sends x1 to x0.
    Send [];
    /// x0 = the next message; branches when there is none.
    LoopRec [Jump];
    /// Takes the message out of the mailbox.
    RemoveMessage [];
    /// Leaves the message and tries the next.
    LoopRecEnd [Jump];
    /// Sleeps until a message comes.
    Wait [Jump];
    /// Sleeps until a message comes or the time of the source is over.
    WaitTimeout [Src, Off];
    /// The time is over.
    Timeout [];
    /// A mark at the mailbox's end.
    MarkerReserve [Dst];
    /// The mark now belongs to a reference.
    MarkerBind [Src, Src];
    /// The mark is not needed.
    MarkerClear [Src];
    /// The scan of the mailbox begins at the reference's mark.
    MarkerUse [Src];

    /// A closure over `a` sources.
    MakeFun [Pool, Dst, Na, Rest(1)];

    /// Values of keys of a map: count `a`; pairs of key and register.
    GetMapElements [Fail, Src, Na, Rest(2)];
    /// Branches unless a map has the keys: count `a`.
    HasMapFields [Fail, Src, Na, Rest(1)];
    /// A map with keys set; live, count `a` of pairs.
    PutMapAssoc [Fail, Src, Dst, Num, Na, Rest(2)];
    /// A map with the values of keys it has replaced.
    PutMapExact [Fail, Src, Dst, Num, Na, Rest(2)];

    /// A match context of a source (which may be one already).
    BsStart [Na, Fail, Src, Dst];
    /// Reads kind `a`: context, size, unit and flags, register.
    BsGet [Na, Fail, Src, Src, Num, Dst];
    /// Skips size times unit bits.
    BsSkip [Fail, Src, Src, Num];
    /// Reads a UTF character of kind `a`: context, flags, register.
    BsGetUtf [Na, Fail, Src, Num, Dst];
    /// Skips a UTF character.
    BsSkipUtf [Na, Fail, Src, Num];
    /// Branches unless just this many bits are left.
    BsTestTail [Fail, Src, Num];
    /// Branches unless what is left is a multiple of this many bits.
    BsTestUnit [Fail, Src, Num];
    /// Branches unless at least this many bits are left, and the rest a multiple of the unit.
    BsEnsure [Fail, Src, Num, Num];
    /// Branches unless the next bits are these.
    BsMatchString [Fail, Src, Num, Pool];
    /// Branches unless the next bits, as an unsigned integer, are a value.
    BsMatchInteger [Fail, Src, Num, Src];
    /// The rest of a context as a bitstring.
    BsGetTail [Src, Dst];
    /// Where a context stands.
    BsGetPosition [Src, Dst];
    /// Puts a context back to where it stood.
    BsSetPosition [Src, Src];
    /// A context becomes the bitstring of what it has not matched.
    BsContextToBinary [Dst];
    /// A bitstring of `a` segments: unit, destination; three words a segment.
    BsCreate [Na, Fail, Num, Dst, Rest(3)];
    /// Begins a bitstring of a size times a unit of bits; destination.
    BsInit [Na, Fail, Src, Dst];
    /// Begins a bitstring by appending a size times unit to a source; destination.
    BsAppend [Na, Fail, Src, Src, Num, Dst];
    /// Writes a segment of kind `a`: size, unit and flags, value.
    BsPut [Na, Fail, Src, Num, Src];
    /// Writes bits.
    BsPutString [Num, Pool];
    /// The bytes a character needs.
    BsUtfSize [Na, Fail, Src, Dst];
    /// destination = a + b * unit, sizes.
    BsAdd [Fail, Src, Src, Num, Dst];
    /// An empty binary that appending may extend in place; x0 = it.
    BsInitWritable [];
}

impl Op {
    /// The instruction of this number.
    pub fn from_number(number: u8) -> Option<Op> {
        Op::ALL.get(usize::from(number)).copied()
    }

    /// The instruction that begins with this word.
    pub fn of_word(word: u32) -> Option<Op> {
        Op::from_number(word as u8)
    }

    /// How many words the instruction has whose first word this is.
    pub fn length(self, word: u32) -> usize {
        let [_, a, low, high] = word.to_le_bytes();
        let mut count = 0;
        let mut words = 1;
        for field in self.fields() {
            match field {
                Field::Na => count = usize::from(a),
                Field::Nh => count = usize::from(u16::from_le_bytes([low, high])),
                Field::Rest(times) => words += count * usize::from(*times),
                other => words += usize::from(other.is_extension()),
            }
        }
        words
    }
}

impl Field {
    /// Whether this part is a word behind the first (or, as `Rest`, several).
    pub const fn is_extension(self) -> bool {
        use Field::{Const, Dst, Num, Off, Pool, Regs, Rest, Src};
        matches!(self, Src | Dst | Const | Num | Off | Pool | Regs | Rest(_))
    }
}

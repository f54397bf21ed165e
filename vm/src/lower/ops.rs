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
    /// Y register in byte a, b or c.
    Ya,
    /// As above.
    Yb,
    /// As above.
    Yc,
    /// Float register in byte a, b or c.
    Fa,
    /// As above.
    Fb,
    /// As above.
    Fc,
    /// Signed number in byte c.
    Ic,
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
    /// A [`TypeTest`](super::operand::TypeTest) in byte a.
    Test,
    /// A [`Comparison`](super::operand::Comparison) in byte a.
    Comparison,
    /// An [`Operator`](super::operand::Operator) in byte a.
    Operator,
    /// The [`Segment`](super::operand::Segment) in byte a.
    Kind,
    /// Branch in `h`.
    Else,
    /// Branch in `h`; 0 where failing raises.
    Fail,
    /// Branch in `o`.
    Jump,
    /// Pool offset in `o`.
    PoolO,
    /// Extension: a source (see [`super::operand`]).
    Src,
    /// Extension: a source, or all there is ([`WHOLE`](super::operand::WHOLE)); a count of bytes where the segment is
    /// `Bytes`.
    Size,
    /// Extension: a source; the pool offset of bytes where the segment is `Bytes`.
    Value,
    /// Extension: an X or Y register to write.
    Dst,
    /// Extension: a 32-bit constant term.
    Const,
    /// Extension: a catch mark; the branch to its handler until `link` has made the mark.
    Mark,
    /// Extension: a number.
    Num,
    /// Extension: a number with a sign.
    Int,
    /// Extension: an integer of 28 bits, shifted to where a small integer has it.
    Addend,
    /// Extension: the header of a tuple.
    Header,
    /// Extension: an X register.
    Xw,
    /// Extension: a Y register.
    Yw,
    /// Extension: flags of a bitstring's field, and its unit above them (`unit << 8`).
    Units,
    /// Extension: a segment's kind, its flags (`<< 8`) and its unit (`<< 16`).
    Segment,
    /// Extension: a branch.
    Off,
    /// Extension: a pool offset.
    Pool,
    /// Extension: parts, one a byte from the lowest on.
    Parts(&'static [Part]),
    /// These extensions as often as `Na` or `Nh` says.
    Each(&'static [Field]),
}

/// What a byte of an extension holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// An X register.
    X,
    /// A Y register.
    Y,
    /// A number.
    N,
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
                use {Field::*, Part::*};
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
    MoveXXMoveXX [Xa, Xb, Parts(&[X, X])];
    /// Two loads of X from Y.
    MoveXYMoveXY [Xa, Yb, Parts(&[X, Y])];
    /// Two stores of X to Y.
    MoveYXMoveYX [Ya, Xb, Parts(&[Y, X])];
    /// Two moves, one after the other.
    MoveXXMoveXY [Xa, Xb, Parts(&[X, Y])];
    /// As above.
    MoveXXMoveYX [Xa, Xb, Parts(&[Y, X])];
    /// As above.
    MoveXYMoveXX [Xa, Yb, Parts(&[X, X])];
    /// As above.
    MoveXYMoveYX [Xa, Yb, Parts(&[Y, X])];
    /// As above.
    MoveYXMoveXX [Ya, Xb, Parts(&[X, X])];
    /// As above.
    MoveYXMoveXY [Ya, Xb, Parts(&[X, Y])];
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
    /// Move, give a frame back, jump to a function.
    MoveXXCallLast [Xa, Xb, Nc, Off];
    /// As above.
    MoveXYCallLast [Xa, Yb, Nc, Off];
    /// Move, then return.
    MoveXXReturn [Xa, Xb];
    /// Move, then return.
    MoveXCReturn [Xa, Const];

    /// Calls a function of this module.
    Call [Jump];
    /// Jumps to a function of this module.
    CallOnly [Jump];
    /// Gives a frame back and jumps to a function of this module.
    CallLast [Nh, Off];
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
    /// The body of a fun whose module is not there (any more).
    UnloadedLambda [Pool];
    /// Calls the fun in x[arity].
    CallFun [Na];
    /// Calls the fun in a source with the arguments in X.
    CallFunSrc [Na, Src];
    /// Gives a frame of `h` words back and jumps to the fun in x[arity].
    CallFunLast [Na, Nh];
    /// Gives a frame of `h` words back and jumps to the fun in a source.
    CallFunSrcLast [Na, Nh, Src];
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
    /// Takes a frame of `b` words and stores an X register in it; `a` are live.
    AllocateMoveYX [Na, Nb, Yc, Xw];
    /// Takes a frame of `b` words and stores two X registers in it; `a` are live.
    AllocateMoveYXMoveYX [Na, Nb, Yc, Parts(&[X, Y, X])];
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
    /// So many Y registers from y0 on become nil.
    ClearFrame [No];

    /// Branches unless x[a] is a list cell.
    IsCellX [Xa, Else];
    /// Branches unless x[a] is nil.
    IsNilX [Xa, Else];
    /// Branches unless x[a] is a list cell or nil.
    IsListX [Xa, Else];
    /// Branches unless x[a] is an atom.
    IsAtomX [Xa, Else];
    /// Branches unless x[a] is an integer.
    IsIntegerX [Xa, Else];
    /// Branches unless x[a] is a tuple.
    IsTupleX [Xa, Else];
    /// Branches unless x[a] is a tuple of this header.
    IsTupleArityX [Xa, Else, Header];
    /// Branches unless x[a] is a tuple of this header that begins with this atom.
    IsTaggedTupleX [Xa, Else, Header, Const];
    /// Branches unless a source passes type test `a`.
    TypeTest [Test, Else, Src];
    /// Branches unless a source is a tuple of this header.
    IsTupleArity [Else, Src, Header];
    /// Branches unless a source is a tuple of this header that begins with this atom.
    IsTaggedTuple [Else, Src, Header, Const];
    /// Branches unless a source is a fun of this arity.
    IsFunctionArity [Else, Src, Src];
    /// Branches unless x[a] is the constant.
    IsEqExactXC [Xa, Else, Const];
    /// Branches if x[a] is the constant.
    IsNeExactXC [Xa, Else, Const];
    /// Branches unless x[a] =:= a source.
    IsEqExactX [Xa, Else, Src];
    /// Branches if x[a] =:= a source.
    IsNeExactX [Xa, Else, Src];
    /// Branches unless x[a] < x[e].
    IsLtXX [Xa, Else, Xw];
    /// Branches unless x[a] >= x[e].
    IsGeXX [Xa, Else, Xw];
    /// Branches unless x[a] < constant.
    IsLtXC [Xa, Else, Const];
    /// Branches unless x[a] >= constant.
    IsGeXC [Xa, Else, Const];
    /// Returns if x[a] < constant, else branches.
    IsLtXCReturn [Xa, Else, Const];
    /// Returns if x[a] >= constant, else branches.
    IsGeXCReturn [Xa, Else, Const];
    /// Branches unless constant < x[a].
    IsLtCX [Xa, Else, Const];
    /// Branches unless constant >= x[a].
    IsGeCX [Xa, Else, Const];
    /// Branches unless the two sources compare as `a` says.
    Compare [Comparison, Else, Src, Src];
    /// Branches by a constant: count `h`; source, default, constants (ascending), branches.
    Select [Nh, Src, Off, Each(&[Const]), Each(&[Off])];
    /// Branches by the constants in x[a] (ascending): default, constants, branches.
    SelectX [Xa, Nh, Off, Each(&[Const]), Each(&[Off])];
    /// Branches by a small integer from a first one on: count `h`; source, first, default, branches.
    JumpTable [Nh, Src, Int, Off, Each(&[Off])];
    /// Branches by the header of a tuple: count `h`; source, default, headers, branches.
    SelectArity [Nh, Src, Off, Each(&[Header]), Each(&[Off])];
    /// Jumps.
    Jump [Jump];

    /// x[b], x[c] = head and tail of x[a]
    GetListXXX [Xa, Xb, Xc];
    /// Branches unless x[a] is a list cell; X registers get its head and tail.
    IsCellGetListX [Xa, Else, Parts(&[X, X])];
    /// y[b], x[c] = head and tail of x[a]
    GetListXYX [Xa, Yb, Xc];
    /// Branches unless x[a] is a list cell; takes a frame of as many slots as the second byte says (the first: live)
    /// and puts head and tail into the Y and the X register of the next two bytes.
    IsCellAllocateGetListX [Xa, Else, Num];
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
    GetElementXY [Xa, Nb, Yc];
    /// x[c] = element `b` of y[a]
    GetElementYX [Ya, Nb, Xc];
    /// Two elements of x[a] to X: element b to x[c], then the word's (index, register).
    GetElementsXX [Xa, Nb, Xc, Parts(&[N, X])];
    /// An element of any source.
    GetElement [Src, Num, Dst];
    /// Ends the process unless a source is a list cell: the compiler knew, and the verifier could not.
    CheckCell [Src];
    /// Ends the process unless a source is a tuple of at least so many elements.
    CheckElements [Src, Num];
    /// Ends the process unless a source is a tuple of this header.
    CheckArity [Src, Header];
    /// Ends the process: the call before has returned, and the compiler knew that it does not.
    NeverReturns [];
    /// A tuple of `h` elements.
    PutTuple [Nh, Dst, Each(&[Src])];
    /// Element `Num` (from 0) of the tuple becomes the first source.
    SetElement [Src, Src, Num];
    /// A tuple of `Num` elements like the source but for `h` pairs of position (from 1) and source.
    UpdateRecord [Nh, Num, Src, Dst, Each(&[Num, Src])];

    /// x[a] = x[b] + c
    AddXXI [Xa, Xb, Ic];
    /// x[a] = x[b] - c
    SubXXI [Xa, Xb, Ic];
    /// x[a] = y[b] + c
    AddXYI [Xa, Yb, Ic];
    /// x[a] = y[b] - c
    SubXYI [Xa, Yb, Ic];
    /// x[a] = x[b] + constant
    AddXXC [Xa, Xb, Addend];
    /// x[a] = x[b] - constant
    SubXXC [Xa, Xb, Addend];
    /// x[a] = x[b] + x[c]
    AddXXX [Xa, Xb, Xc];
    /// x[a] = x[b] - x[c]
    SubXXX [Xa, Xb, Xc];
    /// x[a] = x[b] * x[c]
    MulXXX [Xa, Xb, Xc];
    /// x[a] = y[b] + x[c]
    AddXYX [Xa, Yb, Xc];
    /// x[a] = x[b] + y[c]
    AddXXY [Xa, Xb, Yc];
    /// x[a] = y[b] - x[c]
    SubXYX [Xa, Yb, Xc];
    /// x[a] = x[b] band constant
    BandXXC [Xa, Xb, Addend];
    /// x[a] = x[b] rem constant (above 0)
    RemXXC [Xa, Xb, Addend];
    /// x[a] = x[b] div constant (above 0)
    DivXXC [Xa, Xb, Addend];
    /// x[a] = x[b] bsr constant (0 to 31)
    BsrXXC [Xa, Xb, Addend];
    /// Arithmetic `a` on two sources.
    Arithmetic [Operator, Fail, Src, Src, Dst];
    /// The pid of the process.
    SelfPid [Dst];
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
    Catch [Yw, Mark];
    /// Ends a catch: an exception becomes a term.
    CatchEnd [Yw];
    /// Ends a try without an exception.
    TryEnd [Yw];
    /// An exception of a try: class, reason and trace go to x0 to x2.
    TryCase [Yw];
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
    /// The message that is looked at becomes part of the heap; a copy stays in the mailbox.
    KeepMessage [];
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
    MakeFun [Na, Pool, Dst, Each(&[Src])];

    /// Values of keys of a map: count `a`; pairs of key and register.
    GetMapElements [Na, Else, Src, Each(&[Src, Dst])];
    /// Branches unless a map has the keys: count `a`.
    HasMapFields [Na, Else, Src, Each(&[Src])];
    /// A map with keys set; live, count `a` of pairs.
    PutMapAssoc [Na, Fail, Src, Dst, Num, Each(&[Src, Src])];
    /// A map with the values of keys it has replaced.
    PutMapExact [Na, Fail, Src, Dst, Num, Each(&[Src, Src])];

    /// Branches unless a native record is of a module and a name.
    IsNativeRecord [Else, Src, Src, Src];
    /// Branches unless a native record may be looked into here: `external` or `auto_local`.
    IsRecordAccessible [Else, Src, Src];
    /// Values of fields of a native record: count `a`; pairs of name and register.
    GetRecordElements [Na, Else, Src, Each(&[Src, Dst])];
    /// The value of a field of a native record: record, which record it must be, field.
    GetRecordField [Fail, Src, Src, Src, Dst];
    /// A native record with fields set: which, the one it is made of or nil, `h` pairs of name and value.
    PutRecord [Nh, Src, Src, Dst, Each(&[Src, Src])];

    /// A match context of a source (which may be one already).
    BsStart [Fail, Src, Dst];
    /// Reads kind `a`: context, size, unit and flags, register.
    BsGet [Kind, Else, Src, Size, Units, Dst];
    /// Skips size times unit bits.
    BsSkip [Else, Src, Size, Num];
    /// Reads a UTF character of kind `a`: context, flags, register.
    BsGetUtf [Kind, Else, Src, Units, Dst];
    /// Skips a UTF character.
    BsSkipUtf [Kind, Else, Src, Units];
    /// Branches unless just this many bits are left.
    BsTestTail [Else, Src, Num];
    /// Branches unless what is left is a multiple of this many bits.
    BsTestUnit [Else, Src, Num];
    /// Branches unless at least this many bits are left, and the rest a multiple of the unit.
    BsEnsure [Else, Src, Num, Num];
    /// Branches unless the next bits are these.
    BsMatchString [Else, Src, Num, Pool];
    /// Branches unless the next bits, as an unsigned integer, are a value.
    BsMatchInteger [Else, Src, Num, Src];
    /// The rest of a context as a bitstring.
    BsGetTail [Src, Dst];
    /// Where a context stands.
    BsGetPosition [Src, Dst];
    /// Puts a context back to where it stood.
    BsSetPosition [Src, Src];
    /// A context becomes the bitstring of what it has not matched, or matched since it began where it saves that.
    BsContextToBinary [Dst];
    /// A context as `BsStart` gives, with places to save positions in, so many beside the one where it began.
    BsStartSaving [Fail, Src, Dst, Num];
    /// Saves a context's position in a place.
    BsSave [Src, Num];
    /// Puts a context back to the position in a place.
    BsRestore [Src, Num];
    /// A bitstring of `a` segments: unit, destination; three words a segment.
    BsCreate [Na, Fail, Num, Dst, Each(&[Segment, Size, Value])];
    /// Begins a bitstring of a size times a unit of bits; destination.
    BsInit [Na, Fail, Src, Dst];
    /// Begins a bitstring by appending a size times unit to a source; destination.
    BsAppend [Na, Fail, Src, Src, Num, Dst];
    /// Writes a segment of kind `a`: size, unit and flags, value.
    BsPut [Kind, Fail, Size, Units, Src];
    /// Writes bits.
    BsPutString [Num, Pool];
    /// The bytes a character needs.
    BsUtfSize [Kind, Fail, Src, Dst];
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
                Field::Each(fields) => words += count * fields.len(),
                other => words += usize::from(other.is_extension()),
            }
        }
        words
    }
}

impl Field {
    /// Whether this part is a word behind the first (or, as `Each`, several).
    pub const fn is_extension(self) -> bool {
        use Field as F;
        let is_register =
            matches!(self, F::Xa | F::Xb | F::Xc | F::Ya | F::Yb | F::Yc | F::Fa | F::Fb | F::Fc);
        let is_number = matches!(self, F::Ic | F::Na | F::Nb | F::Nc | F::Nh | F::No);
        let is_named = matches!(self, F::Test | F::Comparison | F::Operator | F::Kind);
        let is_offset = matches!(self, F::Else | F::Fail | F::Jump | F::PoolO);
        !(is_register || is_number || is_named || is_offset)
    }
}

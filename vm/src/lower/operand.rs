//! Operands in extension words, and the numbers in the first word's bytes.
//!
//! A source is `value << 3 | kind`: an X or Y register, a small integer, an atom, a pool slot (its offset in words from
//! the instruction) or nil. A destination is a source of the first two kinds.

/// The kind of a source: its low three bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum SourceKind {
    /// An X register.
    X = 0,
    /// A Y register.
    Y = 1,
    /// A small integer of 28 bits.
    Small = 2,
    /// An atom.
    Atom = 3,
    /// A pool slot.
    Pool = 4,
    /// Nil.
    Nil = 5,
}

/// A source of a kind.
pub const fn source(kind: SourceKind, value: i32) -> u32 {
    (value as u32) << 3 | kind as u32
}

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            /// All of them, by number.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The one of this number; the first when there is none.
            #[inline(always)]
            pub fn from_number(number: u8) -> $name {
                Self::ALL.get(usize::from(number)).copied().unwrap_or(Self::ALL[0])
            }
        }
    };
}

numbered! {
    /// A test of one term.
    #[allow(missing_docs, reason = "each is the type of its name")]
    TypeTest {
        Integer, Float, Number, Atom, Pid, Reference, Port, Nil, Binary, Bitstring, List, Cell, Tuple, Function,
        Boolean, Map,
    }
}

numbered! {
    /// A test of two terms.
    Comparison {
        /// `<`
        Less,
        /// `>=`
        NotLess,
        /// `==`
        Equal,
        /// `/=`
        NotEqual,
        /// `=:=`
        Exact,
        /// `=/=`
        NotExact,
    }
}

numbered! {
    /// Arithmetic on two terms.
    #[allow(missing_docs, reason = "each is the operation of its name")]
    Operator { Add, Subtract, Multiply, Divide, IntDiv, Rem, Band, Bor, Bxor, Bsl, Bsr }
}

impl Operator {
    /// The name of the function of module `erlang`.
    pub const fn name(self) -> &'static str {
        const NAMES: [&str; 11] = ["+", "-", "*", "/", "div", "rem", "band", "bor", "bxor", "bsl", "bsr"];
        NAMES[self as usize]
    }

    /// The operator of a function of module `erlang`.
    pub fn of(name: &str) -> Option<Operator> {
        Self::ALL.iter().copied().find(|operator| operator.name() == name)
    }
}

numbered! {
    /// What a segment of a bitstring is.
    #[allow(missing_docs, reason = "each is the segment type of its name")]
    Segment { Integer, Float, Binary, Utf8, Utf16, Utf32, Bytes }
}

/// A segment's bytes are least significant first.
pub const LITTLE: u32 = 2;
/// A segment's integer has a sign.
pub const SIGNED: u32 = 4;
/// Where the number of a segment that is made stands above these flags: what it is to whom an
/// error is explained. From [`MOST_NUMBER`] on segments count from the first that says it.
pub const NUMBER_SHIFT: u32 = 3;
/// The greatest number that a segment says.
pub const MOST_NUMBER: u32 = 31;
/// The size of a segment that takes what is there.
pub const WHOLE: u32 = u32::MAX;

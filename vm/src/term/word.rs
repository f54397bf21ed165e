//! A term at rest: one machine word, and what its low bits say.
//!
//! | low bits | what |
//! | --- | --- |
//! | `00` | a header (on a heap) or a return address (on a stack) |
//! | `01` | a list cell: the address of its head |
//! | `10` | a boxed value: the address of its header |
//! | `0011` `0111` `1111` | local pid, local port, small integer (28 or 60 bits) |
//! | `001011` `011011` `111011` `101011` | atom, catch mark, nil, no value |
//!
//! A header is `words << 7 | kind << 2`: how many words follow it, and what they are.
//! Deliberately absent: any access to memory. That is [`super::Term`]'s, which cannot outlive a collection.

use crate::atom::Atom;

/// A term at rest: in a register, on a stack, in a heap. It says nothing of whether its address still holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(transparent)]
pub struct Word(pub usize);

/// Bytes of a word.
pub const BYTES: usize = size_of::<usize>();
/// Bits of a word.
pub const BITS: u32 = usize::BITS;

const LIST: usize = 0b01;
const BOXED: usize = 0b10;
const PID: usize = 0b0011;
const PORT: usize = 0b0111;
const SMALL: usize = 0b1111;
const ATOM: usize = 0b00_1011;
const CATCH: usize = 0b01_1011;

/// The greatest small integer.
pub const SMALL_MAX: isize = isize::MAX >> 4;
/// The least small integer.
pub const SMALL_MIN: isize = isize::MIN >> 4;

/// What a boxed value's header says it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Boxed {
    /// The elements.
    Tuple = 0,
    /// Magnitude of an integer above the smalls: words, least significant first.
    BigPositive = 1,
    /// Magnitude of an integer below the smalls.
    BigNegative = 2,
    /// 64 bits of a float, in native order.
    Float = 3,
    /// The tuple of keys in term order, then the values.
    Map = 4,
    /// Length in bits, then the bytes.
    HeapBits = 5,
    /// Length in bits, then a counted reference to bytes outside the heap.
    SharedBits = 6,
    /// Length in bits, first bit, then the heap or shared bits that hold them.
    SubBits = 7,
    /// End bit, next bit, then the heap or shared bits being matched.
    MatchContext = 8,
    /// Address of the function's entry, creator, then the free variables.
    Closure = 9,
    /// Address of the export.
    ExternalFun = 10,
    /// Three words that are unlike those of any other reference; then, where there is one, a counted resource.
    Reference = 11,
    /// Node atom, creation, then numbers of a pid of another node.
    ExternalPid = 12,
    /// Node atom, creation, then numbers of a port of another node.
    ExternalPort = 13,
    /// Node atom, creation, then numbers of a reference of another node.
    ExternalReference = 14,
    /// An OTP 29 record: its definition, then its values.
    Record = 15,
}

impl Boxed {
    const ALL: [Boxed; 16] = [
        Boxed::Tuple,
        Boxed::BigPositive,
        Boxed::BigNegative,
        Boxed::Float,
        Boxed::Map,
        Boxed::HeapBits,
        Boxed::SharedBits,
        Boxed::SubBits,
        Boxed::MatchContext,
        Boxed::Closure,
        Boxed::ExternalFun,
        Boxed::Reference,
        Boxed::ExternalPid,
        Boxed::ExternalPort,
        Boxed::ExternalReference,
        Boxed::Record,
    ];
}

impl Word {
    /// The empty list.
    pub const NIL: Word = Word(0b11_1011);
    /// No term at all: an unset slot, a moved list cell.
    pub const NONE: Word = Word(0b10_1011);

    /// A small integer, when it is one.
    #[inline(always)]
    pub const fn small(value: isize) -> Option<Word> {
        if value >= SMALL_MIN && value <= SMALL_MAX { Some(Word::small_unchecked(value)) } else { None }
    }

    /// A small integer whose four high bits are known to be copies of its sign.
    #[inline(always)]
    pub const fn small_unchecked(value: isize) -> Word {
        Word(((value as usize) << 4) | SMALL)
    }

    /// An atom.
    #[inline(always)]
    pub const fn atom(atom: Atom) -> Word {
        Word(((atom.0 as usize) << 6) | ATOM)
    }

    /// The atom `true` or `false`.
    #[inline(always)]
    pub const fn boolean(value: bool) -> Word {
        Word::atom(if value { crate::atom::names::true_ } else { crate::atom::names::false_ })
    }

    /// A local pid of this number.
    #[inline(always)]
    pub const fn pid(number: u32) -> Word {
        Word(((number as usize) << 4) | PID)
    }

    /// A local port of this number.
    #[inline(always)]
    pub const fn port(number: u32) -> Word {
        Word(((number as usize) << 4) | PORT)
    }

    /// A mark on the stack: where control goes when an exception passes.
    #[inline(always)]
    pub const fn catch(index: u32) -> Word {
        Word(((index as usize) << 6) | CATCH)
    }

    /// A list cell at this word-aligned address.
    #[inline(always)]
    pub fn list(address: *const Word) -> Word {
        Word(address as usize | LIST)
    }

    /// A boxed value whose header is at this word-aligned address.
    #[inline(always)]
    pub fn boxed(address: *const Word) -> Word {
        Word(address as usize | BOXED)
    }

    /// A header.
    #[inline(always)]
    pub const fn header(kind: Boxed, words: usize) -> Word {
        Word((words << 7) | ((kind as usize) << 2))
    }

    /// Whether this is a small integer.
    #[inline(always)]
    pub const fn is_small(self) -> bool {
        self.0 & 0b1111 == SMALL
    }

    /// The value of a small integer.
    #[inline(always)]
    pub const fn small_value(self) -> isize {
        (self.0 as isize) >> 4
    }

    /// Whether this is an atom.
    #[inline(always)]
    pub const fn is_atom(self) -> bool {
        self.0 & 0b11_1111 == ATOM
    }

    /// The atom of an atom word.
    #[inline(always)]
    pub const fn atom_value(self) -> Atom {
        Atom((self.0 >> 6) as u32)
    }

    /// Whether this is a list cell.
    #[inline(always)]
    pub const fn is_list_cell(self) -> bool {
        self.0 & 0b11 == LIST
    }

    /// Whether this is a boxed value.
    #[inline(always)]
    pub const fn is_boxed(self) -> bool {
        self.0 & 0b11 == BOXED
    }

    /// Whether this is the address of anything: a list cell or a boxed value.
    #[inline(always)]
    pub const fn is_pointer(self) -> bool {
        matches!(self.0 & 0b11, LIST | BOXED)
    }

    /// Whether this is a header or a return address.
    #[inline(always)]
    pub const fn is_header(self) -> bool {
        self.0 & 0b11 == 0
    }

    /// Whether this is a local pid.
    #[inline(always)]
    pub const fn is_pid(self) -> bool {
        self.0 & 0b1111 == PID
    }

    /// Whether this is a local port.
    #[inline(always)]
    pub const fn is_port(self) -> bool {
        self.0 & 0b1111 == PORT
    }

    /// The number of a local pid or port.
    #[inline(always)]
    pub const fn number(self) -> u32 {
        (self.0 >> 4) as u32
    }

    /// Whether this is a catch mark.
    #[inline(always)]
    pub const fn is_catch(self) -> bool {
        self.0 & 0b11_1111 == CATCH
    }

    /// The index of a catch mark.
    #[inline(always)]
    pub const fn catch_index(self) -> u32 {
        (self.0 >> 6) as u32
    }

    /// The address of a list cell's head or of a boxed value's header.
    #[inline(always)]
    pub const fn address(self) -> *mut Word {
        (self.0 & !0b11) as *mut Word
    }

    /// How many words follow this header.
    #[inline(always)]
    pub const fn header_words(self) -> usize {
        self.0 >> 7
    }

    /// What this header says its value is.
    #[inline(always)]
    pub const fn header_kind(self) -> Boxed {
        Boxed::ALL[(self.0 >> 2) & 0b1111]
    }

    /// Whether this header says that its value is of a kind.
    #[inline(always)]
    pub const fn has_kind(self, kind: Boxed) -> bool {
        self.0 & 0b111_1111 == (kind as usize) << 2
    }

    /// The word an instruction's 32-bit constant stands for: the constant with its sign extended.
    #[inline(always)]
    pub const fn from_constant(constant: i32) -> Word {
        Word(constant as isize as usize)
    }

    /// The 32-bit constant that stands for this immediate, if one does.
    pub const fn to_constant(self) -> Option<i32> {
        let constant = self.0 as isize as i32;
        if constant as isize as usize == self.0 { Some(constant) } else { None }
    }
}

//! The operands of an instruction, and their compact encoding.
//!
//! An operand begins with a byte whose low three bits are its tag. Its number lies in the four high bits
//! (bit 3 clear); or in the three high bits and the next byte (bit 3 set, bit 4 clear); or in 2 to 8
//! following bytes (both set, the three high bits say how many beyond 2), a signed integer with its most
//! significant byte first; when those three bits are all set, an unsigned operand follows that says how many
//! bytes there are beyond 9. The tag 7 is an escape: the four high bits then say which of the extended
//! operands follows.
//!
//! Invariant: a [`List`] has been decoded once before it is handed out, so iterating cannot fail.
//! Invariant: nothing is allocated, and a count is never trusted further than the bytes that follow it.
//!
//! Absent on purpose: indices are not resolved and not checked against the module's tables.
use super::error::{DecodeError, DecodeErrorKind};

/// How deep lists may lie within lists; compilers never write one within another.
const MAX_LIST_DEPTH: u32 = 4;

const TAG_UNSIGNED: u8 = 0;
const TAG_INTEGER: u8 = 1;
const TAG_ATOM: u8 = 2;
const TAG_X: u8 = 3;
const TAG_Y: u8 = 4;
const TAG_LABEL: u8 = 5;
const TAG_CHARACTER: u8 = 6;
const TAG_EXTENDED: u8 = 7;

const EXTENDED_LIST: u8 = 1;
const EXTENDED_FLOAT_REGISTER: u8 = 2;
const EXTENDED_ALLOCATION: u8 = 3;
const EXTENDED_LITERAL: u8 = 4;
const EXTENDED_TYPED_REGISTER: u8 = 5;

/// One operand, as written in the code: indices are into the module's own tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand<'a> {
    /// A plain number: an arity, a size in words, an index into imports, strings, lambdas or lines; or bits that a
    /// match wants, which a program may ask any number of. What 64 bits do not hold counts as the most they hold.
    Unsigned(u64),
    /// A small or at most 64-bit integer term.
    Integer(i64),
    /// An integer term of more than 8 bytes, two's complement, most significant byte first.
    BigInteger(&'a [u8]),
    /// An atom term: an index into the module's atom table, which counts from 1.
    Atom(u32),
    /// The empty list, written as atom 0.
    Nil,
    /// An argument register.
    X(u16),
    /// A slot of the stack frame, counted from its top.
    Y(u16),
    /// A code label; 0 means none: the failure raises an exception instead of branching.
    Label(u32),
    /// A character term. No compiler since OTP 21 writes one.
    Character(u32),
    /// A floating point register.
    FloatRegister(u16),
    /// Further operands.
    List(List<'a>),
    /// Heap space of three kinds, to be reserved together.
    Allocation {
        /// Plain heap words.
        words: u32,
        /// Boxed floats.
        floats: u32,
        /// Funs.
        funs: u32,
    },
    /// A term of the module's literal table; an index from 0.
    Literal(u32),
    /// A register of which the compiler knew the type (OTP 25 and later).
    Typed {
        /// The register.
        register: Register,
        /// An index from 0 into the module's `Type` chunk.
        type_index: u32,
    },
}

/// A place for a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// An argument register.
    X(u16),
    /// A slot of the stack frame.
    Y(u16),
}

impl<'a> Operand<'a> {
    /// The same operand without a type hint.
    pub fn bare(self) -> Operand<'a> {
        match self {
            Operand::Typed { register: Register::X(number), .. } => Operand::X(number),
            Operand::Typed { register: Register::Y(number), .. } => Operand::Y(number),
            other => other,
        }
    }

    /// The register that this operand names, hinted or not.
    pub fn register(self) -> Option<Register> {
        match self {
            Operand::X(number) => Some(Register::X(number)),
            Operand::Y(number) => Some(Register::Y(number)),
            Operand::Typed { register, .. } => Some(register),
            _ => None,
        }
    }
}

/// The operands of an extended list, still encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct List<'a> {
    bytes: &'a [u8],
    count: u32,
}

impl<'a> List<'a> {
    /// How many operands the list has.
    pub fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether the list has no operands.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The operands in order.
    pub fn iter(&self) -> ListIter<'a> {
        ListIter { cursor: Cursor::new(self.bytes), left: self.count }
    }
}

impl core::fmt::Debug for List<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a> IntoIterator for List<'a> {
    type Item = Operand<'a>;
    type IntoIter = ListIter<'a>;
    fn into_iter(self) -> ListIter<'a> {
        self.iter()
    }
}

/// Decodes the operands of a [`List`] one by one.
#[derive(Clone, Debug)]
pub struct ListIter<'a> {
    cursor: Cursor<'a>,
    left: u32,
}

impl<'a> Iterator for ListIter<'a> {
    type Item = Operand<'a>;

    fn next(&mut self) -> Option<Operand<'a>> {
        self.left = self.left.checked_sub(1)?;
        self.cursor.operand().ok()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for ListIter<'_> {}

/// The operands of some bytes, one behind the other.
#[derive(Clone, Debug)]
pub struct Operands<'a> {
    cursor: Cursor<'a>,
}

impl<'a> Operands<'a> {
    /// The operands of these bytes.
    pub fn new(bytes: &'a [u8]) -> Operands<'a> {
        Operands { cursor: Cursor::new(bytes) }
    }
}

impl<'a> Iterator for Operands<'a> {
    type Item = Operand<'a>;

    /// The next operand; none where the bytes end, or hold no operand.
    fn next(&mut self) -> Option<Operand<'a>> {
        self.cursor.operand().ok()
    }
}

/// A place in the bytes of the code. After an error its position means nothing.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The number of a first byte: at most 64 bits, or longer.
enum Number<'a> {
    Short(i64),
    Long(&'a [u8]),
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Cursor<'a> {
        Cursor { bytes, at: 0 }
    }

    pub(super) fn offset(&self) -> u32 {
        self.at as u32
    }

    /// Whether there are more bytes than offsets can count.
    pub(super) fn is_too_long(&self) -> bool {
        self.bytes.len() as u64 > u64::from(u32::MAX)
    }

    #[inline]
    pub(super) fn byte(&mut self) -> Result<u8, DecodeError> {
        let byte = *self.bytes.get(self.at).ok_or_else(|| self.error(DecodeErrorKind::Truncated))?;
        self.at += 1;
        Ok(byte)
    }

    #[inline]
    pub(super) fn operand(&mut self) -> Result<Operand<'a>, DecodeError> {
        self.nested_operand(0)
    }

    #[inline(always)]
    fn nested_operand(&mut self, depth: u32) -> Result<Operand<'a>, DecodeError> {
        let start = self.at;
        let first = self.byte()?;
        // The common forms first: one byte, then two.
        let number = if first & 0b1000 == 0 {
            i64::from(first >> 4)
        } else if first & 0b1_0000 == 0 && first & 0b111 != TAG_EXTENDED {
            eleven_bits(first, self.byte()?)
        } else {
            return self.wide(start, first);
        };
        Ok(match first & 0b111 {
            TAG_UNSIGNED => Operand::Unsigned(number as u64),
            TAG_INTEGER => Operand::Integer(number),
            TAG_ATOM if number == 0 => Operand::Nil,
            TAG_ATOM => Operand::Atom(number as u32),
            TAG_X => Operand::X(number as u16),
            TAG_Y => Operand::Y(number as u16),
            TAG_LABEL => Operand::Label(number as u32),
            TAG_CHARACTER => Operand::Character(number as u32),
            _ => return self.extended(start, first >> 4, depth),
        })
    }

    /// An operand whose number takes more than two bytes.
    #[inline(never)]
    fn wide(&mut self, start: usize, first: u8) -> Result<Operand<'a>, DecodeError> {
        let number = self.number(first)?;
        let fail = |kind| DecodeError { offset: start as u32, kind };
        let tag = first & 0b111;
        let number = match (tag, number) {
            (TAG_INTEGER, Number::Short(number)) => return Ok(Operand::Integer(number)),
            (TAG_INTEGER, Number::Long(bytes)) => return Ok(Operand::BigInteger(bytes)),
            (TAG_UNSIGNED, Number::Long(bytes)) if bytes[0] < 0x80 => {
                return Ok(Operand::Unsigned(unsigned(Number::Long(bytes)).unwrap_or(u64::MAX)));
            }
            (_, number) => unsigned(number).map_err(fail)?,
        };
        let narrow = u32::try_from(number).map_err(|_| DecodeErrorKind::NumberTooLarge);
        let register = u16::try_from(number).map_err(|_| DecodeErrorKind::NumberTooLarge);
        let operand = match tag {
            TAG_UNSIGNED => Ok(Operand::Unsigned(number)),
            TAG_ATOM => narrow.map(|index| if index == 0 { Operand::Nil } else { Operand::Atom(index) }),
            TAG_X => register.map(Operand::X),
            TAG_Y => register.map(Operand::Y),
            TAG_LABEL => narrow.map(Operand::Label),
            TAG_CHARACTER => narrow.map(Operand::Character),
            // Extended operands have one-digit numbers.
            _ => Err(DecodeErrorKind::NumberTooLarge),
        };
        operand.map_err(fail)
    }

    #[inline(never)]
    fn extended(&mut self, start: usize, which: u8, depth: u32) -> Result<Operand<'a>, DecodeError> {
        match which {
            EXTENDED_LIST => self.list(start, depth),
            EXTENDED_FLOAT_REGISTER => Ok(Operand::FloatRegister(self.small()?)),
            EXTENDED_ALLOCATION => self.allocation(),
            EXTENDED_LITERAL => Ok(Operand::Literal(self.small()?)),
            EXTENDED_TYPED_REGISTER => self.typed(),
            other => {
                Err(DecodeError { offset: start as u32, kind: DecodeErrorKind::UnknownExtension(other) })
            }
        }
    }

    fn list(&mut self, start: usize, depth: u32) -> Result<Operand<'a>, DecodeError> {
        if depth == MAX_LIST_DEPTH {
            return Err(DecodeError { offset: start as u32, kind: DecodeErrorKind::NestedTooDeep });
        }
        let count: u32 = self.small()?;
        let begin = self.at;
        // Each operand takes at least a byte, so a lying count ends at the end of the code.
        for _ in 0..count {
            self.nested_operand(depth + 1)?;
        }
        Ok(Operand::List(List { bytes: &self.bytes[begin..self.at], count }))
    }

    fn allocation(&mut self) -> Result<Operand<'a>, DecodeError> {
        let (mut words, mut floats, mut funs) = (0, 0, 0);
        let count: u32 = self.small()?;
        for _ in 0..count {
            let start = self.at;
            let resource: u32 = self.small()?;
            let amount = self.small()?;
            match resource {
                0 => words = amount,
                1 => floats = amount,
                2 => funs = amount,
                other => {
                    let kind = DecodeErrorKind::UnknownResource(other);
                    return Err(DecodeError { offset: start as u32, kind });
                }
            }
        }
        Ok(Operand::Allocation { words, floats, funs })
    }

    fn typed(&mut self) -> Result<Operand<'a>, DecodeError> {
        let start = self.at;
        let first = self.byte()?;
        let fail = |kind| DecodeError { offset: start as u32, kind };
        let wrap = match first & 0b111 {
            TAG_X => Register::X,
            TAG_Y => Register::Y,
            _ => return Err(fail(DecodeErrorKind::HintWithoutRegister)),
        };
        let number = unsigned(self.number(first)?).map_err(fail)?;
        let number = u16::try_from(number).map_err(|_| fail(DecodeErrorKind::NumberTooLarge))?;
        Ok(Operand::Typed { register: wrap(number), type_index: self.small()? })
    }

    /// An unsigned operand that must fit the type of a count or an index.
    fn small<T: TryFrom<u64>>(&mut self) -> Result<T, DecodeError> {
        let start = self.at;
        let first = self.byte()?;
        let fail = |kind| DecodeError { offset: start as u32, kind };
        if first & 0b111 != TAG_UNSIGNED {
            return Err(fail(DecodeErrorKind::NotANumber));
        }
        let number = unsigned(self.number(first)?).map_err(fail)?;
        T::try_from(number).map_err(|_| fail(DecodeErrorKind::NumberTooLarge))
    }

    /// The number that `first` begins, whatever its tag.
    fn number(&mut self, first: u8) -> Result<Number<'a>, DecodeError> {
        if first & 0b1000 == 0 {
            return Ok(Number::Short(i64::from(first >> 4)));
        }
        if first & 0b1_0000 == 0 {
            let low = self.byte()?;
            return Ok(Number::Short(eleven_bits(first, low)));
        }
        let length = match first >> 5 {
            0b111 => self.long_length()?,
            short => usize::from(short) + 2,
        };
        let bytes = self.take(length)?;
        if bytes.len() > 8 {
            return Ok(Number::Long(bytes));
        }
        let sign = if bytes[0] & 0x80 == 0 { 0 } else { -1 };
        Ok(Number::Short(bytes.iter().fold(sign, |value, &byte| value << 8 | i64::from(byte))))
    }

    /// The length in bytes of a number of 9 bytes or more. It is itself a number of at most 8 bytes.
    fn long_length(&mut self) -> Result<usize, DecodeError> {
        let start = self.at;
        let first = self.byte()?;
        let fail = |kind| DecodeError { offset: start as u32, kind };
        if first & 0b111 != TAG_UNSIGNED {
            return Err(fail(DecodeErrorKind::NotANumber));
        }
        if first >> 3 == 0b1_1111 {
            return Err(fail(DecodeErrorKind::NumberTooLarge));
        }
        let beyond = unsigned(self.number(first)?).map_err(fail)?;
        usize::try_from(beyond)
            .ok()
            .and_then(|beyond| beyond.checked_add(9))
            .ok_or(fail(DecodeErrorKind::NumberTooLarge))
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], DecodeError> {
        let rest = &self.bytes[self.at..];
        let bytes = rest.get(..length).ok_or_else(|| self.error(DecodeErrorKind::Truncated))?;
        self.at += length;
        Ok(bytes)
    }

    fn error(&self, kind: DecodeErrorKind) -> DecodeError {
        DecodeError { offset: self.at as u32, kind }
    }
}

/// The number of the two-byte form.
fn eleven_bits(first: u8, low: u8) -> i64 {
    i64::from(first & 0b1110_0000) << 3 | i64::from(low)
}

/// A number that must not be negative. One of 2^63 or more takes 9 bytes, the first of them zero.
fn unsigned(number: Number<'_>) -> Result<u64, DecodeErrorKind> {
    match number {
        Number::Short(number) => u64::try_from(number).map_err(|_| DecodeErrorKind::NotANumber),
        Number::Long([0, low @ ..]) if low.len() == 8 => {
            Ok(low.iter().fold(0, |value, &byte| value << 8 | u64::from(byte)))
        }
        Number::Long(_) => Err(DecodeErrorKind::NumberTooLarge),
    }
}

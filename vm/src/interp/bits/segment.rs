//! A segment of a bitstring that is made: what it says, and writing it.
//!
//! Invariant: a [`Field`] can be written; whatever could be wrong with it was an error of [`Segment::field`].

use crate::atom::{Atom, names};
use crate::heap::OutOfMemory;
use crate::lower::operand::{LITTLE, Segment as Kind};
use crate::term::{Bits, Integer, Term, bits};

/// What an instruction says of a segment.
pub struct Segment<'h> {
    /// What it is.
    pub kind: Kind,
    /// `LITTLE` and `SIGNED`.
    pub flags: u32,
    /// What its size counts, in bits.
    pub unit: usize,
    /// Its size; `None` is that of its value.
    pub size: Option<Term<'h>>,
    /// Its value.
    pub value: Term<'h>,
    /// The value of bytes that stand in the code.
    pub text: &'h [u8],
}

/// What a segment comes to.
pub struct Field<'h> {
    /// How many bits it has.
    pub length: usize,
    /// Its value.
    pub value: Value<'h>,
    is_little: bool,
}

/// The value of a segment.
pub enum Value<'h> {
    /// Low bits of a small integer.
    Small(isize),
    /// Low bits of an integer.
    Integer(Integer<'h>),
    /// A float.
    Float(f64),
    /// Bits, as many as the segment has.
    Bits(Bits<'h>),
    /// A character in UTF of this kind.
    Character(Kind, u32),
}

/// Why a bitstring cannot be made: the atom of the error.
pub struct Refused(pub Atom);

/// The error `badarg`.
pub const BADARG: Refused = Refused(names::badarg);
/// The error `system_limit`.
pub const SYSTEM_LIMIT: Refused = Refused(names::system_limit);

impl From<OutOfMemory> for Refused {
    fn from(_: OutOfMemory) -> Self {
        SYSTEM_LIMIT
    }
}

/// A size that a term says.
pub fn size_of_term(size: Term<'_>) -> Result<usize, Refused> {
    if let Some(size) = size.as_small() {
        return usize::try_from(size).map_err(|_| BADARG);
    }
    match size.as_integer() {
        Some(size) if !size.is_negative() => Err(SYSTEM_LIMIT),
        _ => Err(BADARG),
    }
}

impl<'h> Segment<'h> {
    /// What it comes to.
    #[inline]
    pub fn field(&self) -> Result<Field<'h>, Refused> {
        let (length, value) = match self.kind {
            Kind::Integer => {
                let length = self.length()?;
                let value = match self.value.as_small() {
                    Some(value) => Value::Small(value),
                    None => Value::Integer(self.value.as_integer().ok_or(BADARG)?),
                };
                (length, value)
            }
            Kind::Float => {
                let length = self.length()?;
                if !matches!(length, 16 | 32 | 64) {
                    return Err(BADARG);
                }
                (length, Value::Float(self.value.to_float().ok_or(BADARG)?))
            }
            Kind::Binary => self.bits()?,
            Kind::Utf8 | Kind::Utf16 | Kind::Utf32 => {
                let character = character(self.value).ok_or(BADARG)?;
                (encoded_bits(self.kind, character).ok_or(BADARG)?, Value::Character(self.kind, character))
            }
            Kind::Bytes => (self.text.len() * 8, Value::Bits(Bits::of_bytes(self.text))),
        };
        Ok(Field { length, value, is_little: self.flags & LITTLE != 0 })
    }

    /// What is wrong with its size.
    pub fn wrong_size(&self) -> Option<(Atom, Term<'h>)> {
        let size = self.size.filter(|_| !self.is_character())?;
        match self.length() {
            Err(_) => Some((names::size, size)),
            Ok(16 | 32 | 64) => None,
            Ok(_) => (self.kind == Kind::Float).then_some((names::invalid, size)),
        }
    }

    /// What is wrong with its value, where its size is right.
    pub fn wrong_value(&self) -> Option<(Atom, Term<'h>)> {
        if self.field().is_ok() {
            return None;
        }
        let wrong = match self.kind {
            Kind::Binary if self.value.as_bits().is_some() => {
                if self.size.is_some() {
                    names::short
                } else {
                    names::unit
                }
            }
            Kind::Float if self.value.as_integer().is_some() => names::no_float,
            _ => names::type_,
        };
        Some((wrong, self.value))
    }

    /// What a program calls its kind.
    pub fn kind_name(&self) -> Atom {
        match self.kind {
            Kind::Integer => names::integer,
            Kind::Float => names::float,
            Kind::Binary => names::binary,
            Kind::Utf8 => names::utf8,
            Kind::Utf16 => names::utf16,
            Kind::Utf32 => names::utf32,
            Kind::Bytes => names::string,
        }
    }

    fn is_character(&self) -> bool {
        matches!(self.kind, Kind::Utf8 | Kind::Utf16 | Kind::Utf32)
    }

    fn length(&self) -> Result<usize, Refused> {
        size_of_term(self.size.ok_or(BADARG)?)?.checked_mul(self.unit).ok_or(SYSTEM_LIMIT)
    }

    fn bits(&self) -> Result<(usize, Value<'h>), Refused> {
        let length = match self.size {
            Some(_) => Some(self.length()?),
            None => None,
        };
        let bits = self.value.as_bits().ok_or(BADARG)?;
        match length {
            Some(length) if length <= bits.length() => Ok((length, Value::Bits(bits.sub(0, length)))),
            None if bits.length().is_multiple_of(self.unit) => Ok((bits.length(), Value::Bits(bits))),
            _ => Err(BADARG),
        }
    }
}

/// The number of a character, if it may be one.
pub fn character(value: Term<'_>) -> Option<u32> {
    value.as_small().and_then(|value| u32::try_from(value).ok())
}

/// The bits a character takes; `None` when it is none.
pub fn encoded_bits(kind: Kind, character: u32) -> Option<usize> {
    match kind {
        Kind::Utf8 => bits::utf8_size(character),
        Kind::Utf16 => bits::utf16_size(character),
        _ => bits::is_character(character).then_some(32),
    }
}

impl<'h> Field<'h> {
    /// Bits as they are.
    pub fn of_bits(bits: Bits<'h>) -> Field<'h> {
        Field { length: bits.length(), value: Value::Bits(bits), is_little: false }
    }

    /// Writes it at a bit of `room`, which has room for it.
    #[inline]
    pub fn write(&self, room: &mut [u8], at_bit: usize) {
        match self.value {
            Value::Small(value) => write_small(room, at_bit, self.length, self.is_little, value),
            Value::Integer(value) => bits::write_integer(room, at_bit, self.length, self.is_little, value),
            Value::Float(value) => {
                let written = bits::write_float(room, at_bit, self.length, self.is_little, value);
                debug_assert!(written.is_ok(), "the size was checked");
            }
            Value::Bits(source) => bits::write_bits(room, at_bit, source),
            Value::Character(kind, character) => {
                let written = match kind {
                    Kind::Utf8 => bits::write_utf8(room, at_bit, character),
                    Kind::Utf16 => bits::write_utf16(room, at_bit, self.is_little, character),
                    _ => bits::write_utf32(room, at_bit, self.is_little, character),
                };
                debug_assert!(written.is_some(), "the character was checked");
            }
        }
    }
}

/// Writes the low bits of a small integer.
#[inline]
pub fn write_small(room: &mut [u8], at_bit: usize, length: usize, is_little: bool, value: isize) {
    if length == 8 && at_bit.is_multiple_of(8) {
        room[at_bit / 8] = value as u8;
    } else if length <= 64 && (length | at_bit).is_multiple_of(8) {
        let (count, value) = (length / 8, value as i64);
        let room = &mut room[at_bit / 8..][..count];
        // Byte by byte: there are too few for a call to copy them.
        for (place, byte) in room.iter_mut().enumerate() {
            let place = if is_little { place } else { count - 1 - place };
            *byte = (value >> (place * 8)) as u8;
        }
    } else {
        bits::write_integer(room, at_bit, length, is_little, Integer::small(value));
    }
}

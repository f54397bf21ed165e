//! What the compiler knew of the types of operands.
//!
//! A version, a count and the entries. An entry is a set of type bits in 16 bits, then bounds of 64 bits if the value is
//! an integer in a known range, then one byte if it is a bitstring of a known unit. Version 1 (OTP 25) always has both
//! bounds, the lower above the upper if there are none, and no unit; later ones have what three of the bits say, which
//! stand at bits 12 to 14 in versions 2 and 3 (OTP 26, 27) and one higher in version 4 (OTP 28, 29).
//!
//! Invariant: the entries lie inside the chunk.
//!
//! Absent on purpose: what the remaining bits mean. They changed with every version, and no decision rests on them.

use super::Chunk;
use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};

/// What is known of one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperandType {
    /// The first 16 bits of the entry.
    pub bits: u16,
    /// The least integer it can be.
    pub lower: Option<i64>,
    /// The greatest integer it can be.
    pub upper: Option<i64>,
    /// One less than the number of bits its size is a multiple of.
    pub unit: Option<u8>,
}

/// The entries of the table, numbered from 0.
#[derive(Clone, Copy, Debug)]
pub struct Types<'a> {
    /// The version of the table, 0 if there is none.
    pub version: u32,
    entries: Cursor<'a>,
    count: usize,
}

impl Default for Types<'_> {
    fn default() -> Self {
        Self { version: 0, entries: Cursor::new(&[], 0), count: 0 }
    }
}

impl<'a> Types<'a> {
    pub(super) fn new(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        let mut cursor = chunk.cursor();
        let version = cursor.u32()?;
        if !(1..=4).contains(&version) {
            return Err(BeamFault::UnknownVersion.at(chunk.offset));
        }
        let count = cursor.u32()? as usize;
        let types = Self { version, entries: cursor, count };
        for _ in 0..count {
            types.read(&mut cursor)?;
        }
        Ok(types)
    }

    /// How many entries there are.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The entry of that number, from 0. Walks the table.
    pub fn get(&self, number: usize) -> Option<OperandType> {
        self.iter().nth(number)
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = OperandType> + Clone + use<'a> {
        let types = *self;
        let mut walk = self.entries;
        (0..self.count).map_while(move |_| types.read(&mut walk).ok())
    }

    fn read(&self, walk: &mut Cursor<'a>) -> Result<OperandType, BeamError> {
        let bits = walk.u16()?;
        if self.version == 1 {
            let (lower, upper) = (walk.i64()?, walk.i64()?);
            let known = lower <= upper;
            return Ok(OperandType {
                bits,
                lower: known.then_some(lower),
                upper: known.then_some(upper),
                unit: None,
            });
        }
        let extras = bits >> if self.version == 4 { 13 } else { 12 };
        Ok(OperandType {
            bits,
            lower: (extras & 1 != 0).then(|| walk.i64()).transpose()?,
            upper: (extras & 2 != 0).then(|| walk.i64()).transpose()?,
            unit: (extras & 4 != 0).then(|| walk.u8()).transpose()?,
        })
    }
}

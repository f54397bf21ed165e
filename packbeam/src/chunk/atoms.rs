//! The texts of a module's atoms.
//!
//! `AtU8` is a count and the texts in UTF-8. Up to OTP 27 a byte of length stands before each; from OTP 28 on the count
//! is written negative and the length is a compact number. `Atom`, of OTP 19 and older, is the first form in Latin-1.
//!
//! Invariant: every text is at most 255 characters of valid UTF-8, or of Latin-1.

use core::str;

use super::Chunk;
use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};

/// The longest text an atom may have, in characters.
const CHARACTERS_MAX: usize = 255;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lengths {
    Bytes,
    Compact,
}

/// The atoms of a module, numbered from 1.
#[derive(Clone, Copy, Debug)]
pub struct Atoms<'a> {
    /// Behind the count.
    texts: Cursor<'a>,
    count: usize,
    lengths: Lengths,
    latin1: bool,
}

/// The text of an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AtomText<'a> {
    bytes: &'a [u8],
    latin1: bool,
}

impl<'a> Atoms<'a> {
    pub(super) fn utf8(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        Self::new(chunk, false)
    }

    pub(super) fn latin1(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        Self::new(chunk, true)
    }

    fn new(chunk: Chunk<'a>, latin1: bool) -> Result<Self, BeamError> {
        let mut texts = chunk.cursor();
        let count = texts.u32()?.cast_signed();
        let lengths = if count < 0 { Lengths::Compact } else { Lengths::Bytes };
        let atoms = Self { texts, count: count.unsigned_abs() as usize, lengths, latin1 };
        let mut walk = texts;
        for _ in 0..atoms.count {
            let start = walk;
            if !atoms.read(&mut walk)?.is_valid() {
                return Err(start.fail(BeamFault::BadAtom));
            }
        }
        Ok(atoms)
    }

    /// How many atoms there are; the highest number.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The atom of that number, from 1. Walks the table: to use many atoms, [`iter`](Self::iter) once.
    pub fn get(&self, number: usize) -> Option<AtomText<'a>> {
        self.iter().nth(number.checked_sub(1)?)
    }

    /// The name of the module, which is the first atom.
    pub fn module(&self) -> Option<AtomText<'a>> {
        self.get(1)
    }

    /// The atoms in order, the first being number 1.
    pub fn iter(&self) -> impl Iterator<Item = AtomText<'a>> + Clone + use<'a> {
        let atoms = *self;
        let mut walk = self.texts;
        (0..self.count).map_while(move |_| atoms.read(&mut walk).ok())
    }

    fn read(&self, walk: &mut Cursor<'a>) -> Result<AtomText<'a>, BeamError> {
        let size = match self.lengths {
            Lengths::Bytes => usize::from(walk.u8()?),
            Lengths::Compact => walk.size()?,
        };
        Ok(AtomText { bytes: walk.take(size)?, latin1: self.latin1 })
    }
}

impl<'a> AtomText<'a> {
    /// The text as it is stored.
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The text as UTF-8; `None` only for one of an `Atom` chunk with characters beyond ASCII.
    pub fn as_str(&self) -> Option<&'a str> {
        if self.latin1 && !self.bytes.is_ascii() { None } else { str::from_utf8(self.bytes).ok() }
    }

    /// The characters of the text, in either encoding.
    pub fn chars(&self) -> impl Iterator<Item = char> + Clone + use<'a> {
        let (utf8, latin1) = match self.as_str() {
            Some(text) => (text, &[][..]),
            None => ("", self.bytes),
        };
        utf8.chars().chain(latin1.iter().map(|byte| char::from(*byte)))
    }

    fn is_valid(&self) -> bool {
        self.latin1 || str::from_utf8(self.bytes).is_ok_and(|text| text.chars().count() <= CHARACTERS_MAX)
    }
}

impl PartialEq<str> for AtomText<'_> {
    fn eq(&self, other: &str) -> bool {
        if self.latin1 { self.chars().eq(other.chars()) } else { self.bytes == other.as_bytes() }
    }
}

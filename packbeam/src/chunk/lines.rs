//! Where in the source each `line` instruction stands.
//!
//! The chunk: version, flags, number of `line` instructions, number of items, number of file names; the items as
//! compact numbers; the names, each behind a 16-bit size. A number of tag 1 is an item, a line of the current file; one
//! of tag 2 makes another file current. File 0, current at first, is the one the module is named after; the names count
//! from 1. A `line` instruction names an item, counted from 1; 0 is no place. From OTP 27 on flag 1 says that
//! `executable_line` instructions name items, too, flag 2 that they are to be counted whatever the runtime's settings.
//!
//! Invariant: every item and name was read once; each file an item names is 0 or has a name.

use super::Chunk;
use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};

const TAG_LINE: u8 = 1;
const TAG_FILE: u8 = 2;

/// A place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineItem {
    /// Number of the file: 0 is the module's own, others are [names](Lines::file).
    pub file: u32,
    /// Number of the line, from 1.
    pub line: u32,
}

/// The places of a module, numbered from 1.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// 1 if compiled for coverage of lines, 2 more if its counters are forced; 0 up to OTP 26.
    pub flags: u32,
    /// How many instructions refer to items.
    pub instructions: u32,
    items: Cursor<'a>,
    item_count: usize,
    names: Cursor<'a>,
    name_count: u32,
}

impl<'a> Lines<'a> {
    pub(super) fn new(chunk: Chunk<'a>) -> Result<Self, BeamError> {
        let mut cursor = chunk.cursor();
        if cursor.u32()? != 0 {
            return Err(BeamFault::UnknownVersion.at(chunk.offset));
        }
        let flags = cursor.u32()?;
        let instructions = cursor.u32()?;
        let item_count = cursor.u32()? as usize;
        let name_count = cursor.u32()?;
        let items = cursor;
        let mut file = 0;
        for _ in 0..item_count {
            let start = cursor;
            if item(&mut cursor, &mut file)?.file > name_count {
                return Err(start.fail(BeamFault::BadNumber));
            }
        }
        // A change of file behind the last item would have nothing to apply to.
        let names = cursor;
        for _ in 0..name_count {
            name(&mut cursor)?;
        }
        Ok(Self { flags, instructions, items, item_count, names, name_count })
    }

    /// How many items there are; the highest number.
    pub const fn len(&self) -> usize {
        self.item_count
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.item_count == 0
    }

    /// The place of that number, from 1. Walks the table: to look up many, [`iter`](Self::iter) once.
    pub fn get(&self, number: usize) -> Option<LineItem> {
        self.iter().nth(number.checked_sub(1)?)
    }

    /// The places in order, the first being number 1.
    pub fn iter(&self) -> impl Iterator<Item = LineItem> + Clone + use<'a> {
        let mut walk = self.items;
        let mut file = 0;
        (0..self.item_count).map_while(move |_| item(&mut walk, &mut file).ok())
    }

    /// The name of the file of that number, from 1, as the compiler was given it: nearly always UTF-8.
    pub fn file(&self, number: u32) -> Option<&'a [u8]> {
        self.files().nth(number.checked_sub(1)? as usize)
    }

    /// The names in order, the first being number 1.
    pub fn files(&self) -> impl Iterator<Item = &'a [u8]> + Clone + use<'a> {
        let mut walk = self.names;
        (0..self.name_count).map_while(move |_| name(&mut walk).ok())
    }
}

/// Reads up to and including the next item.
fn item(walk: &mut Cursor<'_>, file: &mut u32) -> Result<LineItem, BeamError> {
    loop {
        let start = *walk;
        let number = walk.compact()?;
        let value = u32::try_from(number.value).map_err(|_| start.fail(BeamFault::BadNumber))?;
        match number.tag {
            TAG_LINE => return Ok(LineItem { file: *file, line: value }),
            TAG_FILE => *file = value,
            _ => return Err(start.fail(BeamFault::BadNumber)),
        }
    }
}

fn name<'a>(walk: &mut Cursor<'a>) -> Result<&'a [u8], BeamError> {
    let size = walk.u16()?;
    walk.take(size.into())
}

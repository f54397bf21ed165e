//! The `.avm` pack: modules and files of a program, one behind the other.
//!
//! All numbers are 32 bit, big-endian. The pack begins with 24 bytes, `#!/usr/bin/env AtomVM`, a line feed and two zeros.
//! A section follows another, each a multiple of four bytes long:
//!
//! | bytes | field |
//! | --- | --- |
//! | 4 | size of the section, from this field to the next section |
//! | 4 | flags: 1 it may be started, 2 it is a module, 4 it is a plain file |
//! | 4 | 0 |
//! | to a multiple of 4 | the name, then at least one zero |
//! | the rest | the data, then zeros up to a multiple of 4 |
//!
//! A section of size 0 named `end` ends the pack; what lies behind it is not the pack's, and erased flash will be there.
//! AtomVM's own page on the format says the size leaves the header out; packbeam, and the runtime, count it in.
//!
//! A module's name is that of the module and `.beam`; its data is a `.beam` file with fewer chunks. A file's name is a
//! path, `APPLICATION/priv/FILE` if the program is to find it, and its data is its size and its bytes. Whether one is a
//! plain file follows from flag 2 being absent: flag 4 is of later date. An application's description is such a file,
//! `APPLICATION/priv/application.bin`, the external term of what stands in its `.app`; no section is a `.app` file.
//!
//! Invariant: a section handed out lies inside the pack, and its data begins at a multiple of four of the pack.
//! Invariant: a broken pack is read up to the section that is broken, and there is exactly one error, the last item.
//!
//! Absent on purpose: opening modules. [`Beam::parse`](crate::Beam::parse) does that with a section's data.

use core::str;

use crate::error::{PackError, PackFault};

/// The bytes every pack begins with.
pub const PACK_HEADER: &[u8; 24] = b"#!/usr/bin/env AtomVM\n\0\0";

/// Flag of a section whose module exports `start/0` and may be started.
pub const FLAG_START: u32 = 1;
/// Flag of a section that is a module.
pub const FLAG_CODE: u32 = 2;
/// Flag of a section that is a plain file.
pub const FLAG_FILE: u32 = 4;

/// Bytes of size, flags and the reserved word.
const FIELDS_SIZE: usize = 12;

/// A pack whose first bytes are right.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'a> {
    bytes: &'a [u8],
}

/// One module or file of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its name: `lists.beam`, or a path.
    pub name: &'a str,
    /// What it is: [`FLAG_CODE`] and the others, added.
    pub flags: u32,
    /// Where its data begins: bytes from the start of the pack.
    pub offset: usize,
    /// Its data and the padding behind; a plain file's begins with its size.
    pub data: &'a [u8],
}

impl<'a> Pack<'a> {
    /// Reads the first bytes, and nothing more.
    ///
    /// # Errors
    /// When they are not those of a pack.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, PackError> {
        if bytes.starts_with(PACK_HEADER) { Ok(Self { bytes }) } else { Err(PackFault::NotPack.at(0)) }
    }

    /// The sections in order. After an error there are no more.
    pub const fn sections(&self) -> Sections<'a> {
        Sections { bytes: self.bytes, position: PACK_HEADER.len(), done: false }
    }

    /// The first sound section of that name, which is the one a runtime uses.
    pub fn find(&self, name: &str) -> Option<Section<'a>> {
        self.sections().map_while(Result::ok).find(|section| section.name == name)
    }

    /// How many bytes of what was parsed are the pack, the end marker among them.
    ///
    /// # Errors
    /// When a section is broken.
    pub fn size(&self) -> Result<usize, PackError> {
        let mut sections = self.sections();
        while sections.advance()?.is_some() {}
        Ok(sections.position)
    }
}

impl<'a> Section<'a> {
    /// Whether it is a module.
    pub const fn is_code(&self) -> bool {
        self.flags & FLAG_CODE != 0
    }

    /// Whether it is a module that may be started.
    pub const fn is_start(&self) -> bool {
        self.is_code() && self.flags & FLAG_START != 0
    }

    /// The name of the module, if it is one: the name of the section without `.beam`.
    pub fn module(&self) -> Option<&'a str> {
        if self.is_code() { Some(self.name.strip_suffix(".beam").unwrap_or(self.name)) } else { None }
    }

    /// The bytes of a plain file, without the size before and the padding behind.
    ///
    /// # Errors
    /// When it is a module, or there are fewer bytes than the size says.
    pub fn file(&self) -> Result<&'a [u8], PackError> {
        if self.is_code() {
            return Err(PackFault::NotFile.at(self.offset));
        }
        let (size, rest) = self.data.split_first_chunk().ok_or(PackFault::BadFile.at(self.offset))?;
        rest.get(..u32::from_be_bytes(*size) as usize).ok_or(PackFault::BadFile.at(self.offset))
    }
}

/// Iterates over the sections of a pack.
#[derive(Clone, Debug)]
pub struct Sections<'a> {
    bytes: &'a [u8],
    position: usize,
    done: bool,
}

impl<'a> Sections<'a> {
    /// Reads the section at `position`; `None` behind the last one.
    fn advance(&mut self) -> Result<Option<Section<'a>>, PackError> {
        let start = self.position;
        let truncated = PackFault::Truncated.at(start);
        let rest = self.bytes.get(start..).unwrap_or_default();
        let (fields, _) = rest.split_first_chunk::<FIELDS_SIZE>().ok_or(truncated)?;
        let [s0, s1, s2, s3, f0, f1, f2, f3, ..] = *fields;
        let size = u32::from_be_bytes([s0, s1, s2, s3]) as usize;
        let flags = u32::from_be_bytes([f0, f1, f2, f3]);
        if size == 0 {
            return self.end(rest);
        }
        if !size.is_multiple_of(4) || size < FIELDS_SIZE + 4 {
            return Err(PackFault::BadSize.at(start));
        }
        let section = rest.get(..size).ok_or(truncated)?;
        let (name, data) = split_name(section).ok_or(PackFault::BadName.at(start + FIELDS_SIZE))?;
        self.position += size;
        Ok(Some(Section { name, flags, offset: self.position - data.len(), data }))
    }

    /// Steps over the end marker, in small letters or capitals.
    fn end(&mut self, rest: &[u8]) -> Result<Option<Section<'a>>, PackError> {
        let marker = PackFault::BadEnd.at(self.position);
        let (name, _) = rest.get(FIELDS_SIZE..).and_then(<[u8]>::split_first_chunk::<4>).ok_or(marker)?;
        if !name.eq_ignore_ascii_case(b"end\0") {
            return Err(marker);
        }
        self.position += FIELDS_SIZE + name.len();
        Ok(None)
    }
}

impl<'a> Iterator for Sections<'a> {
    type Item = Result<Section<'a>, PackError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let item = self.advance().transpose();
        self.done = !matches!(item, Some(Ok(_)));
        item
    }
}

/// Splits what is behind the fields into the name and the data.
fn split_name(section: &[u8]) -> Option<(&str, &[u8])> {
    let named = section.get(FIELDS_SIZE..)?;
    let length = named.iter().position(|byte| *byte == 0)?;
    let name = str::from_utf8(named.get(..length)?).ok()?;
    let data = named.get((length + 1).next_multiple_of(4)..)?;
    Some((name, data)).filter(|_| length > 0)
}

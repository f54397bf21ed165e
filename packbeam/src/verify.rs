//! Whether a pack is in every byte as the format says, not just readable.
//!
//! [`Pack`] passes over what no runtime looks at. Here it is looked at: the reserved word, the padding, what stands
//! behind the end, names that come twice, modules that cannot be read.
//!
//! Invariant: flaws are in the order of their offsets, section by section; a pack without one is written again byte for
//! byte by [`Builder`](crate::Builder).

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::chunk::Beam;
use crate::error::{BeamError, PackError};
use crate::pack::{FLAG_CODE, FLAG_FILE, FLAG_START, PACK_HEADER, Pack, Section};

/// Something that is not as the format says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where: bytes from the start of the pack.
    pub offset: usize,
    /// The section it is in, if it is in one.
    pub section: Option<String>,
    /// What is not as it should be.
    pub kind: FlawKind,
}

/// The ways in which a pack may not be as the format says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// The pack cannot be read from here on.
    Unreadable(PackError),
    /// The module cannot be read.
    BadModule(BeamError),
    /// The plain file says it is longer than its section.
    BadFile(PackError),
    /// The section has flags that are none, or that do not go together.
    UnknownFlags(u32),
    /// The word that is kept for later is not 0.
    Reserved(u32),
    /// There is something where there should be zeros.
    Padding,
    /// An earlier section has the name, so this one is never found.
    Shadowed,
    /// The section has another name than the module in it.
    OtherModule,
    /// So many bytes stand behind the end of the pack.
    Trailing(usize),
}

impl FlawKind {
    /// Whether a runtime may fail for it.
    pub const fn is_serious(self) -> bool {
        matches!(self, Self::Unreadable(_) | Self::BadModule(_) | Self::BadFile(_) | Self::OtherModule)
    }
}

impl fmt::Display for FlawKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) | Self::BadFile(error) => f.write_str(error.fault.message()),
            Self::BadModule(error) => f.write_str(error.fault.message()),
            Self::UnknownFlags(flags) => write!(f, "the flags {flags:#x} are unknown"),
            Self::Reserved(word) => write!(f, "the reserved word is {word:#x}, not 0"),
            Self::Padding => f.write_str("the padding is not zero"),
            Self::Shadowed => f.write_str("an earlier section has the same name, so this one is never found"),
            Self::OtherModule => f.write_str("the section has another name than the module in it"),
            Self::Trailing(size) => write!(f, "{size} bytes stand behind the end of the pack"),
        }
    }
}

/// Everything that is not as the format says.
pub fn verify(bytes: &[u8]) -> Vec<Flaw> {
    let pack = match Pack::parse(bytes) {
        Ok(pack) => pack,
        Err(error) => return Vec::from([unreadable(error)]),
    };
    let mut flaws = Vec::new();
    let mut seen = BTreeSet::new();
    let mut start = PACK_HEADER.len();
    for section in pack.sections() {
        match section {
            Ok(section) => {
                if !seen.insert(section.name) {
                    flaws.push(flaw(start, &section, FlawKind::Shadowed));
                }
                fields(bytes, start, &section, &mut flaws);
                content(&section, &mut flaws);
                start = section.offset + section.data.len();
            }
            Err(error) => {
                flaws.push(unreadable(error));
                return flaws;
            }
        }
    }
    let end = pack.size().unwrap_or(bytes.len());
    match bytes.len().saturating_sub(end) {
        0 => {}
        size => flaws.push(Flaw { offset: end, section: None, kind: FlawKind::Trailing(size) }),
    }
    flaws
}

fn unreadable(error: PackError) -> Flaw {
    Flaw { offset: error.offset, section: None, kind: FlawKind::Unreadable(error) }
}

fn flaw(offset: usize, section: &Section<'_>, kind: FlawKind) -> Flaw {
    Flaw { offset, section: Some(section.name.to_owned()), kind }
}

/// What stands before a section's data.
fn fields(bytes: &[u8], start: usize, section: &Section<'_>, flaws: &mut Vec<Flaw>) {
    let flags = section.flags;
    if !matches!(flags, FLAG_CODE | FLAG_FILE) && flags != FLAG_CODE | FLAG_START {
        flaws.push(flaw(start + 4, section, FlawKind::UnknownFlags(flags)));
    }
    let reserved =
        bytes.get(start + 8..).and_then(<[u8]>::first_chunk).map_or(0, |word| u32::from_be_bytes(*word));
    if reserved != 0 {
        flaws.push(flaw(start + 8, section, FlawKind::Reserved(reserved)));
    }
    let behind_name = start + 12 + section.name.len();
    padding(bytes, behind_name, section.offset, section, flaws);
}

fn padding(bytes: &[u8], from: usize, to: usize, section: &Section<'_>, flaws: &mut Vec<Flaw>) {
    let padding = bytes.get(from..to).unwrap_or_default();
    if let Some(place) = padding.iter().position(|byte| *byte != 0) {
        flaws.push(flaw(from + place, section, FlawKind::Padding));
    }
}

/// A section's data.
fn content(section: &Section<'_>, flaws: &mut Vec<Flaw>) {
    if let Some(module) = section.module() {
        let name = Beam::parse(section.data).and_then(|beam| {
            beam.code()?;
            beam.literals()?;
            beam.imports()?;
            beam.exports()?;
            Ok(beam.atoms()?.module().is_some_and(|name| name == *module))
        });
        match name {
            Ok(true) => {}
            Ok(false) => flaws.push(flaw(section.offset, section, FlawKind::OtherModule)),
            Err(error) => {
                flaws.push(flaw(section.offset + error.offset, section, FlawKind::BadModule(error)))
            }
        }
        return;
    }
    match section.file() {
        Ok(file) => {
            let used = 4 + file.len();
            let rest = section.data.get(used..).unwrap_or_default();
            if let Some(place) = rest.iter().position(|byte| *byte != 0) {
                flaws.push(flaw(section.offset + used + place, section, FlawKind::Padding));
            }
        }
        Err(error) => flaws.push(flaw(error.offset, section, FlawKind::BadFile(error))),
    }
}

//! Making an `.avm` pack of modules, files and other packs.
//!
//! What is written is, byte for byte, what packbeam 0.8 writes of the same input:
//!
//! * Sections stand in the order they were added; the start module, if one is chosen, is moved before all others.
//! * A module keeps the chunks of [`KEPT_CHUNKS`] in the order of its file, `Line` among them unless lines are removed.
//!   A compressed `LitT` becomes a `LitU` in the same place; one that is stored uncompressed stays a `LitT`. `Recs`, which
//!   OTP 29 writes for native records, is kept: without it such a module does not load.
//! * A module that exports `start/0` is flagged so, unless a start module is chosen, which then is the only one, or the
//!   pack is a library, which has none. That holds for the modules of added packs, too.
//! * The sections of added packs are otherwise taken over as they are, their padding included.
//! * The end marker is a section of size 0, flags 0 and the name `end`.
//!
//! Of sections with the same name all are written, too, although a runtime finds only the first, unless
//! [`unique`](Builder::unique) leaves the others out. It differs in one thing on purpose: a start module has to export
//! `start/0` or `main/1`, which packbeam takes on trust, as [`start_on_trust`](Builder::start_on_trust) does.
//!
//! Invariant: the same calls give the same bytes; nothing depends on time, paths or hashing.
//! Invariant: every section written is one [`Pack`] reads back.
//!
//! Absent on purpose: reading files, and naming them. A caller says what a plain file is called.

use alloc::borrow::{Cow, ToOwned};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::chunk::{Beam, Chunk, Tag};
use crate::error::{BeamError, BeamFault, BuildError};
use crate::etf::atoms_of_term;
use crate::gzip;
use crate::pack::{FLAG_CODE, FLAG_FILE, FLAG_START, PACK_HEADER, Pack, Section};

/// The chunks of a module that go into a pack; `Line` goes in, too, unless lines are removed.
pub const KEPT_CHUNKS: [Tag; 12] = [
    *b"AtU8", *b"Code", *b"ExpT", *b"LocT", *b"ImpT", *b"LitU", *b"FunT", *b"StrT", *b"LitT", *b"avmN",
    *b"Type", *b"Recs",
];

/// A pack being made.
#[derive(Clone, Debug, Default)]
pub struct Builder<'a> {
    entries: Vec<Entry<'a>>,
    /// The start module, which is one of `entries`.
    start: Option<String>,
    library: bool,
    without_lines: bool,
}

/// A section to be.
#[derive(Clone, Debug)]
struct Entry<'a> {
    name: Cow<'a, str>,
    flags: u32,
    data: Cow<'a, [u8]>,
    /// The behaviours the module says it has; known only of modules that were not in a pack.
    behaviours: Vec<String>,
}

impl<'a> Builder<'a> {
    /// A pack of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves the lines out of modules added from now on: smaller, but stack traces say no line.
    pub fn remove_lines(&mut self) -> &mut Self {
        self.without_lines = true;
        self
    }

    /// Makes the pack a library: none of its modules is flagged as one to start.
    pub fn library(&mut self) -> &mut Self {
        self.library = true;
        self
    }

    /// Adds a module, gzipped or not, stripped, under its own name and `.beam`.
    ///
    /// # Errors
    /// When the module cannot be read, or has a name that cannot be written.
    pub fn add_beam(&mut self, bytes: &[u8]) -> Result<&mut Self, BuildError> {
        let bytes = gzip::decompressed(bytes)?;
        let beam = Beam::parse(&bytes)?;
        let name = module_name(&beam)?;
        let flags = if exports_start(&beam)? { FLAG_CODE | FLAG_START } else { FLAG_CODE };
        let data = Cow::Owned(strip(&beam, !self.without_lines)?);
        let behaviours = beam.attributes().map(behaviours).unwrap_or_default();
        self.add(Entry { name: Cow::Owned(format!("{name}.beam")), flags, data, behaviours })
    }

    /// Adds a plain file under that name, by convention `APPLICATION/priv/FILE`.
    ///
    /// # Errors
    /// When the name cannot be written, or the file is too long.
    pub fn add_file(&mut self, name: &str, bytes: &[u8]) -> Result<&mut Self, BuildError> {
        let size = u32::try_from(bytes.len()).map_err(|_| BuildError::TooLarge)?;
        let mut data = Vec::with_capacity(bytes.len() + 4);
        data.extend(size.to_be_bytes());
        data.extend(bytes);
        let (name, data) = (Cow::Owned(name.to_owned()), Cow::Owned(data));
        self.add(Entry { name, flags: FLAG_FILE, data, behaviours: Vec::new() })
    }

    /// Adds every section of another pack.
    ///
    /// # Errors
    /// When the pack is broken. The sections before the place it is broken at have been added.
    pub fn add_pack(&mut self, pack: Pack<'a>) -> Result<&mut Self, BuildError> {
        for section in pack.sections() {
            self.add_section(section?)?;
        }
        Ok(self)
    }

    /// Adds every section of another pack, whose bytes need not stay.
    ///
    /// # Errors
    /// When the pack is broken. The sections before the place it is broken at have been added.
    pub fn copy_pack(&mut self, pack: Pack<'_>) -> Result<&mut Self, BuildError> {
        for section in pack.sections() {
            let Section { name, flags, data, .. } = section?;
            let (name, data) = (Cow::Owned(name.to_owned()), Cow::Owned(data.to_vec()));
            self.add(Entry { name, flags, data, behaviours: Vec::new() })?;
        }
        Ok(self)
    }

    /// Adds a section of another pack.
    ///
    /// # Errors
    /// When the name cannot be written.
    pub fn add_section(&mut self, section: Section<'a>) -> Result<&mut Self, BuildError> {
        let Section { name, flags, data, .. } = section;
        self.add(Entry {
            name: Cow::Borrowed(name),
            flags,
            data: Cow::Borrowed(data),
            behaviours: Vec::new(),
        })
    }

    /// Chooses the module, of those added so far, that is started: it goes first, and no other is flagged.
    ///
    /// # Errors
    /// When there is no such module, or it exports neither `start/0` nor `main/1`.
    pub fn start(&mut self, module: &str) -> Result<&mut Self, BuildError> {
        let chosen = self.entries.iter().find(|entry| entry.module() == Some(module));
        let chosen = chosen.ok_or(BuildError::NoModule)?;
        if chosen.flags & FLAG_START == 0 && !can_start(&Beam::parse(&chosen.data)?)? {
            return Err(BuildError::NoStart);
        }
        self.start_on_trust(module)
    }

    /// Chooses the start module, whatever it exports.
    ///
    /// # Errors
    /// When there is no such module.
    pub fn start_on_trust(&mut self, module: &str) -> Result<&mut Self, BuildError> {
        if self.entries.iter().all(|entry| entry.module() != Some(module)) {
            return Err(BuildError::NoModule);
        }
        self.start = Some(module.to_owned());
        Ok(self)
    }

    /// The sections so far in the order they will be written, flagged as they will be. Offsets are 0.
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        self.ordered().map(|entry| self.section(entry))
    }

    /// The sections as [`sections`](Self::sections) has them, each with the behaviours its module says it has.
    pub(crate) fn sections_with_behaviours(&self) -> impl Iterator<Item = (Section<'_>, &[String])> {
        self.ordered().map(|entry| (self.section(entry), entry.behaviours.as_slice()))
    }

    /// Leaves out sections for which `keep` is false; the start module stays.
    pub fn retain(&mut self, mut keep: impl FnMut(&Section<'_>) -> bool) -> &mut Self {
        let start = self.start.as_deref();
        self.entries.retain(|entry| {
            let Entry { name, flags, data, .. } = entry;
            let section = Section { name, flags: *flags, offset: 0, data };
            start.is_some() && section.module() == start || keep(&section)
        });
        self
    }

    /// Leaves out sections whose name an earlier one has, since no runtime would ever find them; their names.
    pub fn unique(&mut self) -> Vec<String> {
        let shadowed = self.shadowed();
        let mut seen = BTreeSet::new();
        self.entries.retain(|entry| seen.insert(entry.name.clone()));
        shadowed
    }

    /// The names of the sections whose name an earlier one has.
    pub fn shadowed(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let again = self.entries.iter().filter(|entry| !seen.insert(entry.name.as_ref()));
        again.map(|entry| entry.name.clone().into_owned()).collect()
    }

    /// The bytes of the pack.
    pub fn finish(&self) -> Vec<u8> {
        // Both ends, and the sections between.
        let size = PACK_HEADER.len() + section_size("end", &[]);
        let sections = self.entries.iter().map(|entry| section_size(&entry.name, &entry.data));
        let mut pack = Vec::with_capacity(size + sections.sum::<usize>());
        pack.extend(PACK_HEADER);
        for section in self.sections() {
            write_section(&mut pack, &section);
        }
        write_fields(&mut pack, 0, 0, "end");
        pack
    }

    fn add(&mut self, entry: Entry<'a>) -> Result<&mut Self, BuildError> {
        if entry.name.is_empty() || entry.name.contains('\0') {
            return Err(BuildError::BadName);
        }
        if u32::try_from(section_size(&entry.name, &entry.data)).is_err() {
            return Err(BuildError::TooLarge);
        }
        self.entries.push(entry);
        Ok(self)
    }

    fn ordered(&self) -> impl Iterator<Item = &Entry<'a>> {
        let is_start = |entry: &&Entry<'_>| self.start.is_some() && entry.module() == self.start.as_deref();
        let first = self.entries.iter().filter(is_start);
        first.chain(self.entries.iter().filter(move |entry| !is_start(entry)))
    }

    fn section<'s>(&'s self, entry: &'s Entry<'a>) -> Section<'s> {
        let flags = match &self.start {
            _ if entry.flags & FLAG_CODE == 0 => entry.flags,
            _ if self.library => entry.flags & !FLAG_START,
            Some(start) if entry.module() == Some(start) => entry.flags | FLAG_START,
            Some(_) => entry.flags & !FLAG_START,
            None => entry.flags,
        };
        Section { name: &entry.name, flags, offset: 0, data: &entry.data }
    }
}

impl Entry<'_> {
    fn module(&self) -> Option<&str> {
        Section { name: &self.name, flags: self.flags, offset: 0, data: &[] }.module()
    }
}

/// A module with nothing but the chunks a pack keeps, and its literals decompressed.
///
/// # Errors
/// When the literals cannot be decompressed.
pub fn strip(beam: &Beam<'_>, lines: bool) -> Result<Vec<u8>, BeamError> {
    let kept = beam.chunks().filter(|chunk| is_kept(chunk.tag, lines));
    // Literals that are decompressed make it longer.
    let mut stripped = Vec::with_capacity(kept.map(|chunk| 12 + chunk.data.len()).sum::<usize>() + 12);
    stripped.extend(b"FOR1\0\0\0\0BEAM");
    for chunk in beam.chunks().filter(|chunk| is_kept(chunk.tag, lines)) {
        match chunk {
            // A size of 0 before them says the literals are not compressed.
            Chunk { tag: [b'L', b'i', b't', b'T'], data, .. } if !data.starts_with(&[0; 4]) => {
                write_chunk(&mut stripped, *b"LitU", beam.literals()?.as_bytes());
            }
            Chunk { tag, data, .. } => write_chunk(&mut stripped, tag, data),
        }
    }
    let size = u32::try_from(stripped.len() - 8).map_err(|_| BeamFault::TooLarge.at(0))?;
    if let Some(field) = stripped.get_mut(4..8) {
        field.copy_from_slice(&size.to_be_bytes());
    }
    Ok(stripped)
}

fn is_kept(tag: Tag, lines: bool) -> bool {
    KEPT_CHUNKS.contains(&tag) || lines && tag == *b"Line"
}

/// Both sizes fit: a chunk's was read from 32 bits, or is that of literals, which have a limit.
fn write_chunk(beam: &mut Vec<u8>, tag: Tag, data: &[u8]) {
    beam.extend(tag);
    beam.extend((data.len() as u32).to_be_bytes());
    beam.extend(data);
    pad(beam);
}

fn module_name(beam: &Beam<'_>) -> Result<String, BuildError> {
    let name = beam.atoms()?.module().ok_or(BuildError::BadName)?;
    Ok(name.chars().collect())
}

fn exports_start(beam: &Beam<'_>) -> Result<bool, BeamError> {
    beam.exports_function("start", 0)
}

fn can_start(beam: &Beam<'_>) -> Result<bool, BeamError> {
    Ok(exports_start(beam)? || beam.exports_function("main", 1)?)
}

/// What a module's attributes name as its behaviours: the atoms between that key and the next one.
fn behaviours(attributes: &[u8]) -> Vec<String> {
    let mut named = false;
    let mut found = Vec::new();
    for atom in atoms_of_term(attributes) {
        match atom {
            "behaviour" | "behavior" => named = true,
            _ if named => {
                found.push(atom.to_owned());
                named = false;
            }
            _ => {}
        }
    }
    found
}

/// Bytes a section takes up, its fields and all padding included.
const fn section_size(name: &str, data: &[u8]) -> usize {
    (12 + name.len() + 1).next_multiple_of(4) + data.len().next_multiple_of(4)
}

fn write_section(pack: &mut Vec<u8>, section: &Section<'_>) {
    // That it fits was seen to when the section was added.
    write_fields(pack, section_size(section.name, section.data) as u32, section.flags, section.name);
    pack.extend(section.data);
    pad(pack);
}

fn write_fields(pack: &mut Vec<u8>, size: u32, flags: u32, name: &str) {
    for field in [size, flags, 0] {
        pack.extend(field.to_be_bytes());
    }
    pack.extend(name.as_bytes());
    pack.push(0);
    pad(pack);
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

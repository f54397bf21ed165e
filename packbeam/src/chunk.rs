//! The `.beam` file: a form of tagged chunks, and a typed view of each.
//!
//! | view | chunk | what it holds |
//! | --- | --- | --- |
//! | [`Beam::atoms`] | `AtU8`, `Atom` | texts of atoms, numbered from 1; the first names the module |
//! | [`Beam::code`] | `Code` | a header and the instructions |
//! | [`Beam::strings`] | `StrT` | bytes that instructions point into |
//! | [`Beam::imports`] | `ImpT` | functions of other modules that are called |
//! | [`Beam::exports`], [`Beam::locals`] | `ExpT`, `LocT` | functions and the labels they begin at |
//! | [`Beam::funs`] | `FunT` | the bodies of funs |
//! | [`Beam::literals`] | `LitT`, `LitU` | external terms; `LitT` may be compressed |
//! | [`Beam::lines`] | `Line` | file and line of each `line` instruction |
//! | [`Beam::types`] | `Type` | what the compiler knew of operands |
//! | [`Beam::attributes`], [`Beam::compile_info`] | `Attr`, `CInf` | one external term each |
//!
//! The file is IFF: `FOR1`, a big-endian size, `BEAM`, then chunks: four bytes of tag, a big-endian size, the data, zero
//! bytes up to a multiple of four. The format is nowhere specified; this follows what `erlc` of OTP 21 to 29 writes.
//!
//! Invariant: a view has checked its whole chunk before it is handed out, so that iterating it cannot fail.
//! Invariant: counts in a file size nothing; what is allocated is bounded by what decompression really produced.
//!
//! Absent on purpose: whether an index fits its table, which only a loader that has all tables at hand can say.

mod atoms;
mod lines;
mod literals;
mod table;
mod types;

pub use atoms::{AtomText, Atoms};
pub use lines::{LineItem, Lines};
pub use literals::{LITERALS_LIMIT, Literals};
pub use table::{Fun, Function, Import, Record, Table};
pub use types::{OperandType, Types};

use crate::cursor::Cursor;
use crate::error::{BeamError, BeamFault};
use crate::gzip;

/// The name of a chunk: four bytes, almost always ASCII.
pub type Tag = [u8; 4];

/// One chunk of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk<'a> {
    /// Its name.
    pub tag: Tag,
    /// Where its data begins: bytes from the start of the file.
    pub offset: usize,
    /// Its data, without padding.
    pub data: &'a [u8],
}

/// The instructions of a module and the header before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code<'a> {
    /// What the chunk says of itself.
    pub header: CodeHeader,
    /// Where the instructions begin: bytes from the start of the file.
    pub offset: usize,
    /// The instructions, up to the end of the chunk.
    pub bytes: &'a [u8],
}

/// The fields at the head of a `Code` chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeHeader {
    /// Bytes of header after this field: 16 as long as there are four more fields.
    pub info_size: u32,
    /// Version of the instruction set, 0 so far.
    pub version: u32,
    /// The highest opcode that occurs.
    pub max_opcode: u32,
    /// One more than the highest label.
    pub labels: u32,
    /// How many functions there are.
    pub functions: u32,
}

/// A `.beam` file whose chunks are known to lie inside it.
#[derive(Clone, Copy, Debug)]
pub struct Beam<'a> {
    /// The file, cut off behind the last chunk.
    bytes: &'a [u8],
}

/// Bytes before the first chunk: `FOR1`, the size, `BEAM`.
const HEADER_SIZE: usize = 12;

impl<'a> Beam<'a> {
    /// Reads the form and finds the end of its chunks. Padding may be missing behind the last chunk, zero bytes may
    /// follow it, and whatever lies behind the form is ignored.
    ///
    /// # Errors
    /// When the file is compressed ([`gzip::decompressed`] helps), is not a `.beam`, or a chunk reaches beyond the end.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BeamError> {
        if bytes.starts_with(&gzip::MAGIC) {
            return Err(BeamFault::Compressed.at(0));
        }
        let mut cursor = Cursor::new(bytes, 0);
        let not_beam = |_| BeamFault::NotBeam.at(0);
        let form = cursor.array::<4>().map_err(not_beam)?;
        let size = cursor.u32().map_err(not_beam)? as usize;
        let kind = cursor.array::<4>().map_err(not_beam)?;
        if &form != b"FOR1" || &kind != b"BEAM" {
            return Err(BeamFault::NotBeam.at(0));
        }
        // `size` counts from `BEAM` on. It may count padding that was cut off.
        let end = size.checked_add(8).ok_or(BeamFault::BadSize.at(4))?;
        if end < HEADER_SIZE {
            return Err(BeamFault::BadSize.at(4));
        }
        if end > bytes.len() && end - bytes.len() > 3 {
            return Err(BeamFault::Truncated.at(bytes.len()));
        }
        let form = bytes.get(..end).unwrap_or(bytes);
        let mut chunks = Chunks { bytes: form, position: HEADER_SIZE };
        while chunks.advance()?.is_some() {}
        Ok(Self { bytes: form.get(..chunks.position).unwrap_or(form) })
    }

    /// The chunks in the order of the file.
    pub const fn chunks(&self) -> Chunks<'a> {
        Chunks { bytes: self.bytes, position: HEADER_SIZE }
    }

    /// The data of the first chunk of that name.
    pub fn chunk(&self, tag: Tag) -> Option<&'a [u8]> {
        self.find(tag).map(|chunk| chunk.data)
    }

    /// The first chunk of that name.
    pub fn find(&self, tag: Tag) -> Option<Chunk<'a>> {
        self.chunks().find(|chunk| chunk.tag == tag)
    }

    /// The atoms of the module.
    ///
    /// # Errors
    /// When there is no atom table, or it is cut short or holds a text that is no atom.
    pub fn atoms(&self) -> Result<Atoms<'a>, BeamError> {
        if let Some(chunk) = self.find(*b"AtU8") {
            return Atoms::utf8(chunk);
        }
        match self.find(*b"Atom") {
            Some(chunk) => Atoms::latin1(chunk),
            None => Err(BeamFault::NoAtoms.at(self.bytes.len())),
        }
    }

    /// The instructions.
    ///
    /// # Errors
    /// When there is no `Code` chunk or its header does not fit.
    pub fn code(&self) -> Result<Code<'a>, BeamError> {
        let chunk = self.find(*b"Code").ok_or(BeamFault::NoCode.at(self.bytes.len()))?;
        let mut cursor = chunk.cursor();
        let info_size = cursor.u32()?;
        let mut fields = Cursor::new(cursor.take(info_size as usize)?, chunk.offset + 4);
        let header = CodeHeader {
            info_size,
            version: fields.u32()?,
            max_opcode: fields.u32()?,
            labels: fields.u32()?,
            functions: fields.u32()?,
        };
        Ok(Code { header, offset: cursor.offset(), bytes: cursor.rest() })
    }

    /// The bytes that instructions on strings and binaries point into; empty if there is no such chunk.
    pub fn strings(&self) -> &'a [u8] {
        self.chunk(*b"StrT").unwrap_or_default()
    }

    /// The functions of other modules that are called; empty if there is no such chunk.
    ///
    /// # Errors
    /// When the table is cut short.
    pub fn imports(&self) -> Result<Table<'a, Import>, BeamError> {
        self.table(*b"ImpT")
    }

    /// The exported functions; empty if there is no such chunk.
    ///
    /// # Errors
    /// When the table is cut short.
    pub fn exports(&self) -> Result<Table<'a, Function>, BeamError> {
        self.table(*b"ExpT")
    }

    /// Whether a function of that name and arity is exported.
    ///
    /// # Errors
    /// When the atoms or exports cannot be read.
    pub fn exports_function(&self, name: &str, arity: u32) -> Result<bool, BeamError> {
        let atoms = self.atoms()?;
        let Some(index) = atoms.iter().position(|text| text == *name) else { return Ok(false) };
        let mut exports = self.exports()?.iter();
        Ok(exports.any(|export| export.arity == arity && export.function as usize == index + 1))
    }

    /// The functions that are not exported; empty if there is no such chunk.
    ///
    /// # Errors
    /// When the table is cut short.
    pub fn locals(&self) -> Result<Table<'a, Function>, BeamError> {
        self.table(*b"LocT")
    }

    /// The funs; empty if there is no such chunk.
    ///
    /// # Errors
    /// When the table is cut short.
    pub fn funs(&self) -> Result<Table<'a, Fun>, BeamError> {
        self.table(*b"FunT")
    }

    /// The literals, decompressed if need be; empty if there is no such chunk. `LitU` is preferred over `LitT`.
    ///
    /// # Errors
    /// When they are cut short, do not decompress, or are larger than [`LITERALS_LIMIT`].
    pub fn literals(&self) -> Result<Literals<'a>, BeamError> {
        match (self.find(*b"LitU"), self.find(*b"LitT")) {
            (Some(chunk), _) => Literals::plain(chunk),
            (None, Some(chunk)) => Literals::packed(chunk),
            (None, None) => Ok(Literals::default()),
        }
    }

    /// The places in the source, if the file has them.
    ///
    /// # Errors
    /// When the table is cut short, has an impossible number, or is of an unknown version. A module runs without it.
    pub fn lines(&self) -> Result<Option<Lines<'a>>, BeamError> {
        self.find(*b"Line").map(Lines::new).transpose()
    }

    /// What the compiler knew of operands; empty if there is no such chunk.
    ///
    /// # Errors
    /// When the table is cut short or is of an unknown version. A module runs without it.
    pub fn types(&self) -> Result<Types<'a>, BeamError> {
        self.find(*b"Type").map_or(Ok(Types::default()), Types::new)
    }

    /// The module's attributes, an external term.
    pub fn attributes(&self) -> Option<&'a [u8]> {
        self.chunk(*b"Attr")
    }

    /// How the module was compiled, an external term.
    pub fn compile_info(&self) -> Option<&'a [u8]> {
        self.chunk(*b"CInf")
    }

    fn table<R: Record>(&self, tag: Tag) -> Result<Table<'a, R>, BeamError> {
        self.find(tag).map_or(Ok(Table::default()), Table::new)
    }
}

impl<'a> Chunk<'a> {
    const fn cursor(&self) -> Cursor<'a> {
        Cursor::new(self.data, self.offset)
    }
}

/// Iterates over the chunks of a file.
#[derive(Clone, Debug)]
pub struct Chunks<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Chunks<'a> {
    /// Reads the chunk at `position`; `None` at the end or where only zeros are left.
    fn advance(&mut self) -> Result<Option<Chunk<'a>>, BeamError> {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        // A chunk may not be called four zero bytes: those are padding, and must be so up to the end.
        if rest.iter().take(4).all(|byte| *byte == 0) && rest.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let mut cursor = Cursor::new(rest, self.position);
        let tag = cursor.array()?;
        let size = cursor.u32()? as usize;
        let offset = cursor.offset();
        let data = cursor.take(size)?;
        self.position = cursor.offset() + (size.wrapping_neg() & 3).min(cursor.rest().len());
        Ok(Some(Chunk { tag, offset, data }))
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        self.advance().ok().flatten()
    }
}

//! A module as its file gives it, with every index checked that needs no code.
//!
//! Invariant: pure. Nothing here touches a process, a table of the machine or its heap; the bytes decide the result.
//! Deliberately absent: the code itself (`lower`), and making terms of literals (`link`).

pub mod error;
pub mod records;
pub mod rule;

use alloc::string::String;
use alloc::vec::Vec;

use packbeam::chunk::{Beam, Code, Fun, Function, Import, LineItem, Literals};

pub use error::{LoadError, LoadFault};
use records::RecordDefinition;
pub use rule::Rule;

/// A module's tables.
#[derive(Debug)]
pub struct Source<'a> {
    /// Atoms; the first is the module's name. Number 1 stands at index 0.
    pub atoms: Vec<String>,
    /// The instructions.
    pub code: Code<'a>,
    /// Bytes that instructions point into.
    pub strings: &'a [u8],
    /// Functions of other modules.
    pub imports: Vec<Import>,
    /// Functions others may call.
    pub exports: Vec<Function>,
    /// Bodies of funs.
    pub lambdas: Vec<Fun>,
    /// Literals as external terms.
    pub literals: Literals<'a>,
    /// Where each literal begins and ends in the literals' bytes.
    pub literal_count: usize,
    /// Line items, numbered from 1.
    pub lines: Vec<LineItem>,
    /// Source files, numbered from 0; the first is the module's own.
    pub files: Vec<String>,
    /// Native records it defines.
    pub records: Vec<RecordDefinition>,
    /// The `Attr` chunk.
    pub attributes: &'a [u8],
    /// The `CInf` chunk.
    pub compile_info: &'a [u8],
}

impl<'a> Source<'a> {
    /// Reads the tables of a `.beam` file.
    ///
    /// # Errors
    /// When the file is no module, or a table refers to what is not there.
    pub fn parse(bytes: &'a [u8]) -> Result<Source<'a>, LoadError> {
        let beam = Beam::parse(bytes)?;
        let atoms: Vec<String> = beam.atoms()?.iter().map(|atom| atom.chars().collect()).collect();
        let literals = beam.literals()?;
        let lines = beam.lines()?;
        let mut source = Source {
            code: beam.code()?,
            strings: beam.strings(),
            imports: beam.imports()?.iter().collect(),
            exports: beam.exports()?.iter().collect(),
            lambdas: beam.funs()?.iter().collect(),
            literal_count: literals.iter().count(),
            literals,
            lines: lines.map(|lines| lines.iter().collect()).unwrap_or_default(),
            files: source_files(&atoms, lines),
            records: Vec::new(),
            attributes: beam.attributes().unwrap_or_default(),
            compile_info: beam.compile_info().unwrap_or_default(),
            atoms,
        };
        source.check()?;
        if let Some(chunk) = beam.find(*b"Recs") {
            let records = source.read_records(chunk.data);
            source.records = records.map_err(|fault| fault.at(source.name(), chunk.offset))?;
        }
        Ok(source)
    }

    /// The module's name.
    pub fn name(&self) -> &str {
        self.atoms.first().map_or("?", String::as_str)
    }

    /// The name of an atom number of this module.
    pub fn atom(&self, number: u32) -> Option<&str> {
        self.atoms.get((number as usize).checked_sub(1)?).map(String::as_str)
    }

    fn check(&self) -> Result<(), LoadError> {
        let at = |fault: LoadFault| fault.at(self.name(), self.code.offset);
        if self.atoms.is_empty() {
            return Err(at(LoadFault::NoName));
        }
        let header = self.code.header;
        if header.version != 0 || header.max_opcode > crate::code::ops::ALL.len() as u32 {
            return Err(at(LoadFault::TooNew(header.max_opcode)));
        }
        let names = self
            .imports
            .iter()
            .flat_map(|import| [import.module, import.function])
            .chain(self.exports.iter().map(|export| export.function))
            .chain(self.lambdas.iter().map(|lambda| lambda.function));
        for number in names {
            if self.atom(number).is_none() {
                return Err(at(LoadFault::NoAtom(number)));
            }
        }
        let arities = self.imports.iter().map(|import| import.arity);
        let arities = arities.chain(self.exports.iter().map(|export| export.arity));
        let arities = arities.chain(self.lambdas.iter().map(|lambda| lambda.arity));
        for arity in arities {
            if arity > u32::from(u8::MAX) {
                return Err(at(LoadFault::Arity(arity)));
            }
        }
        if let Some(lambda) = self.lambdas.iter().find(|lambda| lambda.num_free > lambda.arity) {
            return Err(at(LoadFault::Arity(lambda.num_free)));
        }
        Ok(())
    }
}

/// The module's own file, as far as its name tells, and those its line table names; an empty name is the module's own.
fn source_files(atoms: &[String], lines: Option<packbeam::chunk::Lines<'_>>) -> Vec<String> {
    let mut own = atoms.first().cloned().unwrap_or_default();
    own.push_str(".erl");
    let mut files = alloc::vec![own];
    for name in lines.iter().flat_map(|lines| lines.files()) {
        let file =
            if name.is_empty() { files[0].clone() } else { String::from_utf8_lossy(name).into_owned() };
        files.push(file);
    }
    files
}

//! The files of a program: modules and packs, checked, and where to start.
//!
//! Invariant: a program handed out is made of files that could be read to their end.
//! Deliberately absent: loading. That is the machine's, which also checks the code itself.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use packbeam::{Beam, BeamError, Pack, PackError, Section, gzip};

use crate::spelling;

/// The files of a program.
#[derive(Debug, Default)]
pub struct Program {
    /// In the order they were given.
    pub files: Vec<File>,
    modules: Vec<Module>,
}

/// A file of a program.
#[derive(Debug)]
pub struct File {
    /// Where it came from.
    pub path: PathBuf,
    /// Its bytes, not compressed as a whole.
    pub bytes: Vec<u8>,
    /// Whether it is a pack or a module.
    pub is_pack: bool,
}

/// A module of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Module {
    name: String,
    /// Whether the program may begin in it without being told to.
    begins: bool,
    has_start: bool,
    has_main: bool,
}

/// The function a program begins with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its module.
    pub module: String,
    /// Whether it is `main/1`, which takes arguments, and not `start/0`.
    pub takes_arguments: bool,
}

/// Why there is no program.
#[derive(Debug)]
pub enum ProgramError {
    /// A file cannot be read.
    Read(PathBuf, io::Error),
    /// A file is neither a module nor a pack.
    Unknown(PathBuf),
    /// A module is broken.
    Beam(PathBuf, BeamError),
    /// A pack is broken.
    Pack(PathBuf, PackError),
    /// A directory that has no pack.
    NoPack(PathBuf),
    /// A directory that has several packs, none of which is named like it.
    ManyPacks(PathBuf, Vec<String>),
    /// No module is one to begin in: the modules that could be, and all others.
    NoEntry {
        /// They export `start/0` or `main/1`, but the pack does not say that one of them is to be entered.
        could: Vec<String>,
        /// They do not.
        others: Vec<String>,
    },
    /// The module that was asked for does not export `start/0` or `main/1`.
    NotAnEntry(String),
    /// There is no module of that name; one like it, and all there are.
    NoModule(String, Option<String>, Vec<String>),
}

impl fmt::Display for ProgramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Unknown(path) => {
                write!(f, "{}: neither a compiled module nor a pack", path.display())
            }
            Self::Beam(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Pack(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoPack(path) => write!(f, "{}: there is no pack in this directory", path.display()),
            Self::ManyPacks(path, packs) => {
                write!(f, "{}: which pack is meant: {}?", path.display(), packs.join(", "))
            }
            Self::NoEntry { could, .. } if !could.is_empty() => {
                f.write_str("the program does not say in which module it begins")
            }
            Self::NoEntry { .. } => f.write_str("no module exports start/0 or main/1"),
            Self::NotAnEntry(module) => write!(f, "module {module} exports neither start/0 nor main/1"),
            Self::NoModule(module, ..) => write!(f, "there is no module {module}"),
        }
    }
}

impl std::error::Error for ProgramError {}

impl Program {
    /// Reads files, in this order.
    ///
    /// # Errors
    /// When one cannot be read, or is no sound module or pack.
    pub fn read(paths: &[PathBuf]) -> Result<Program, ProgramError> {
        let mut program = Program::default();
        for path in paths {
            let bytes = fs::read(path).map_err(|error| ProgramError::Read(path.clone(), error))?;
            program.add(path, bytes)?;
        }
        Ok(program)
    }

    fn add(&mut self, path: &Path, bytes: Vec<u8>) -> Result<(), ProgramError> {
        let pack_error = |error| ProgramError::Pack(path.to_owned(), error);
        let is_pack = bytes.starts_with(b"#!");
        let bytes = if is_pack { bytes } else { plain(path, bytes)? };
        if is_pack {
            for section in Pack::parse(&bytes).map_err(pack_error)?.sections() {
                let section = section.map_err(pack_error)?;
                if section.is_code() {
                    self.modules.push(module_of(path, &section)?);
                }
            }
        } else {
            self.modules.push(module(path, &bytes)?);
        }
        self.files.push(File { path: path.to_owned(), bytes, is_pack });
        Ok(())
    }

    /// The names of its modules, in the order of the files.
    pub fn modules(&self) -> Vec<String> {
        self.modules.iter().map(|module| module.name.clone()).collect()
    }

    /// Where it begins: in the module asked for, else in the first that can be begun in.
    ///
    /// # Errors
    /// When there is no such module.
    pub fn entry(&self, wanted: Option<&str>) -> Result<Entry, ProgramError> {
        let can_begin = |module: &&Module| module.has_start || module.has_main;
        let begins = |module: &&Module| module.begins && can_begin(module);
        let module = match wanted {
            Some(wanted) => {
                let module = self.modules.iter().find(|module| module.name == wanted);
                let module = module.ok_or_else(|| self.no_module(wanted))?;
                Some(module).filter(can_begin).ok_or_else(|| ProgramError::NotAnEntry(wanted.to_owned()))?
            }
            None => {
                let names =
                    |modules: Vec<&Module>| modules.iter().map(|module| module.name.clone()).collect();
                let (could, others) = self.modules.iter().partition(can_begin);
                let none = || ProgramError::NoEntry { could: names(could), others: names(others) };
                self.modules.iter().find(begins).ok_or_else(none)?
            }
        };
        Ok(Entry { module: module.name.clone(), takes_arguments: !module.has_start })
    }

    /// The error that there is no module of that name.
    pub fn no_module(&self, wanted: &str) -> ProgramError {
        let modules = self.modules();
        let nearest = spelling::nearest(wanted, modules.iter().map(String::as_str)).map(str::to_owned);
        ProgramError::NoModule(wanted.to_owned(), nearest, modules)
    }
}

/// The pack of a directory: the one named like it, or the only one.
///
/// # Errors
/// When there is none, or more than one and none of them is named like the directory.
pub fn pack_of(directory: &Path) -> Result<PathBuf, ProgramError> {
    let read_error = |error| ProgramError::Read(directory.to_owned(), error);
    let mut packs = vec![];
    for entry in fs::read_dir(directory).map_err(read_error)? {
        let path = entry.map_err(read_error)?.path();
        if path.extension().is_some_and(|extension| extension == "avm") {
            packs.push(path);
        }
    }
    packs.sort();
    // The path may be `.`, whose name only the file system knows.
    let name = directory.canonicalize().map_err(read_error)?;
    if let Some(named) = packs.iter().find(|pack| pack.file_stem() == name.file_name()) {
        return Ok(named.clone());
    }
    match packs.as_slice() {
        [] => Err(ProgramError::NoPack(directory.to_owned())),
        [pack] => Ok(pack.clone()),
        _ => {
            let names = packs.iter().filter_map(|pack| pack.file_name());
            let names = names.map(|name| name.to_string_lossy().into_owned()).collect();
            Err(ProgramError::ManyPacks(directory.to_owned(), names))
        }
    }
}

/// A module as it is in memory: not compressed as a whole.
fn plain(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, ProgramError> {
    let compressed = bytes.starts_with(&[0x1f, 0x8b]);
    if !compressed && !bytes.starts_with(b"FOR1") {
        return Err(ProgramError::Unknown(path.to_owned()));
    }
    let plain = gzip::decompressed(&bytes).map_err(|error| ProgramError::Beam(path.to_owned(), error))?;
    Ok(plain.into_owned())
}

/// A module of a pack; its name is the section's, whatever the code says.
fn module_of(path: &Path, section: &Section<'_>) -> Result<Module, ProgramError> {
    let module = module(path, section.data).map_err(|error| match error {
        ProgramError::Beam(path, mut error) => {
            error.offset += section.offset;
            ProgramError::Beam(path.join(section.name), error)
        }
        other => other,
    })?;
    let name = section.module().unwrap_or(section.name).to_owned();
    Ok(Module { name, begins: section.is_start(), ..module })
}

fn module(path: &Path, bytes: &[u8]) -> Result<Module, ProgramError> {
    let read = || -> Result<Module, BeamError> {
        let beam = Beam::parse(bytes)?;
        let atoms = beam.atoms()?;
        let name = atoms.module().map(|name| name.chars().collect()).unwrap_or_default();
        let number = |text: &str| atoms.iter().position(|atom| atom == *text).map(|index| index as u32 + 1);
        let (start, main) = (number("start"), number("main"));
        let exports = beam.exports()?;
        let exported = |atom: Option<u32>, arity| {
            atom.is_some_and(|atom| {
                exports.iter().any(|export| (export.function, export.arity) == (atom, arity))
            })
        };
        Ok(Module { name, begins: true, has_start: exported(start, 0), has_main: exported(main, 1) })
    };
    read().map_err(|error| ProgramError::Beam(path.to_owned(), error))
}

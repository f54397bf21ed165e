//! A pack that is read as far as it is sound.
//!
//! Invariant: what is wrong with a pack is said with its offset, and what stands before it is used all the same.

use std::fs;
use std::path::{Path, PathBuf};

use packbeam::{Pack, PackError, Section};
use sim::program::ProgramError;

use crate::say::Failure;

/// The bytes of a pack.
pub struct PackFile {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl PackFile {
    /// Reads a file that begins as a pack does.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::file(path, &error))?;
        if bytes.starts_with(b"FOR1") {
            let failure = Failure::new(format!("{}: this is a module, not a pack", path.display()));
            return Err(failure.advise(format!("`avm disasm {}` shows its code", path.display())));
        }
        let pack = PackFile { path: path.to_owned(), bytes };
        match pack.bytes.starts_with(b"#!") {
            true => pack.pack().map(drop)?,
            false => return Err(ProgramError::Unknown(path.to_owned()).into()),
        }
        Ok(pack)
    }

    /// Where it was read.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All bytes of the file, whatever stands behind the pack included.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The pack.
    pub fn pack(&self) -> Result<Pack<'_>, Failure> {
        Pack::parse(&self.bytes).map_err(|error| self.failure(error))
    }

    /// The sections that are sound, and what is wrong behind them.
    pub fn sections(&self) -> (Vec<Section<'_>>, Option<PackError>) {
        let mut sections = vec![];
        for section in Pack::parse(&self.bytes).into_iter().flat_map(|pack| pack.sections()) {
            match section {
                Ok(section) => sections.push(section),
                Err(error) => return (sections, Some(error)),
            }
        }
        (sections, None)
    }

    /// What is wrong, said.
    pub fn failure(&self, error: PackError) -> Failure {
        ProgramError::Pack(self.path.clone(), error).into()
    }
}

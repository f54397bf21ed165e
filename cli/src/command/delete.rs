//! `avm delete`: a pack without some of what is in it.
//!
//! Invariant: the pack appears whole or not at all, even where it takes the place of the one that was read.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use packbeam::Builder;

use crate::contents::PackFile;
use crate::replace::replace;
use crate::say::{self, Failure};

/// Leave modules and files out of a pack.
#[derive(Args)]
#[command(after_help = "Examples:
  avm delete app.avm old.beam
  avm delete app.avm my_app/priv/page.html --out smaller.avm")]
pub struct Delete {
    /// The pack to write; else the one that is read.
    #[arg(short, long, value_name = "PACK")]
    out: Option<PathBuf>,
    /// The pack.
    pack: PathBuf,
    /// Names of what goes, as `avm list` shows them.
    #[arg(required = true)]
    names: Vec<String>,
}

impl Delete {
    /// Deletes.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let file = PackFile::read(&self.pack)?;
        check_names(&file, &self.names)?;
        delete(&file, &self.names, self.out.as_deref().unwrap_or(&self.pack))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes a pack without those names.
pub fn delete(file: &PackFile, names: &[String], out: &Path) -> Result<(), Failure> {
    let mut builder = Builder::new();
    builder.add_pack(file.pack()?).map_err(|error| say::unpackable(file.path(), error))?;
    builder.retain(|section| !names.iter().any(|name| name == section.name));
    replace(out, &builder.finish()).map_err(|error| Failure::file(out, &error))
}

/// Fails if a name is in no section of the pack.
pub fn check_names(file: &PackFile, names: &[String]) -> Result<(), Failure> {
    let (sections, _) = file.sections();
    let known = || sections.iter().map(|section| section.name);
    let Some(name) = names.iter().find(|name| known().all(|known| known != name.as_str())) else {
        return Ok(());
    };
    let failure = Failure::new(format!("{}: there is no {name} in it", file.path().display()));
    Err(match sim::spelling::nearest(name, known()) {
        Some(nearest) => failure.advise(format!("did you mean {nearest}?")),
        None => failure.advise(format!("`avm list {}` shows what there is", file.path().display())),
    })
}

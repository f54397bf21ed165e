//! `avm extract`: the modules and files of a pack, as files.
//!
//! Invariant: nothing is written outside the output folder: names that climb or begin at a root are refused, and so is a
//! folder on the way that is a link.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use packbeam::Section;

use crate::command::delete::check_names;
use crate::contents::PackFile;
use crate::replace::replace;
use crate::say::Failure;

/// Write the modules and files of a pack into a folder.
///
/// What is written is said. Nothing is written outside the folder, whatever a pack calls its files.
#[derive(Args)]
#[command(after_help = "Examples:
  avm extract app.avm                         (everything, here)
  avm extract app.avm gpio.beam --out modules
  avm extract app.avm my_app/priv/page.html")]
pub struct Extract {
    /// The folder to write into.
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
    /// The pack.
    pack: PathBuf,
    /// Names of what is wanted, as `avm list` shows them; else everything.
    names: Vec<String>,
}

impl Extract {
    /// Extracts.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let file = PackFile::read(&self.pack)?;
        check_names(&file, &self.names)?;
        fs::create_dir_all(&self.out).map_err(|error| Failure::file(&self.out, &error))?;
        extract(&file, &self.names, &self.out)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes what is sound, and then fails for the first thing that is not.
pub fn extract(file: &PackFile, names: &[String], out: &Path) -> Result<(), Failure> {
    let (sections, broken) = file.sections();
    println!("Writing to {} ...", out.display());
    let mut first_failure = broken.map(|error| file.failure(error));
    let mut seen = BTreeSet::new();
    for section in sections {
        // Of two of a name the first is the one that programs find.
        let is_wanted = names.is_empty() || names.iter().any(|name| name == section.name);
        if !is_wanted || !seen.insert(section.name) {
            continue;
        }
        match write(file, &section, out) {
            Ok(()) => println!("x {}", section.name),
            Err(failure) => first_failure = first_failure.or(Some(failure)),
        }
    }
    first_failure.map_or(Ok(()), Err)
}

fn write(file: &PackFile, section: &Section<'_>, out: &Path) -> Result<(), Failure> {
    let bytes = match section.is_code() {
        true => section.data,
        false => section.file().map_err(|error| file.failure(error))?,
    };
    let place = place(section.name, out).map_err(|why| {
        Failure::new(format!("{}: {}: {why}", file.path().display(), section.name))
            .advise("it was not written; the pack is not from a tool to be trusted")
    })?;
    replace(&place, bytes).map_err(|error| Failure::file(&place, &error))
}

/// Where a section is written: below the folder, whose folders are made.
fn place(name: &str, out: &Path) -> Result<PathBuf, String> {
    let parts: Vec<&str> = name.split('/').collect();
    // A backslash or a colon begins a path elsewhere on another system.
    let is_safe = |part: &&str| !matches!(*part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    if !parts.iter().all(is_safe) {
        return Err("the name leads out of the folder".to_owned());
    }
    let (last, folders) = parts.split_last().ok_or("there is no name")?;
    let mut place = out.to_owned();
    for folder in folders {
        place.push(folder);
        match fs::symlink_metadata(&place) {
            Ok(kind) if kind.is_dir() => {}
            Ok(_) => return Err(format!("{} is not a folder", place.display())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&place).map_err(|error| error.to_string())?;
            }
            Err(error) => return Err(error.to_string()),
        }
    }
    place.push(last);
    Ok(place)
}

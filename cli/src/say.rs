//! An error becomes what went wrong, where, and what to try.
//!
//! Invariant: only this file and the commands compose prose; the exit code of a failure is 2,
//! but where another tool's is kept.

use std::fmt::Display;
use std::io::{self, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use packbeam::{BeamFault, BuildError};
use sim::program::ProgramError;

use crate::analysis::target::Target;

/// The exit code of a command that could not do what it was told.
const FAILED: u8 = 2;

/// Of a longer list only so many names are said.
const NAMES_SAID: usize = 12;

/// A command could not do what it was told.
#[derive(Debug)]
pub struct Failure {
    what: String,
    advice: Option<String>,
    exit_code: u8,
}

impl Failure {
    /// What went wrong, and where.
    pub fn new(what: impl Display) -> Self {
        Failure { what: what.to_string(), advice: None, exit_code: FAILED }
    }

    /// What to try.
    pub fn advise(self, advice: impl Display) -> Self {
        Failure { advice: Some(advice.to_string()), ..self }
    }

    /// The exit code it has, if it is another than usual.
    pub fn exits(self, exit_code: u8) -> Self {
        Failure { exit_code, ..self }
    }

    /// A file cannot be read or written.
    pub fn file(path: &Path, error: &io::Error) -> Self {
        if error.kind() != io::ErrorKind::NotFound {
            return Failure::new(format!("{}: {error}", path.display()));
        }
        let failure = Failure::new(format!("{}: there is no such file or directory", path.display()));
        match nearest_file(path) {
            Some(nearest) => failure.advise(format!("did you mean {}?", nearest.display())),
            None => failure,
        }
    }

    /// Says it on standard error.
    pub fn say(self) -> ExitCode {
        eprintln!("avm: {}", self.what);
        if let Some(advice) = self.advice {
            eprintln!("     {advice}");
        }
        ExitCode::from(self.exit_code)
    }
}

/// Writes to standard output; whoever reads may stop reading.
pub fn print(text: &str) -> Result<(), Failure> {
    stdout().write_all(text.as_bytes()).or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::new(error)),
    })
}

/// The file in the same directory whose name is nearest.
fn nearest_file(path: &Path) -> Option<PathBuf> {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    let entries = directory.unwrap_or(Path::new(".")).read_dir().ok()?;
    let names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    let nearest = sim::spelling::nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(path.with_file_name(nearest))
}

/// Names with commas between them; of many only the first.
pub fn names(names: &[String]) -> String {
    let said = names.iter().take(NAMES_SAID).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMES_SAID) {
        0 => said,
        more => format!("{said} and {more} more"),
    }
}

impl From<ProgramError> for Failure {
    fn from(error: ProgramError) -> Self {
        let failure = Failure::new(&error);
        match error {
            ProgramError::Read(path, error) => Failure::file(&path, &error),
            ProgramError::Unknown(path) => failure.advise(advice_on_unknown(&path)),
            ProgramError::Beam(_, error) if error.fault == BeamFault::Truncated => {
                failure.advise("the file was cut off: compile or copy it again")
            }
            ProgramError::Beam(..) => failure.advise("compile it again, with erlc of OTP 21 or later"),
            ProgramError::Pack(..) => failure.advise("make the pack again with `avm pack`"),
            ProgramError::NoPack(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
                let pack = path.join(format!("{name}.avm"));
                failure.advise(format!("`avm pack {} {name}.beam` would make one", pack.display()))
            }
            ProgramError::ManyPacks(..) => failure.advise("name the pack instead of the directory"),
            ProgramError::NoEntry { could, .. } if !could.is_empty() => {
                failure.advise(format!("--start MODULE says it: {}", names(&could)))
            }
            ProgramError::NoEntry { others, .. } if others.is_empty() => failure.advise("it has no modules"),
            ProgramError::NoEntry { others, .. } => {
                failure.advise(format!("export start/0 from one of its modules: {}", names(&others)))
            }
            ProgramError::NotAnEntry(module) => failure.advise(format!("export start/0 from {module}")),
            ProgramError::NoModule(_, Some(nearest), _) => failure.advise(format!("did you mean {nearest}?")),
            ProgramError::NoModule(_, None, modules) => {
                failure.advise(format!("there are {}", names(&modules)))
            }
        }
    }
}

fn advice_on_unknown(path: &Path) -> String {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("erl") => format!("compile it first: erlc {}", path.display()),
        Some("ex" | "exs") => format!("compile it first: elixirc {}", path.display()),
        Some("gleam") => "compile it first: gleam build".to_owned(),
        _ => "a module is what a compiler makes (.beam), a pack what `avm pack` makes (.avm)".to_owned(),
    }
}

/// What runs a program: our machine, or a release of AtomVM on a platform.
pub fn target(atomvm: Option<&str>, platform: Option<&str>) -> Result<Target, Failure> {
    Target::of(atomvm, platform).ok_or_else(|| {
        let release = atomvm.unwrap_or_default();
        Failure::new(format!("{release} is no release of AtomVM")).advise("one is 0.6.6, or 0.7")
    })
}

/// Something cannot be put into a pack; the path says what.
pub fn unpackable(path: &Path, error: BuildError) -> Failure {
    match error {
        BuildError::Beam(error) => ProgramError::Beam(path.to_owned(), error).into(),
        BuildError::Pack(error) => ProgramError::Pack(path.to_owned(), error).into(),
        other => Failure::new(format!("{}: {other}", path.display())),
    }
}

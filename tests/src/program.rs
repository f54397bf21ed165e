//! The programs under `tests/programs`: source, compiled code, and what OTP prints.
//!
//! Invariants: a program is `<room>/<name>.erl`, its module is `<name>`, it exports `start/0`, which prints
//! the text of `<room>/<name>.expect` and returns `ok`; `<room>/otp<N>/<name>.beam` is that source
//! compiled for OTP `N`, for each of [`OTPS`]; names are unique over all rooms.
//! Reports of crashed processes are no part of the expected text; its lines end with a line feed alone,
//! though OTP's `erlang:display/1` puts a carriage return before it.
//!
//! Nothing is compiled or run here: `programs/expect.sh` makes the files, the tests use them.

use std::fs;
use std::path::{Path, PathBuf};

/// The OTP releases whose instructions the code checked in beside each program is made of.
///
/// 22 is OTP 25's compiler told to keep to what OTP 22 knew; the others are the compilers of their release.
pub const OTPS: [u32; 4] = [22, 25, 27, 29];

/// One small Erlang program and where its files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The subject it belongs to: the folder it lies in.
    pub room: String,
    /// Its module, and the name of its files.
    pub name: String,
    /// The Erlang source.
    pub source: PathBuf,
    /// The text it prints.
    pub expect: PathBuf,
}

impl Program {
    /// The file of compiled code for OTP `otp`, one of [`OTPS`].
    pub fn beam(&self, otp: u32) -> PathBuf {
        self.source.with_file_name(format!("otp{otp}")).join(&self.name).with_extension("beam")
    }

    /// The text the program prints, in full.
    ///
    /// # Panics
    /// When the file is missing or is no UTF-8: the tree of programs is broken.
    pub fn expected(&self) -> String {
        fs::read_to_string(&self.expect).unwrap_or_else(|error| panic!("{}: {error}", self.expect.display()))
    }
}

/// Every program, sorted by room and name.
///
/// # Panics
/// When the folder of programs cannot be read.
pub fn programs() -> Vec<Program> {
    let mut found: Vec<Program> = entries(&folder())
        .into_iter()
        .filter(|path| path.is_dir())
        .flat_map(|room| entries(&room))
        .filter(|path| path.extension().is_some_and(|extension| extension == "erl"))
        .map(|source| program(&source))
        .collect();
    found.sort_by(|a, b| (&a.room, &a.name).cmp(&(&b.room, &b.name)));
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("programs")
}

fn program(source: &Path) -> Program {
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    Program {
        room: text(source.parent().and_then(Path::file_name)),
        name: text(source.file_stem()),
        source: source.to_owned(),
        expect: source.with_extension("expect"),
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    listed.unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
}

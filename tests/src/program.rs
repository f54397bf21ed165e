//! The programs under `tests/programs`: source, compiled code, and what OTP prints.
//!
//! Invariants: a program is `<room>/<name>.erl`, its module is `<name>`, it exports `start/0`, which prints
//! the text of `<room>/<name>.expect` and returns `ok`; `<room>/otp<N>/<name>.beam` is that source
//! compiled for OTP `N`, for each of [`Program::otps`]; names are unique over all rooms.
//! `<name>.S`, where it is there, is that program once more in instructions of OTP 21 that no compiler at hand
//! writes any more; its code lies in `otp21`. A room `since<N>` holds what compilers before OTP `N` cannot compile, or compile to code that says less.
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
    /// The releases whose code there is of this program.
    pub fn otps(&self) -> Vec<u32> {
        let first = self.room.strip_prefix("since").and_then(|otp| otp.parse().ok()).unwrap_or(0);
        let assembled = self.source.with_extension("S").exists().then_some(21);
        assembled.into_iter().chain(OTPS.into_iter().filter(|&otp| otp >= first)).collect()
    }

    /// The files of compiled code.
    pub fn beams(&self) -> Vec<PathBuf> {
        self.otps().into_iter().map(|otp| self.beam(otp)).collect()
    }

    /// The file of compiled code for OTP `otp`, one of [`Program::otps`].
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

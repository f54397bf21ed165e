//! Writing a file so that it is there whole or not at all.
//!
//! Invariant: what was there before stays until its successor is written to its end; a link that had the name is
//! replaced, not followed.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::process;

/// Writes beside the file and then takes its name.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().map(OsStr::to_owned).unwrap_or_default();
    name.push(format!(".{}.tmp", process::id()));
    let beside = path.with_file_name(name);
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        // It may not even have been made.
        let _ = fs::remove_file(&beside);
    })
}

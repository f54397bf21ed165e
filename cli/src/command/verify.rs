//! `avm verify`: whether a pack is, byte for byte, as the format says.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::verify::{Flaw, verify};
use serde_json::json;

use crate::say::{Failure, print};
use crate::treemap::counted;

/// Say where a pack is not as the format says.
///
/// That is: sizes, alignment, padding, modules, the end and what stands behind it. The exit code is 1 if a runtime may fail for it.
#[derive(Args)]
#[command(after_help = "Examples:\n  avm verify app.avm\n  avm verify --json app.avm | jq '.flaws[].offset'")]
pub struct Verify {
    /// The pack.
    pack: PathBuf,
    /// As JSON: the size, and a list of flaws with offset, section, what and whether it is serious.
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Verifies.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let bytes = fs::read(&self.pack).map_err(|error| Failure::file(&self.pack, &error))?;
        let flaws = verify(&bytes);
        print(&if self.json { json_text(&flaws, bytes.len()) } else { text(&flaws, bytes.len()) })?;
        let is_serious = flaws.iter().any(|flaw| flaw.kind.is_serious());
        Ok(ExitCode::from(u8::from(is_serious)))
    }
}

fn text(flaws: &[Flaw], size: usize) -> String {
    let mut text = String::new();
    for Flaw { offset, section, kind } in flaws {
        let severity = if kind.is_serious() { "error" } else { "warning" };
        let section = section.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{severity}: {section}{kind} at offset {offset:#x} ({offset})");
    }
    let found = if flaws.is_empty() { "sound".to_owned() } else { counted(flaws.len(), "flaw") };
    let _ = writeln!(text, "{found}; {size} bytes");
    text
}

fn json_text(flaws: &[Flaw], size: usize) -> String {
    let flaws = flaws.iter().map(|Flaw { offset, section, kind }| {
        json!({ "offset": offset, "section": section, "what": kind.to_string(), "serious": kind.is_serious() })
    });
    let all = json!({ "size": size, "flaws": flaws.collect::<Vec<_>>() });
    format!("{all:#}\n")
}

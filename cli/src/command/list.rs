//! `avm list`: what is in a pack.

use std::fs;
use std::io::{self, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::{Pack, Section};
use serde_json::json;
use sim::program::ProgramError;

use crate::say::Failure;

/// Show what is in a pack, in its order.
#[derive(Args)]
#[command(after_help = "Examples:\n  avm list blinky.avm\n  avm list --json blinky.avm | jq -r '.[].name'")]
pub struct List {
    /// The pack.
    pack: PathBuf,
    /// As JSON: a list of objects with name, kind, start and size.
    #[arg(long)]
    json: bool,
}

impl List {
    /// Lists it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let bytes = fs::read(&self.pack).map_err(|error| Failure::file(&self.pack, &error))?;
        if bytes.starts_with(b"FOR1") {
            let failure = Failure::new(format!("{}: this is a module, not a pack", self.pack.display()));
            return Err(failure.advise(format!("`avm disasm {}` shows its code", self.pack.display())));
        }
        if !bytes.starts_with(b"#!") {
            return Err(ProgramError::Unknown(self.pack).into());
        }
        let sections = Pack::parse(&bytes).and_then(|pack| pack.sections().collect::<Result<Vec<_>, _>>());
        let sections = sections.map_err(|error| ProgramError::Pack(self.pack.clone(), error))?;
        let written = if self.json { write_json(&sections) } else { write_table(&sections) };
        // Whoever reads may stop reading.
        written.or_else(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(Failure::new(error)),
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

fn kind(section: &Section<'_>) -> &'static str {
    if section.is_code() { "module" } else { "file" }
}

/// A plain file's own size, where it is sound; else what the section holds.
fn size(section: &Section<'_>) -> usize {
    section.file().map_or(section.data.len(), <[u8]>::len)
}

fn write_table(sections: &[Section<'_>]) -> io::Result<()> {
    let width = sections.iter().map(|section| section.name.chars().count()).max().unwrap_or(0);
    let mut output = stdout().lock();
    for section in sections {
        let start = if section.is_start() { "  start" } else { "" };
        let (name, kind, size) = (section.name, kind(section), size(section));
        writeln!(output, "{name:<width$}  {kind:<6}  {size:>8}{start}")?;
    }
    Ok(())
}

fn write_json(sections: &[Section<'_>]) -> io::Result<()> {
    let objects: Vec<_> = sections
        .iter()
        .map(|section| {
            json!({
                "name": section.name,
                "kind": kind(section),
                "start": section.is_start(),
                "size": size(section),
            })
        })
        .collect();
    writeln!(stdout(), "{}", serde_json::to_string_pretty(&objects)?)
}

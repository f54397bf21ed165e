//! `avm list`: what is in a pack.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use packbeam::Section;
use serde_json::json;

use crate::contents::PackFile;
use crate::say::{Failure, print};

/// Show what is in a pack.
///
/// In its order: names, a star where a program may begin, sizes in bytes.
#[derive(Args)]
#[command(after_help = "Examples:
  avm list blinky.avm
  avm list --format csv blinky.avm
  avm list --tree app.avm
  avm list --json blinky.avm | jq -r '.[].name'")]
pub struct List {
    /// The pack.
    pack: PathBuf,
    /// How it is written; all but json as packbeam writes them.
    #[arg(short, long, value_enum, default_value = "default", conflicts_with = "json")]
    format: Format,
    /// As a tree of applications, folders and files.
    #[arg(long, conflicts_with_all = ["json", "format"])]
    tree: bool,
    /// As JSON: a list of objects with name, kind, start and size.
    #[arg(long)]
    json: bool,
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// `NAME * [SIZE]`.
    Default,
    /// A line of column names, then commas between them.
    Csv,
    /// Names alone.
    Bare,
    /// A list of objects.
    Json,
}

impl List {
    /// Lists it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let file = PackFile::read(&self.pack)?;
        let (sections, error) = file.sections();
        print(&match self.tree {
            true => tree(&sections),
            false => text(&sections, if self.json { Format::Json } else { self.format }),
        })?;
        error.map_or(Ok(ExitCode::SUCCESS), |error| Err(file.failure(error)))
    }
}

/// The sections in a format.
pub fn text(sections: &[Section<'_>], format: Format) -> String {
    match format {
        Format::Json => json_text(sections),
        Format::Csv => {
            "MODULE_NAME,IS_BEAM,IS_ENTRYPOINT,SIZE_BYTES\n".to_owned() + &lines(sections, csv_line)
        }
        Format::Default => lines(sections, default_line),
        Format::Bare => lines(sections, |section| section.name.to_owned()),
    }
}

fn lines(sections: &[Section<'_>], line: impl Fn(&Section<'_>) -> String) -> String {
    sections.iter().map(|section| line(section) + "\n").collect()
}

fn default_line(section: &Section<'_>) -> String {
    let star = if section.is_start() { " *" } else { "" };
    format!("{}{star} [{}]", section.name, section.data.len())
}

fn csv_line(section: &Section<'_>) -> String {
    format!("{},{},{},{}", section.name, section.is_code(), section.is_start(), section.data.len())
}

fn json_text(sections: &[Section<'_>]) -> String {
    let object = |section: &Section<'_>| {
        json!({
            "name": section.name,
            "kind": if section.is_code() { "module" } else { "file" },
            "start": section.is_start(),
            "size": size(section),
        })
    };
    let objects: Vec<_> = sections.iter().map(object).collect();
    format!("{:#}\n", serde_json::Value::from(objects))
}

/// A plain file's own size, where it is sound; else what the section holds.
fn size(section: &Section<'_>) -> usize {
    section.file().map_or(section.data.len(), <[u8]>::len)
}

/// Folders before what is in them, each level indented; modules by themselves first.
fn tree(sections: &[Section<'_>]) -> String {
    let mut folders: BTreeMap<&str, Vec<&Section<'_>>> = BTreeMap::new();
    for section in sections {
        let folder = section.name.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(section);
    }
    let mut text = String::new();
    let mut shown: Vec<&str> = vec![];
    for (folder, inside) in folders {
        let parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        let same = parts.iter().zip(&shown).take_while(|(one, other)| one == other).count();
        for (depth, part) in parts.iter().enumerate().skip(same) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{:1$}{part}/", "", depth * 2);
        }
        for section in inside {
            let name = section.name.rsplit('/').next().unwrap_or(section.name);
            let star = if section.is_start() { " *" } else { "" };
            let _ = writeln!(text, "{:1$}{name}{star} [{2}]", "", parts.len() * 2, size(section));
        }
        shown = parts;
    }
    text
}

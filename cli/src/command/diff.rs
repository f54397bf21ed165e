//! `avm diff`: what is different between two packs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::{Beam, Section};
use serde_json::json;

use crate::contents::PackFile;
use crate::library::exports;
use crate::say::{Failure, print};
use crate::treemap::taken;

/// Show what is different between two packs.
///
/// What is new stands behind +, what is gone behind -, what changed behind ~, with the functions that are exported or not any
/// more, and the chunks that differ. The exit code is 1 if anything is different.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  avm diff old.avm new.avm\n  avm diff --json old.avm new.avm | jq -r '.[].name'"
)]
pub struct Diff {
    /// The pack it was.
    old: PathBuf,
    /// The pack it is.
    new: PathBuf,
    /// As JSON: a list of objects with name, change, bytes and what.
    #[arg(long)]
    json: bool,
}

/// Something that is different.
struct Change<'p> {
    name: &'p str,
    mark: char,
    /// How many bytes more it takes.
    bytes: i64,
    what: Vec<String>,
}

impl Diff {
    /// Shows it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let (old, new) = (PackFile::read(&self.old)?, PackFile::read(&self.new)?);
        let ((old_sections, old_error), (new_sections, new_error)) = (old.sections(), new.sections());
        let changes = changes(&old_sections, &new_sections);
        print(&if self.json { json_text(&changes) } else { text(&changes) })?;
        match (old_error, new_error) {
            (Some(error), _) => Err(old.failure(error)),
            (None, Some(error)) => Err(new.failure(error)),
            (None, None) => Ok(ExitCode::from(u8::from(!changes.is_empty()))),
        }
    }
}

fn changes<'p>(old: &[Section<'p>], new: &[Section<'p>]) -> Vec<Change<'p>> {
    let (before, after) = (by_name(old), by_name(new));
    let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let mut changes: Vec<Change<'p>> = names
        .into_iter()
        .filter_map(|name| match (before.get(name), after.get(name)) {
            (Some(old), None) => Some(Change { name, mark: '-', bytes: -size(old), what: vec![] }),
            (None, Some(new)) => Some(Change { name, mark: '+', bytes: size(new), what: vec![] }),
            (Some(old), Some(new)) => {
                let what = differences(old, new);
                (!what.is_empty()).then(|| Change { name, mark: '~', bytes: size(new) - size(old), what })
            }
            (None, None) => None,
        })
        .collect();
    let order = |sections: &[Section<'p>], others: &BTreeMap<&str, &Section<'p>>| {
        sections
            .iter()
            .map(|section| section.name)
            .filter(|name| others.contains_key(name))
            .collect::<Vec<_>>()
    };
    if order(old, &after) != order(new, &before) {
        changes.push(Change {
            name: "",
            mark: '~',
            bytes: 0,
            what: vec!["the order of sections".to_owned()],
        });
    }
    changes
}

/// Of two of a name the first counts, which is the one that runs.
fn by_name<'s, 'p>(sections: &'s [Section<'p>]) -> BTreeMap<&'p str, &'s Section<'p>> {
    let mut named = BTreeMap::new();
    for section in sections {
        named.entry(section.name).or_insert(section);
    }
    named
}

fn size(section: &Section<'_>) -> i64 {
    taken(section) as i64
}

fn differences(old: &Section<'_>, new: &Section<'_>) -> Vec<String> {
    let mut what = vec![];
    if old.is_start() != new.is_start() {
        what.push(
            if new.is_start() { "may be started now" } else { "may not be started any more" }.to_owned(),
        );
    }
    if old.data == new.data {
        return what;
    }
    match (Beam::parse(old.data), Beam::parse(new.data)) {
        (Ok(old), Ok(new)) => {
            let (before, after) = (exports(&old), exports(&new));
            let listed = |mark: &str, functions: Vec<&(String, u32)>| {
                functions.iter().map(|(name, arity)| format!("{mark}{name}/{arity}")).collect::<Vec<_>>()
            };
            what.extend(listed("+", after.difference(&before).collect()));
            what.extend(listed("-", before.difference(&after).collect()));
            let tags: BTreeSet<[u8; 4]> = old.chunks().chain(new.chunks()).map(|chunk| chunk.tag).collect();
            let differing = tags.into_iter().filter(|tag| old.chunk(*tag) != new.chunk(*tag));
            what.extend(differing.map(|tag| String::from_utf8_lossy(&tag).into_owned()));
        }
        _ => what.push("its bytes".to_owned()),
    }
    what
}

fn text(changes: &[Change<'_>]) -> String {
    let mut text = String::new();
    for Change { name, mark, bytes, what } in changes {
        // Writing to a string cannot fail.
        let _ = match name.is_empty() {
            true => writeln!(text, "{mark} {}", what.join(", ")),
            false if what.is_empty() => writeln!(text, "{mark} {name} [{bytes:+}]"),
            false => writeln!(text, "{mark} {name} [{bytes:+}]: {}", what.join(", ")),
        };
    }
    text
}

fn json_text(changes: &[Change<'_>]) -> String {
    let object = |change: &Change<'_>| {
        let kind = match change.mark {
            '+' => "new",
            '-' => "gone",
            _ => "changed",
        };
        json!({ "name": change.name, "change": kind, "bytes": change.bytes, "what": change.what })
    };
    format!("{:#}\n", serde_json::Value::from(changes.iter().map(object).collect::<Vec<_>>()))
}

//! `avm size`: what takes the space in a pack.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::{Beam, Section};
use serde_json::json;

use crate::contents::PackFile;
use crate::say::{Failure, print};
use crate::treemap;

/// Show what takes the space in a pack.
///
/// Module by module, the largest first: code, literals, atoms, lines, and the rest.
#[derive(Args)]
#[command(after_help = "Examples:
  avm size app.avm
  avm size --map app.avm
  avm size --json app.avm | jq -r '.[] | select(.lines > 1000).name'")]
pub struct Size {
    /// The pack.
    pack: PathBuf,
    /// As a map.
    #[arg(long, conflicts_with = "json")]
    map: bool,
    /// As JSON: a list of objects with name, total and the parts.
    #[arg(long)]
    json: bool,
}

/// The bytes of a section, and what of it they are.
struct Row<'p> {
    name: &'p str,
    total: usize,
    code: usize,
    literals: usize,
    atoms: usize,
    lines: usize,
}

impl Size {
    /// Shows it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let file = PackFile::read(&self.pack)?;
        let (sections, error) = file.sections();
        let mut rows: Vec<Row<'_>> = sections.iter().map(row).collect();
        rows.sort_by(|one, other| other.total.cmp(&one.total).then(one.name.cmp(other.name)));
        print(&match (self.json, self.map) {
            (true, _) => json_text(&rows),
            (_, true) => treemap::of_pack(file.bytes()),
            _ => text(&rows),
        })?;
        error.map_or(Ok(ExitCode::SUCCESS), |error| Err(file.failure(error)))
    }
}

fn row<'p>(section: &Section<'p>) -> Row<'p> {
    let beam = Beam::parse(section.data).ok().filter(|_| section.is_code());
    let of = |tags: &[[u8; 4]]| {
        let chunks = beam.iter().flat_map(|beam| beam.chunks()).filter(|chunk| tags.contains(&chunk.tag));
        // A chunk has its tag and size before it, and is padded.
        chunks.map(|chunk| 8 + chunk.data.len().next_multiple_of(4)).sum()
    };
    Row {
        name: section.name,
        total: treemap::taken(section),
        code: of(&[*b"Code"]),
        literals: of(&[*b"LitU", *b"LitT", *b"StrT"]),
        atoms: of(&[*b"AtU8", *b"Atom"]),
        lines: of(&[*b"Line"]),
    }
}

impl Row<'_> {
    fn rest(&self) -> usize {
        self.total.saturating_sub(self.code + self.literals + self.atoms + self.lines)
    }

    fn numbers(&self) -> [usize; 6] {
        [self.total, self.code, self.literals, self.atoms, self.lines, self.rest()]
    }
}

fn text(rows: &[Row<'_>]) -> String {
    let heads = ["total", "code", "literals", "atoms", "lines", "rest"];
    let mut text = String::new();
    heads.iter().for_each(|head| text.push_str(&format!("{head:>9}")));
    text.push('\n');
    let mut sums = [0; 6];
    for row in rows {
        for (sum, number) in sums.iter_mut().zip(row.numbers()) {
            *sum += number;
            // Writing to a string cannot fail.
            let _ = write!(text, "{number:>9}");
        }
        let _ = writeln!(text, "  {}", row.name);
    }
    sums.iter().for_each(|sum| text.push_str(&format!("{sum:>9}")));
    text.push_str("  in all\n");
    text
}

fn json_text(rows: &[Row<'_>]) -> String {
    let object = |row: &Row<'_>| {
        json!({
            "name": row.name,
            "total": row.total,
            "code": row.code,
            "literals": row.literals,
            "atoms": row.atoms,
            "lines": row.lines,
            "rest": row.rest(),
        })
    };
    format!("{:#}\n", serde_json::Value::from(rows.iter().map(object).collect::<Vec<_>>()))
}

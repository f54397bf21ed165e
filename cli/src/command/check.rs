//! `avm check`: what would go wrong with a program on a board, before it is there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use packbeam::{Beam, Pack, Section, gzip};
use serde_json::json;
use sim::SimError;
use sim::board::Board;

use crate::analysis::check::{Checked, Elsewhere, Finding, Severity, check};
use crate::analysis::code::{Code, NameArity};
use crate::contents::PackFile;
use crate::input::{self, Reading};
use crate::recipe::Recipe;
use crate::say::{self, Failure, print};
use crate::treemap::counted;
use crate::{pull, search_path};

/// Say what would go wrong with a program.
///
/// That is: calls of functions that are not there, code that is too new, no place to begin, too large a pack, modules that are
/// never found or used. Calls are followed from where the program begins, also apply and spawn with known names; a call
/// in what seems not to be called is a warning. The exit code is 1 when there are errors.
#[derive(Args)]
#[command(after_help = "Examples:
  avm check app.avm
  avm check app.avm --board pico
  avm check app.avm --board esp32 --atomvm 0.6.6
  avm check --json app.avm | jq -r '.findings[].what'
  avm check ebin/*.beam                     (as if they were packed)")]
pub struct Check {
    /// A pack; or modules, packs and files that would be one.
    #[arg(required = true, value_name = "PACK")]
    files: Vec<PathBuf>,
    /// The board it is for: esp32, pico.
    #[arg(long, value_name = "BOARD")]
    board: Option<String>,
    /// Check against AtomVM of this version instead of the machine of avm.
    #[arg(long, value_name = "VERSION")]
    atomvm: Option<String>,
    /// As JSON: errors, warnings, the modules and the OTP each is of at least, and the findings.
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Checks.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let board = self.board.as_deref().map(board).transpose()?;
        let target = say::target(self.atomvm.as_deref(), board.map(|board| board.platform))?;
        let bytes = self.pack()?;
        let (sections, broken) = sections(&bytes);
        let Checked { mut findings, releases } = check(&sections, &target, &Otp::default());
        findings.extend(broken);
        let size = Pack::parse(&bytes).and_then(|pack| pack.size()).unwrap_or(bytes.len());
        findings.extend(board.and_then(|board| too_large(size, board)));
        findings.sort_by_key(|finding| finding.severity);
        print(&match self.json {
            true => json_text(&findings, &releases, size),
            false => text(&findings, &releases, size),
        })?;
        let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
        Ok(ExitCode::from(u8::from(has_errors)))
    }

    /// The bytes of the pack, or of one made of the files.
    fn pack(&self) -> Result<Vec<u8>, Failure> {
        match self.files.as_slice() {
            [pack] if pack.extension().is_some_and(|extension| extension == "avm") => {
                Ok(PackFile::read(pack)?.bytes().to_vec())
            }
            files => Ok(Recipe::default().make(input::read(files, Reading::Ours))?.pack),
        }
    }
}

fn board(name: &str) -> Result<&'static Board, Failure> {
    Board::find(name).ok_or_else(|| SimError::UnknownBoard(name.to_owned()).into())
}

/// The sections that are sound, and what is wrong behind them.
fn sections(bytes: &[u8]) -> (Vec<Section<'_>>, Option<Finding>) {
    let mut sections = vec![];
    let mut broken = None;
    for section in Pack::parse(bytes).into_iter().flat_map(|pack| pack.sections()) {
        match section {
            Ok(section) => sections.push(section),
            Err(error) => {
                broken = Some(Finding {
                    severity: Severity::Error,
                    kind: "broken",
                    place: String::new(),
                    line: None,
                    what: error.to_string(),
                    fix: Some("make the pack again with `avm pack`".to_owned()),
                });
            }
        }
    }
    (sections, broken)
}

fn too_large(size: usize, board: &Board) -> Option<Finding> {
    let room = board.pack_bytes as usize;
    let over = size.checked_sub(room).filter(|over| *over > 0)?;
    Some(Finding {
        severity: Severity::Error,
        kind: "size",
        place: String::new(),
        line: None,
        what: format!(
            "the pack has {size} bytes, {over} more than the {} has room for ({room})",
            board.title
        ),
        fix: Some(
            "`avm pack --prune --remove-lines` makes it smaller, `avm size` shows what takes the space"
                .to_owned(),
        ),
    })
}

/// The OTP that is installed here, if there is one.
#[derive(Default)]
struct Otp {
    directories: RefCell<Option<Vec<String>>>,
    exports: RefCell<BTreeMap<String, BTreeMap<NameArity, bool>>>,
}

impl Elsewhere for Otp {
    fn functions(&self, module: &str) -> BTreeMap<NameArity, bool> {
        let mut known = self.exports.borrow_mut();
        known.entry(module.to_owned()).or_insert_with(|| self.read(module).unwrap_or_default()).clone()
    }
}

impl Otp {
    fn read(&self, module: &str) -> Option<BTreeMap<NameArity, bool>> {
        let mut directories = self.directories.borrow_mut();
        let directories = directories.get_or_insert_with(|| {
            let places = ["otp", "elixir"].map(|place| search_path::directories(&[place.to_owned()]));
            places.into_iter().flatten().flatten().collect()
        });
        let bytes = fs::read(pull::find(directories, module)?).ok()?;
        let plain = gzip::decompressed(&bytes).ok()?;
        Some(Code::read(&Beam::parse(&plain).ok()?).ok()?.exported())
    }
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

fn text(findings: &[Finding], releases: &[(String, u8)], size: usize) -> String {
    let mut text = String::new();
    for Finding { severity, place, line, what, fix, .. } in findings {
        let severity = if *severity == Severity::Error { "error" } else { "warning" };
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        let place = if place.is_empty() { String::new() } else { format!("{place}{line}: ") };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{severity}: {place}{what}");
        if let Some(fix) = fix {
            let _ = writeln!(text, "    {fix}");
        }
    }
    let modules = counted(releases.len(), "module");
    // What compiled them is this one, or a later one.
    let newest = releases.iter().map(|(_, otp)| *otp).max().map(|otp| format!(" for OTP {otp} and later"));
    let newest = newest.unwrap_or_default();
    let errors = counted(count(findings, Severity::Error), "error");
    let warnings = counted(count(findings, Severity::Warning), "warning");
    let _ = writeln!(text, "{errors}, {warnings}; {modules}{newest}, {size} bytes");
    text
}

fn json_text(findings: &[Finding], releases: &[(String, u8)], size: usize) -> String {
    let object = |finding: &Finding| {
        json!({
            "severity": if finding.severity == Severity::Error { "error" } else { "warning" },
            "kind": finding.kind,
            "place": finding.place,
            "line": finding.line,
            "what": finding.what,
            "fix": finding.fix,
        })
    };
    let findings_json: Vec<_> = findings.iter().map(object).collect();
    let all = json!({
        "errors": count(findings, Severity::Error),
        "warnings": count(findings, Severity::Warning),
        "modules": releases.iter().map(|(name, otp)| json!({ "name": name, "otp": otp })).collect::<Vec<_>>(),
        "size": size,
        "findings": findings_json,
    });
    format!("{all:#}\n")
}

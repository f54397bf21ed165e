//! The programs are whole, and OTP still makes and prints what is checked in.
#![forbid(unsafe_code)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use avm_tests::{Program, programs};

/// The release whose output the expectations are; the script compares any other with it.
const REFERENCE_OTP: u32 = 25;
/// The releases whose code may lie in a folder beside the programs.
const RELEASES: [u32; 5] = [21, 22, 25, 27, 29];

#[test]
fn there_are_programs_of_every_room() {
    let rooms: BTreeSet<String> = programs().into_iter().map(|program| program.room).collect();
    assert!(programs().len() >= 700, "only {} programs", programs().len());
    assert!(rooms.len() >= 14, "only {rooms:?}");
}

#[test]
fn every_program_is_whole() {
    let faults: Vec<String> = programs().iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_two_programs_share_a_name() {
    let mut seen = BTreeSet::new();
    let twice: Vec<String> = programs()
        .into_iter()
        .map(|program| program.name)
        .filter(|name| !seen.insert(name.clone()))
        .collect();
    assert!(twice.is_empty(), "modules share one namespace: {twice:?}");
}

#[test]
fn nothing_is_left_of_a_removed_program() {
    let known: BTreeSet<_> = programs()
        .iter()
        .flat_map(|program| program.beams().into_iter().chain([program.expect.clone()]))
        .collect();
    let rooms: BTreeSet<_> = programs().iter().filter_map(|p| Some(p.source.parent()?.to_owned())).collect();
    let folders = rooms.iter().flat_map(|room| RELEASES.map(|otp| room.join(format!("otp{otp}"))));
    let files = folders.chain(rooms.iter().cloned()).flat_map(|folder| files_of(&folder));
    let stray: Vec<_> = files
        .filter(|f| f.extension().is_none_or(|e| e != "erl" && e != "S") && !known.contains(f))
        .collect();
    assert!(stray.is_empty(), "no source for {stray:?}");
}

/// Recompiles and runs everything in one go; `UPDATE=1` rewrites what differs.
#[test]
fn otp_makes_the_same_code_and_prints_the_same_text() {
    match otp_on_path() {
        Some(REFERENCE_OTP) => {}
        Some(other) => return println!("skipped: erl on PATH is OTP {other}, not {REFERENCE_OTP}"),
        None => return println!("skipped: there is no erl on PATH"),
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs/expect.sh");
    let output = Command::new("sh").arg(script).arg(REFERENCE_OTP.to_string()).output().expect("sh runs");
    let text = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&text));
}

fn otp_on_path() -> Option<u32> {
    let release = "io:put_chars(erlang:system_info(otp_release)), halt().";
    let output = Command::new("erl").args(["-noshell", "-eval", release]).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}

/// What is wrong with the files of one program, a sentence each.
fn faults(program: &Program) -> Vec<String> {
    let name = &program.name;
    let source = fs::read_to_string(&program.source).unwrap_or_default();
    let title = source.lines().next().unwrap_or_default();
    let expected = program.expected();
    let mut rules = vec![
        (title.starts_with("%% ") && title.chars().count() <= 83, "opens with a subtitle of 80 characters"),
        (source.contains(&format!("-module({name}).\n")), "is the module its file is named after"),
        (source.matches("\n-module(").count() == 1, "is one module"),
        (source.contains("-export([start/0"), "exports start/0"),
        (expected.ends_with('\n') && expected.trim() != "", "prints whole lines"),
    ];
    rules.extend(program.beams().iter().map(|beam| (is_beam(beam), "has the code of every OTP")));
    rules.retain(|(holds, _)| !holds);
    rules.into_iter().map(|(_, rule)| format!("{}/{name} breaks: a program {rule}", program.room)).collect()
}

fn is_beam(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"FOR1") && bytes.get(8..12) == Some(b"BEAM"))
}

fn files_of(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_file()).collect()
}

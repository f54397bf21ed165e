//! Loads every module below folders, and says which are refused and why.
//!
//! `cargo run -p avm-tests --release --example verify_installed -- DIR…` prints files, functions, accepted modules, the
//! refused ones with their reason, what had to be left to be checked when code runs, and how long it took to load them
//! all: to parse, prove, lower and link, until each could be listed. Decoding them once more, alone and with the proof, says
//! what the proof's share of that is. With `--repeat N` all is done so many times.
//! Absent on purpose: running anything.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use std::{env, fs};

use vm::bif::Natives;
use vm::code::Decoder;
use vm::load::{LoadError, LoadFault, Source};
use vm::lower::{Op, lower, verify};
use vm::platform::host::Host;
use vm::sched::System;

/// What came of all files.
#[derive(Default)]
struct Outcome {
    functions: usize,
    accepted: usize,
    unsound: Vec<LoadError>,
    refused: BTreeMap<String, usize>,
    instructions: usize,
    lowered: usize,
    checks: BTreeMap<&'static str, usize>,
    load: Duration,
    decode: Duration,
    prove: Duration,
}

fn beams(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() && !path.is_symlink() {
        let Ok(entries) = fs::read_dir(path) else { return };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths.iter().for_each(|path| beams(path, found));
    } else if path.extension() == Some(OsStr::new("beam")) && path.is_file() {
        found.push(path.to_path_buf());
    }
}

impl Outcome {
    fn take(&mut self, system: &System, path: &Path, bytes: &[u8]) {
        let start = Instant::now();
        // Modules that the machine itself has no natives for are refused here, after nearly all of the work.
        let _ = vm::link::prepare(system, bytes);
        self.load += start.elapsed();
        let made = Source::parse(bytes).and_then(|source| lower(&source));
        if let (Ok(source), true) = (Source::parse(bytes), made.is_ok()) {
            let start = Instant::now();
            let mut block = Vec::new();
            for one in Decoder::new(source.code.bytes).map_while(Result::ok) {
                if one.op == vm::code::Op::FuncInfo {
                    self.instructions += block.len();
                    block.clear();
                }
                block.push(one);
            }
            self.decode += start.elapsed();
            let start = Instant::now();
            let _ = verify::prove(&source);
            self.prove += start.elapsed();
        }
        match made {
            Ok(lowered) => {
                self.accepted += 1;
                self.functions += lowered.functions.len();
                self.count(&lowered.words, lowered.pool.first().map(|(word, _)| *word as usize));
            }
            Err(error) if matches!(error.fault, LoadFault::Unsound(_)) => {
                println!("{}: {error}", path.display());
                self.unsound.push(error);
            }
            Err(error) => *self.refused.entry(error.fault.to_string()).or_default() += 1,
        }
    }

    fn count(&mut self, words: &[u32], end: Option<usize>) {
        let (mut at, end) = (0, end.unwrap_or(words.len()));
        while at < end {
            let Some(op) = Op::of_word(words[at]) else { return };
            self.lowered += 1;
            if matches!(op, Op::CheckCell | Op::CheckElements | Op::CheckArity) {
                *self.checks.entry(op.name()).or_default() += 1;
            }
            at += op.length(words[at]);
        }
    }
}

fn main() {
    let mut repeat = 1;
    let mut files = Vec::new();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--repeat" => {
                repeat = arguments.next().and_then(|count| count.parse().ok()).expect("--repeat NUMBER");
            }
            path => beams(Path::new(path), &mut files),
        }
    }
    let read = files.iter().filter_map(|path| {
        Some((path, packbeam::gzip::decompressed(&fs::read(path).ok()?).ok()?.into_owned()))
    });
    let modules: Vec<(&PathBuf, Vec<u8>)> = read.collect();
    let mut outcome = Outcome::default();
    for _ in 0..repeat {
        let system = System::new(Rc::new(Host::new()), Natives.finder());
        outcome = Outcome::default();
        modules.iter().for_each(|(path, bytes)| outcome.take(&system, path, bytes));
    }
    println!("{} files, {} functions, {} accepted", files.len(), outcome.functions, outcome.accepted);
    println!("{} refused as unsound", outcome.unsound.len());
    for (reason, count) in &outcome.refused {
        println!("{count} refused for another reason: {reason}");
    }
    println!(
        "{} instructions became {}, of them checks: {:?}",
        outcome.instructions, outcome.lowered, outcome.checks
    );
    let Outcome { load, decode, prove, .. } = outcome;
    let share = prove.saturating_sub(decode).as_secs_f64() / load.as_secs_f64() * 100.0;
    println!(
        "{load:?} to parse, prove, lower and link; proving is {share:.0} % of it ({decode:?} to decode, {prove:?} with proof)"
    );
}

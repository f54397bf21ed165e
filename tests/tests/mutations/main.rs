//! No module makes the loader panic, run on, or make code that leaves its bounds.
//!
//! Real modules are damaged at random, from a fixed seed, then parsed, lowered, linked and run. What is not refused is checked
//! word by word against the table of instructions, and its functions are run for a while where nobody hears them.
//! `AVM_MUTATIONS` sets how many modules (4000 if unset), `AVM_SEED` the seed. A panic or a module that takes too long names
//! the file and the seed that led to it.
#![forbid(unsafe_code)]

mod mutant;
mod running;
mod structure;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, panic, process, thread};

use avm_tests::programs;
use fastrand::Rng;
use mutant::Corpus;
use vm::bif::Natives;
use vm::code::Raw;
use vm::load::{LoadFault, Source};
use vm::lower::disasm::Listing;
use vm::lower::lower;
use vm::platform::host::Host;
use vm::sched::System;

/// Every so many programs one is damaged.
const PROGRAM_STEP: usize = 5;
/// Threads that damage.
const THREADS: u64 = 2;
/// A module that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(60);
/// A machine takes so many modules before there is a new one.
const MODULES_OF_A_MACHINE: usize = 500;

/// How far the modules of a thread came.
#[derive(Default)]
struct Counts {
    refused: AtomicUsize,
    lowered: AtomicUsize,
    linked: AtomicUsize,
    run: AtomicUsize,
    /// Those of the refused that have their shape, but break a rule.
    unsound: AtomicUsize,
    /// The seed of the module that is under way, for whoever watches.
    seed: AtomicU64,
}

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |value| value.parse().expect("a number"))
}

/// The files that are damaged.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are in the workspace");
    let programs = programs().into_iter().step_by(PROGRAM_STEP);
    let mut files: Vec<PathBuf> = programs.flat_map(|program| program.beams()).collect();
    for folder in ["vm/tests/data/code", "packbeam/tests/data/otp25", "packbeam/tests/data/otp29"] {
        let entries = fs::read_dir(root.join(folder)).expect("data is checked in");
        files.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "beam"));
    files.sort();
    files
}

fn machine() -> System {
    System::new(Rc::new(Host::new()), Natives.finder())
}

/// Takes a module as far as it goes.
fn load(system: &System, bytes: &[u8], show: bool, counts: &Counts) {
    let count = |counter: &AtomicUsize| counter.fetch_add(1, Ordering::Relaxed);
    let made = Source::parse(bytes).and_then(|source| lower(&source).map(|lowered| (source, lowered)));
    let (source, lowered) = match made {
        Ok(made) => made,
        Err(error) => {
            count(&counts.refused);
            if matches!(error.fault, LoadFault::Unsound(_)) {
                count(&counts.unsound);
            }
            return;
        }
    };
    count(&counts.lowered);
    structure::check(&source, &lowered);
    if show {
        Listing::new(&lowered, &Raw).write(&mut String::new()).expect("a listing");
    }
    if vm::link::prepare(system, bytes).is_ok() {
        count(&counts.linked);
        let name = |number| source.atom(number).unwrap_or_default().to_owned();
        let functions: Vec<(String, u32)> =
            source.exports.iter().map(|export| (name(export.function), export.arity)).collect();
        if running::run(bytes, &functions) {
            count(&counts.run);
        }
    }
}

fn damage(corpus: &Corpus, mut random: Rng, modules: u64, counts: &Counts) {
    let mut system = machine();
    for number in 0..modules as usize {
        if number % MODULES_OF_A_MACHINE == MODULES_OF_A_MACHINE - 1 {
            system = machine();
        }
        let seed = random.get_seed();
        counts.seed.store(seed, Ordering::Relaxed);
        let (name, bytes) = corpus.damaged(&mut random);
        let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| {
            load(&system, &bytes, number.is_multiple_of(16), counts);
        }));
        if let Err(cause) = outcome {
            eprintln!("{name}, damaged with AVM_SEED={seed} AVM_MUTATIONS=1");
            panic::resume_unwind(cause);
        }
    }
}

/// Ends everything when a thread has been at the same module for too long.
fn watch(counts: &[Counts], done: &AtomicUsize) {
    let seeds = || counts.iter().map(|counts| counts.seed.load(Ordering::Relaxed)).collect::<Vec<_>>();
    let tick = Duration::from_millis(100);
    let (mut before, mut waited) = (seeds(), Duration::ZERO);
    while done.load(Ordering::Relaxed) < counts.len() {
        thread::sleep(tick);
        let now = seeds();
        waited = if now == before { waited + tick } else { Duration::ZERO };
        if waited > PATIENCE {
            eprintln!("a module takes too long, damaged with AVM_MUTATIONS=1 and AVM_SEED one of {now:?}");
            process::abort();
        }
        before = now;
    }
}

#[test]
fn damaged_modules_are_refused_or_sound() {
    let corpus = Corpus::read(&files());
    let modules = setting("AVM_MUTATIONS", 4_000);
    let seed = setting("AVM_SEED", 0x9e37_79b9_7f4a_7c15).max(1);
    let counts: Vec<Counts> = (0..THREADS.min(modules)).map(|_| Counts::default()).collect();
    let done = AtomicUsize::new(0);
    thread::scope(|scope| {
        let each = modules / counts.len() as u64;
        let threads: Vec<_> = (0u64..)
            .zip(&counts)
            .map(|(number, counts)| {
                let (corpus, done) = (&corpus, &done);
                scope.spawn(move || {
                    let random = Rng::with_seed(seed ^ number << 32);
                    let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| {
                        damage(corpus, random, each, counts);
                    }));
                    done.fetch_add(1, Ordering::Relaxed);
                    outcome
                })
            })
            .collect();
        watch(&counts, &done);
        for thread in threads {
            if let Err(cause) = thread.join().expect("panics are caught") {
                panic::resume_unwind(cause);
            }
        }
    });
    let sum = |of: fn(&Counts) -> &AtomicUsize| -> usize {
        counts.iter().map(|counts| of(counts).load(Ordering::Relaxed)).sum()
    };
    let (refused, lowered, linked) = (sum(|c| &c.refused), sum(|c| &c.lowered), sum(|c| &c.linked));
    let (unsound, run) = (sum(|c| &c.unsound), sum(|c| &c.run));
    println!("{refused} damaged modules refused, {unsound} of them by a rule of sound code");
    println!("{lowered} lowered, {linked} of them linked, {run} run");
    assert!(modules < 1000 || (unsound > 0 && run > 0), "damage that changes nothing, or everything");
}

/// What nobody damaged is loaded, and is sound.
#[test]
fn whole_modules_are_sound() {
    let system = machine();
    for program in programs() {
        for path in program.beams() {
            let bytes = fs::read(&path).expect("the module is checked in");
            let source = Source::parse(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let lowered = lower(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            structure::check(&source, &lowered);
            vm::link::prepare(&system, &bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}

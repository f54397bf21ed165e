//! Every program, compiled by every OTP, prints on the machine what OTP prints.
//!
//! `PROGRAM=room/name` runs one program only (or several, with spaces between), `OTP=25` one compiler's code only.
//!
//! Invariant: time is virtual, so a run is the same each time.
//! Absent on purpose: reports of crashed processes, which are no part of what a program prints.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use avm_tests::{Program, World, programs};
use vm::run::Arguments;

/// When a program is taken to be running for ever: ten minutes.
const END_NS: u64 = 600_000_000_000;
/// Threads that run programs.
const THREADS: usize = 2;

/// Runs a program; what it printed, or why that did not come about.
fn run(program: &Program, otp: u32) -> Result<String, String> {
    let beam = std::fs::read(program.beam(otp)).map_err(|error| error.to_string())?;
    World::run(&[beam], (&program.name, "start"), Arguments::None, END_NS)
}

/// The first line in which two texts differ.
fn difference(expected: &str, printed: &str) -> String {
    let (mut expected, mut printed) = (expected.lines(), printed.lines());
    for number in 1.. {
        match (expected.next(), printed.next()) {
            (None, None) => break,
            (wanted, came) if wanted != came => {
                let line = |line: Option<&str>| line.unwrap_or("(nothing)").to_owned();
                return format!("line {number}\n  expected: {}\n  printed:  {}", line(wanted), line(came));
            }
            _ => {}
        }
    }
    "the end of a line".to_owned()
}

fn check(program: &Program, otp: u32) -> Result<(), String> {
    let printed =
        catch_unwind(AssertUnwindSafe(|| run(program, otp))).unwrap_or(Err("a panic".to_owned()))?;
    let expected = program.expected();
    if printed == expected { Ok(()) } else { Err(difference(&expected, &printed)) }
}

#[test]
fn programs_print_what_they_print_on_otp() {
    let (wanted, release) = (std::env::var("PROGRAM").ok(), std::env::var("OTP").ok());
    let jobs: Vec<(Program, u32)> = programs()
        .into_iter()
        .filter(|program| {
            let name = format!("{}/{}", program.room, program.name);
            wanted.as_ref().is_none_or(|names| names.split(' ').any(|wanted| wanted == name))
        })
        .flat_map(|program| program.otps().into_iter().map(move |otp| (program.clone(), otp)))
        .filter(|(_, otp)| release.as_ref().is_none_or(|release| *release == otp.to_string()))
        .collect();
    assert!(!jobs.is_empty(), "no such program");
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some((program, otp)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = check(program, *otp) {
                        let line = format!("{}/{} (OTP {otp}): {error}", program.room, program.name);
                        failures.lock().expect("the list").push(line);
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("the list");
    failures.sort();
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), jobs.len(), failures.join("\n"));
}

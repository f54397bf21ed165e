//! Programs with many processes print on four schedulers what they print on OTP.
//!
//! The machine asserts on the way that a scheduler touches only what is its own; a native function that lacks the mark
//! `exclusive` fails here.
//! Absent on purpose: programs that wait, by a clock, for what the machine need not have done by then.

use avm_tests::{Crowd, programs};

/// Rooms whose programs have many processes.
const ROOMS: [&str; 3] = ["ets", "processes", "servers"];
/// What these print depends on which of two processes is faster, here as on OTP.
const RACES: [&str; 2] = ["publish_and_subscribe", "restarting_supervisor"];
/// The compiler whose code runs.
const OTP: u32 = 25;
/// More than the cores of a small machine.
const SCHEDULERS: usize = 4;

#[test]
fn programs_print_on_four_schedulers_what_they_print_on_otp() {
    let programs = programs()
        .into_iter()
        .filter(|program| ROOMS.contains(&program.room.as_str()) && !RACES.contains(&program.name.as_str()));
    let mut failures = Vec::new();
    let mut count = 0;
    for program in programs {
        let Ok(beam) = std::fs::read(program.beam(OTP)) else { continue };
        count += 1;
        match Crowd::run(&beam, &program.name, SCHEDULERS) {
            Ok(printed) if printed == program.expected() => {}
            Ok(printed) => failures.push(format!("{}/{} printed\n{printed}", program.room, program.name)),
            Err(error) => failures.push(format!("{}/{}: {error}", program.room, program.name)),
        }
    }
    assert!(count > 100, "only {count} programs");
    assert!(failures.is_empty(), "{} of {count} fail:\n{}", failures.len(), failures.join("\n"));
}

//! Every program, compiled by every OTP, prints on the machine what OTP prints.
//!
//! `PROGRAM=room/name` runs one program only, `OTP=25` one compiler's code only.
//!
//! Invariant: time is virtual. A slice takes what its reductions take, a wait nothing; so a run is the same each time.
//! Absent on purpose: reports of crashed processes, which are no part of what a program prints.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use avm_tests::{Program, programs};
use vm::platform::{Clock, Console, Platform};
use vm::run::{Arguments, Outcome, Step, Vm};

/// Nanoseconds of a reduction: about what it takes on a small chip.
const REDUCTION_NS: u64 = 100;
/// When a program is taken to be running for ever: ten minutes.
const END_NS: u64 = 600_000_000_000;
/// Threads that run programs.
const THREADS: usize = 2;

/// A world of a clock and a console.
#[derive(Default)]
struct World {
    now_ns: Cell<u64>,
    random: Cell<u64>,
    text: RefCell<Vec<u8>>,
    reports: RefCell<String>,
}

impl Clock for World {
    fn monotonic_ns(&self) -> u64 {
        self.now_ns.get()
    }

    fn system_ns(&self) -> u64 {
        1_700_000_000_000_000_000 + self.now_ns.get()
    }

    fn worked(&self, reductions: u32) {
        self.now_ns.set(self.now_ns.get() + u64::from(reductions) * REDUCTION_NS);
    }
}

impl Console for World {
    fn write(&self, text: &[u8]) {
        self.text.borrow_mut().extend_from_slice(text);
    }

    fn report(&self, text: &str) {
        self.reports.borrow_mut().push_str(text);
    }
}

impl Platform for World {
    fn name(&self) -> &'static str {
        "generic_unix"
    }

    fn clock(&self) -> &dyn Clock {
        self
    }

    fn console(&self) -> &dyn Console {
        self
    }

    fn random(&self) -> u64 {
        self.random.set(self.random.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        self.random.get()
    }
}

/// Runs a program; what it printed, or why that did not come about.
fn run(program: &Program, otp: u32) -> Result<String, String> {
    let world = Rc::new(World::default());
    let mut vm = Vm::with_library(world.clone());
    let beam = std::fs::read(program.beam(otp)).map_err(|error| error.to_string())?;
    let module = vm.load_beam(&beam).map_err(|error| error.to_string())?;
    let start = vm.atom("start").expect("an atom");
    vm.start(module, start, Arguments::None);
    let result = loop {
        match vm.step() {
            Step::Halted(Outcome::Returned { ok: true, .. }) => break Ok(()),
            Step::Halted(outcome) => break Err(format!("{outcome:?}")),
            Step::Idle { until_ns: Some(until) } => world.now_ns.set(until.max(world.now_ns.get())),
            Step::Idle { until_ns: None } => break Err("it waits for ever".to_owned()),
            Step::Worked if world.now_ns.get() > END_NS => break Err("it runs for ever".to_owned()),
            Step::Worked => {}
        }
    };
    let text = String::from_utf8_lossy(&world.text.borrow()).into_owned();
    match result {
        Ok(()) => Ok(text),
        Err(error) => Err(format!("{error}\nreports: {}\nprinted: {text}", world.reports.borrow())),
    }
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
            wanted.as_ref().is_none_or(|name| *name == format!("{}/{}", program.room, program.name))
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

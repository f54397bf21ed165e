//! Runs `tests/soak/soak.erl`: much of everything for long, and nothing lost.
//!
//! `cargo run -p avm-tests --release --example soak -- [messages=N] [processes=N] [seed=N] [tolerance=PERCENT]`
//! runs the program, which keeps accounts of all it does and says what was lost, and fails where anything was. The same program runs as
//! `avm run tests/soak/soak.beam -- …`, and on OTP (its head says how).
//! Absent on purpose: accounts. Whoever runs the program changes nothing of what it finds.

use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::{env, fs};

use vm::platform::host::Host;
use vm::run::{Arguments, Outcome, Vm};

fn main() -> ExitCode {
    let mut vm = Vm::with_library(Rc::new(Host::new()));
    vm.serve_console().expect("memory for the console");
    let beam = Path::new(env!("CARGO_MANIFEST_DIR")).join("soak/soak.beam");
    let soak = vm.load_beam(&fs::read(beam).expect("the program is there")).expect("it is sound");
    let main = vm.atom("main").expect("a short name");
    vm.start(soak, main, Arguments::Strings(env::args().skip(1).collect()));
    match vm.run_to_end() {
        Outcome::Returned { ok: true, .. } => ExitCode::SUCCESS,
        Outcome::Halted { status } => ExitCode::from(status.clamp(0, 255) as u8),
        outcome => {
            eprintln!("{outcome:?}");
            ExitCode::FAILURE
        }
    }
}

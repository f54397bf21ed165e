//! Runs `tests/soak/soak.erl`: much of everything for long, and nothing lost.
//!
//! `cargo run -p avm-tests --release --example soak -- [messages=N] [processes=N] [seed=N] [tolerance=PERCENT]
//! [schedulers=N]`
//! runs the program, which keeps accounts of all it does and says what was lost, and fails where anything was. The same program runs as
//! `avm run tests/soak/soak.beam -- …`, and on OTP (its head says how).
//! Absent on purpose: accounts. Whoever runs the program changes nothing of what it finds.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::{env, fs};

use vm::platform::host::Host;
use vm::run::{Arguments, Outcome, Vm};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let host = Arc::new(Host::new());
    let mut vm = Vm::with_library(host.clone());
    let asked = arguments.iter().find_map(|argument| argument.strip_prefix("schedulers=")?.parse().ok());
    vm.set_schedulers(asked.unwrap_or_else(|| available_parallelism().map_or(1, usize::from)));
    vm.serve_console().expect("memory for the console");
    let beam = Path::new(env!("CARGO_MANIFEST_DIR")).join("soak/soak.beam");
    let soak = vm.load_beam(&fs::read(beam).expect("the program is there")).expect("it is sound");
    let main = vm.atom("main").expect("a short name");
    vm.start(soak, main, Arguments::Strings(arguments));
    match vm.run_to_end(|until_ns| host.wait_until(until_ns)) {
        Outcome::Returned { ok: true, .. } => ExitCode::SUCCESS,
        Outcome::Halted { status } => ExitCode::from(status.clamp(0, 255) as u8),
        outcome => {
            eprintln!("{outcome:?}");
            ExitCode::FAILURE
        }
    }
}

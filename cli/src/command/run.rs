//! `avm run`: runs a program on this computer.

use std::io::{stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::available_parallelism;

use clap::Args;
use sim::crash;
use sim::firmware::{Firmware, Surroundings};
use sim::headless::tell_ending;
use sim::program::Program;
use vm::platform::host::Host;
use vm::sched::memory::Limit;

use crate::bytes::bytes;
use crate::say::Failure;
use crate::search_path;

/// Run a program on this computer.
///
/// What it returns is said; the exit code is 0 when that is ok, else 1.
#[derive(Args)]
#[command(after_help = "Examples:
  avm run hello.beam
  avm run app.avm library.avm
  avm run --json app.avm 2>&1 >/dev/null | jq .reason
  avm run --schedulers 1 app.avm
  avm run --memory-limit 8M app.avm
  avm run --search-path otp app.beam
  avm run --search-path otp --search-path /usr/lib/elixir/lib Elixir.App.beam
  avm run script.beam -- one two    (main/1 gets [\"one\", \"two\"])")]
pub struct Run {
    /// The module to begin in; else the first that exports start/0 or main/1.
    #[arg(long, value_name = "MODULE")]
    start: Option<String>,
    /// Tell each crash as a line of JSON on standard error: process, name, class, reason, trace, hint.
    #[arg(long)]
    json: bool,
    /// Where modules are looked for that are not given: a directory of modules, one of applications, or
    /// otp, the libraries of the OTP installed here. They come before the libraries of avm. May be repeated.
    #[arg(long, value_name = "DIR")]
    search_path: Vec<String>,
    /// How many processes may run at the same time, each on a core of its own; else as many as there are cores. With 1, a
    /// program whose processes do not look at the time runs the same way each time.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    schedulers: Option<u16>,
    /// What processes may hold: heaps, messages, tables, timers, large binaries and code; 300000, 256K, 8M. Who
    /// asks for more is killed, which is told, and no more processes are made. Without, there is no limit.
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    memory_limit: Option<usize>,
    /// Modules and packs, together one program.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What main/1 gets, as strings.
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

impl Run {
    /// Runs it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let program = Program::read(&self.files)?;
        let entry = program.entry(self.start.as_deref())?;
        let telling: crash::Telling = if self.json { crash::json } else { crash::text };
        let host = match self.json {
            true => Host::new().telling(crash::json),
            false => Host::new(),
        };
        let host = Arc::new(host);
        let surroundings = Surroundings {
            arguments: self.arguments,
            code_path: search_path::directories(&self.search_path)?,
            serves_console: true,
            memory_limit: self.memory_limit.map(|bytes| Limit { bytes, with_code: true }),
        };
        let mut machine = Firmware::load(Arc::clone(&host), program, &entry, surroundings).map_err(Failure::new)?;
        let cores = || available_parallelism().map_or(1, usize::from);
        let schedulers = self.schedulers.map_or_else(cores, usize::from);
        let ending = machine.run_to_end(schedulers, |until_ns| host.wait_until(until_ns));
        // A reader who is gone does not want to hear it.
        let _ = tell_ending(&ending, &mut stdout(), &mut stderr(), telling);
        Ok(ExitCode::from(ending.status().clamp(0, 255) as u8))
    }
}

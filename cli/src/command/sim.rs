//! `avm sim`: runs a program on a virtual board.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use sim::SimError;
use sim::board::{BOARDS, Board};
use sim::clock::Pace;

use crate::bytes::bytes;
use crate::duration::nanoseconds;
use crate::say::{Failure, names};

/// Run a program on a virtual board.
#[derive(Args)]
#[command(after_help = "Examples:
  avm sim examples/blinky
  avm sim examples/blinky --board pico
  avm sim app.avm --headless --for 10s --trace edges.txt
  avm sim app.avm --board pico --memory-limit 200K
  avm sim app.avm --headless --json 2>crashes.jsonl

In a directory, diagram.json (as Wokwi writes it) says what is wired to the board;
diagram-BOARD.json does when that board is asked for.")]
pub struct Sim {
    /// A pack, a module, or a directory with a pack and a diagram.json.
    program: PathBuf,
    /// The module to begin in.
    #[arg(long, value_name = "MODULE")]
    start: Option<String>,
    /// The board: esp32 or pico; else the diagram's, else esp32.
    #[arg(long)]
    board: Option<String>,
    /// Without a screen: the console goes to standard output.
    #[arg(long)]
    headless: bool,
    /// What moves time; virtual when headless, else real.
    #[arg(long, value_enum)]
    clock: Option<Clock>,
    /// How many virtual seconds a second has, under --clock real.
    #[arg(long, default_value_t = 1.0, value_parser = speed)]
    speed: f64,
    /// What processes may hold: heaps, messages, tables, timers and large binaries, but not code, which a board has in
    /// its flash; 300000, 256K, 8M. Who asks for more is killed, which is told. Without, it is the board's RAM, and
    /// twice that where words are twice as long as the board's: 640K on an esp32, 528K on a pico.
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    memory_limit: Option<usize>,
    /// Stop after this much virtual time: 500ms, 10s, 1h.
    #[arg(long = "for", value_name = "DURATION", value_parser = nanoseconds)]
    for_ns: Option<u64>,
    /// Write every edge of a pin to a file; - is standard output, with --headless.
    #[arg(long, value_name = "FILE")]
    trace: Option<PathBuf>,
    /// Without a screen: tell each crash as a line of JSON on standard error.
    #[arg(long, requires = "headless")]
    json: bool,
    /// What chance begins with: the same seed gives the same run.
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

#[derive(Clone, Copy, ValueEnum)]
enum Clock {
    /// The program's own work, and jumps over the time it waits.
    Virtual,
    /// The clock of this computer.
    Real,
}

impl Sim {
    /// Runs it.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let options = sim::Options {
            program: self.program,
            start: self.start,
            board: self.board,
            headless: self.headless,
            pace: self.clock.map(|clock| match clock {
                Clock::Virtual => Pace::Virtual,
                Clock::Real => Pace::Real,
            }),
            speed: self.speed,
            for_ns: self.for_ns,
            trace: self.trace,
            seed: self.seed,
            json: self.json,
            memory_limit: self.memory_limit,
        };
        let ending = sim::run(options)?;
        Ok(ExitCode::from(ending.status().clamp(0, 255) as u8))
    }
}

fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse().ok().filter(|speed| (0.001..=1000.0).contains(speed));
    speed.ok_or_else(|| "expected a number from 0.001 to 1000".to_owned())
}

impl From<SimError> for Failure {
    fn from(error: SimError) -> Self {
        let failure = Failure::new(&error);
        match error {
            SimError::Program(error) => error.into(),
            SimError::Read(path, error) => Failure::file(&path, &error),
            SimError::UnknownBoard(name) => match Board::nearest(&name) {
                Some(nearest) => failure.advise(format!("did you mean {nearest}?")),
                None => {
                    let known: Vec<String> = BOARDS.iter().map(|board| board.name.to_owned()).collect();
                    failure.advise(format!("there are {}", names(&known)))
                }
            },
            SimError::TraceOnScreen => failure.advise("name a file, or add --headless"),
            SimError::Firmware(_) | SimError::Diagram(..) | SimError::Trace(..) | SimError::Output(_) => {
                failure
            }
        }
    }
}

//! A run without a screen: the console goes to standard output as it is written.
//!
//! Invariant: what is written depends on the run alone; under virtual time, on nothing outside of it.

use std::io::{self, Write};

use crate::crash::Telling;
use crate::driver::{Driver, Turn};
use crate::machine::{Ending, Machine};

/// Where a run writes.
pub struct Outputs<'a> {
    /// The console.
    pub console: &'a mut dyn Write,
    /// What the simulator has to say.
    pub notes: &'a mut dyn Write,
    /// The trace, where it is kept apart from the console.
    pub trace: Option<&'a mut dyn Write>,
    /// How a crash is told.
    pub telling: Telling,
}

/// Something cannot be written.
#[derive(Debug)]
pub enum OutputError {
    /// The console, or what there is to say about the run.
    Console(io::Error),
    /// The trace.
    Trace(io::Error),
}

impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        OutputError::Console(error)
    }
}

/// Runs to the end, and says at the end what came of it.
///
/// # Errors
/// When something cannot be written. A reader who closes the console is no error: the run ends there.
pub fn run<M: Machine>(driver: &mut Driver<M>, outputs: &mut Outputs<'_>) -> Result<Ending, OutputError> {
    match run_to_end(driver, outputs) {
        Err(OutputError::Console(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ending::Quit),
        other => other,
    }
}

fn run_to_end<M: Machine>(driver: &mut Driver<M>, outputs: &mut Outputs<'_>) -> Result<Ending, OutputError> {
    loop {
        let turn = driver.turn();
        outputs.take(driver)?;
        match turn {
            Turn::Worked => {}
            Turn::Wait(Some(until_ns)) => {
                outputs.flush_trace()?;
                let wait = driver.world.borrow().clock.wait_for(until_ns);
                std::thread::sleep(wait);
                driver.world.borrow_mut().clock.jump_to(until_ns);
            }
            // Nobody is there to press a button.
            Turn::Wait(None) => return outputs.end(driver, Ending::Stuck),
            Turn::Ended => {
                let ending = driver.ending().cloned().unwrap_or(Ending::Stuck);
                return outputs.end(driver, ending);
            }
        }
    }
}

impl Outputs<'_> {
    /// Writes what came since the last call.
    fn take<M>(&mut self, driver: &Driver<M>) -> Result<(), OutputError> {
        let mut world = driver.world.borrow_mut();
        let pending = world.console.take_pending();
        if !pending.is_empty() {
            self.console.write_all(&pending)?;
            self.console.flush()?;
        }
        for crash in world.take_crashes() {
            self.notes.write_all((self.telling)(&crash).as_bytes())?;
        }
        for note in world.take_notes() {
            writeln!(self.notes, "note: {note}")?;
        }
        let lines = world.take_trace();
        self.trace
            .as_mut()
            .map_or(Ok(()), |trace| trace.write_all(lines.as_bytes()))
            .map_err(OutputError::Trace)
    }

    /// Whoever follows the trace sees it up to where time stands.
    fn flush_trace(&mut self) -> Result<(), OutputError> {
        self.trace.as_mut().map_or(Ok(()), |trace| trace.flush()).map_err(OutputError::Trace)
    }

    fn end<M>(&mut self, driver: &Driver<M>, ending: Ending) -> Result<Ending, OutputError> {
        if driver.world.borrow().console.inside_line() {
            writeln!(self.console)?;
        }
        tell_ending(&ending, self.console, self.notes, self.telling)?;
        self.flush_trace()?;
        Ok(ending)
    }
}

/// Says how a run ended: what it returned is output, all else is for whoever ran it.
///
/// # Errors
/// When it cannot be written.
pub fn tell_ending(
    ending: &Ending,
    console: &mut dyn Write,
    notes: &mut dyn Write,
    telling: Telling,
) -> io::Result<()> {
    match ending {
        Ending::Returned { text, .. } => writeln!(console, "Return value: {text}")?,
        Ending::Crashed { crash } => notes.write_all(telling(crash).as_bytes())?,
        Ending::Stuck => writeln!(
            notes,
            "note: every process waits for something that cannot happen without a screen; \
             --for DURATION ends a run, and without --headless parts can be pressed"
        )?,
        Ending::Halted { .. } | Ending::TimeUp | Ending::Quit => {}
    }
    console.flush()
}

//! A run without a screen: the console goes to standard output as it is written.
//!
//! Invariant: what is written depends on the run alone; under virtual time, on nothing outside of it.

use std::io::{self, Write};

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
}

/// Runs to the end, and says at the end what came of it.
///
/// # Errors
/// When something cannot be written. A reader who closes the console is no error: the run ends there.
pub fn run<M: Machine>(driver: &mut Driver<M>, outputs: &mut Outputs<'_>) -> io::Result<Ending> {
    match run_to_end(driver, outputs) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ending::Quit),
        other => other,
    }
}

fn run_to_end<M: Machine>(driver: &mut Driver<M>, outputs: &mut Outputs<'_>) -> io::Result<Ending> {
    loop {
        let turn = driver.turn();
        outputs.take(driver)?;
        match turn {
            Turn::Worked => {}
            Turn::Wait(Some(until_ns)) => {
                outputs.flush()?;
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
    fn take<M>(&mut self, driver: &Driver<M>) -> io::Result<()> {
        let mut world = driver.world.borrow_mut();
        let pending = world.console.take_pending();
        if !pending.is_empty() {
            self.console.write_all(&pending)?;
            self.console.flush()?;
        }
        for note in world.take_notes() {
            writeln!(self.notes, "note: {note}")?;
        }
        match &mut self.trace {
            Some(trace) => trace.write_all(world.take_trace().as_bytes()),
            None => Ok(()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.trace.as_mut().map_or(Ok(()), |trace| trace.flush())
    }

    fn end<M>(&mut self, driver: &Driver<M>, ending: Ending) -> io::Result<Ending> {
        if driver.world.borrow().console.inside_line() {
            writeln!(self.console)?;
        }
        match &ending {
            Ending::Returned { text, .. } => writeln!(self.console, "Return value: {text}")?,
            Ending::Crashed { report } => writeln!(self.notes, "{}", report.trim_end())?,
            Ending::Stuck => writeln!(
                self.notes,
                "note: every process waits for something that cannot happen without a screen; \
                 --for DURATION ends a run, and without --headless parts can be pressed"
            )?,
            Ending::Halted { .. } | Ending::TimeUp | Ending::Quit => {}
        }
        self.console.flush()?;
        self.flush()?;
        Ok(ending)
    }
}

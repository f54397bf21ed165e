//! As much of a process as the protocols between processes need: the machine's own inbox and standing.

#[path = "../../src/process/inbox.rs"]
mod inbox;
#[path = "../../src/process/standing.rs"]
mod standing;

pub use inbox::Inbox;
pub use standing::{Standing, Status};

use crate::atom::{Atom, names};
use crate::sync::Guarded;

/// A process whose signals are numbers.
#[derive(Debug)]
pub struct Process {
    pub pid: u32,
    pub priority: Guarded<Atom>,
    pub status: Standing,
    pub signals: Guarded<Inbox<u32>>,
}

impl Process {
    pub fn new(pid: u32, _: usize) -> Result<Process, ()> {
        Ok(Process {
            pid,
            priority: Guarded::new(names::normal),
            status: Standing::default(),
            signals: Guarded::default(),
        })
    }
}

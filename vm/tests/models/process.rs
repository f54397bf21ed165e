//! As much of a process as the protocols need: the machine's inbox and standing.

#[path = "../../src/process/inbox.rs"]
mod inbox;
#[path = "../../src/process/standing.rs"]
mod standing;

pub use inbox::Inbox;
pub use standing::{Priority, Standing, Status};

use crate::atom::names;
use crate::sync::Hinted;

/// A process whose signals are numbers.
#[derive(Debug)]
pub struct Process {
    pub pid: u32,
    pub priority: Priority,
    pub status: Standing,
    pub signals: Hinted<Inbox<u32>>,
}

impl Process {
    pub fn new(pid: u32, _: usize) -> Result<Process, ()> {
        Ok(Process {
            pid,
            priority: Priority::new(names::normal),
            status: Standing::default(),
            signals: Hinted::default(),
        })
    }
}

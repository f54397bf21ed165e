//! A machine and its world, one turn after the other.
//!
//! Invariants: what is due in the world happens before the machine works; a turn never waits.
//! Deliberately absent: the loop. [`headless`](crate::headless) and [`tui`](crate::tui) each have their own.

use std::cell::RefCell;
use std::rc::Rc;

use crate::machine::{Ending, Machine, ProcessRow, Step};
use crate::world::World;

/// A run.
#[derive(Debug)]
pub struct Driver<M> {
    /// The world, which the machine shares through its platform.
    pub world: Rc<RefCell<World>>,
    machine: M,
    /// When to stop, in virtual nanoseconds.
    end_ns: Option<u64>,
    ending: Option<Ending>,
}

/// What a turn came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// There is more to do now.
    Worked,
    /// Nothing happens before this time, or ever.
    Wait(Option<u64>),
    /// The run is over.
    Ended,
}

impl<M: Machine> Driver<M> {
    /// A run that has not begun; it ends at `end_ns`, if anything.
    pub fn new(world: Rc<RefCell<World>>, machine: M, end_ns: Option<u64>) -> Self {
        Driver { world, machine, end_ns, ending: None }
    }

    /// Lets the world catch up with the clock and the machine do a slice.
    pub fn turn(&mut self) -> Turn {
        if self.ending.is_some() {
            return Turn::Ended;
        }
        self.world.borrow_mut().run_due();
        if self.end_ns.is_some_and(|end_ns| self.world.borrow().clock.now_ns() >= end_ns) {
            self.ending = Some(Ending::TimeUp);
            return Turn::Ended;
        }
        match self.machine.step() {
            Step::Worked => Turn::Worked,
            Step::Idle { until_ns } => {
                let times = [until_ns, self.world.borrow().next_event_ns(), self.end_ns];
                Turn::Wait(times.into_iter().flatten().min())
            }
            Step::Ended(ending) => {
                self.ending = Some(ending);
                Turn::Ended
            }
        }
    }

    /// How the run ended, if it did.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// The processes there are.
    pub fn processes(&self) -> Vec<ProcessRow> {
        self.machine.processes()
    }
}

//! The interpreter: lowered instructions until the process yields, waits or ends.
//!
//! One file a family of instructions; `engine` leads from one to the next. A handler takes the state by value and returns
//! the next one. It checks before it changes anything, so that a slow path (a collection, a larger integer) can be taken and
//! the instruction tried again. Invariant: no instruction touches the world outside.
//! Deliberately absent: which process runs next (`run`).
#![expect(unsafe_code, reason = "a slice runs on the heap of its process, which is its own")]

/// Declares handlers of instructions: `name(state) { … }` gives the next state. `hot` ones become part of the engine;
/// `cold` ones are functions that it calls through [`State::outside`].
macro_rules! handlers {
    ($($(#[doc = $doc:literal])* $heat:ident $name:ident($state:ident) $body:block)*) => {$(
        $(#[doc = $doc])*
        #[inline(always)]
        pub(in crate::interp) unsafe fn $name($state: State) -> State {
            handlers! { @$heat $state $body }
        }
    )*};
    (@hot $state:ident $body:block) => {
        // SAFETY: the instruction is this handler's, so it has the parts read here (invariant of `State`);
        // terms made or followed here are used before anything collects.
        unsafe { $body }
    };
    (@cold $state:ident $body:block) => {
        $state.outside(|$state| {
            // SAFETY: as above.
            unsafe { $body }
        })
    };
}

mod arithmetic;
mod bits;
mod calls;
mod compare;
mod data;
mod engine;
mod exceptions;
mod explain;
mod float;
mod frames;
mod maps;
mod messages;
mod moves;
mod native;
mod records;
mod select;
pub mod state;
mod tests_of_type;
mod trace;

use crate::heap::Parcel;
use crate::process::Process;
use crate::sched::System;

pub use state::{Machine, State};
pub use trace::stack_trace;

/// Reductions of a slice.
pub const SLICE: isize = if cfg!(feature = "stress") { 1 } else { 4000 };

/// Why the interpreter was left.
#[derive(Debug)]
pub enum Exit {
    /// The slice is over, or the process gave the rest up.
    Yielded,
    /// The process waits for a signal or a time.
    Waiting,
    /// The process ended: with this value of its first function, or this reason.
    Ended(Ending),
    /// The machine is to stop.
    Halted,
    /// The process is at a call that only a thread which runs exclusively may make.
    Apart,
}

/// How a process ended.
#[derive(Debug)]
pub enum Ending {
    /// Its first function returned this.
    Returned(Parcel),
    /// An exit signal, or `exit/1`, with this reason.
    Exited(Parcel),
    /// An exception nobody caught: the exit reason `{Reason, Stacktrace}` that links see.
    Crashed(Parcel),
}

/// What a slice came to.
#[derive(Debug)]
pub struct Slice {
    /// Why it ended.
    pub exit: Exit,
    /// Reductions it took.
    pub reductions: u32,
}

impl Machine {
    /// Runs a process for a slice of so many reductions. It is where it goes on (or, if it ended, to be ended by `System::terminate`).
    pub fn run_slice(&mut self, system: &System, process: &Process, budget: isize) -> Slice {
        self.process = process;
        self.system = system;
        self.withheld = 0;
        // SAFETY: `resume` is where this interpreter left the process, or the entry it was started with; the heap is
        // its own, and nobody else touches it in this slice.
        unsafe {
            let state = self.enter(process, budget);
            engine::run(state.ip, state.machine, state.hp, state.sp, state.reductions);
            let state = State::left_behind(self);
            (*process.heap()).set_tops(state.hp, state.sp);
            let left = state.reductions + self.withheld;
            Slice {
                exit: core::mem::replace(&mut self.exit, Exit::Yielded),
                reductions: (budget - left).max(1) as u32,
            }
        }
    }

    /// Makes the heap of a process as small as it may be between slices; without memory for that it stays as it was.
    pub fn tighten(&mut self, process: &Process) {
        let mut registers = process.resume.registers.borrow_mut();
        // SAFETY: as in `run_slice`: this machine runs no process now, and `resume` has the registers this one goes on with.
        let _ = unsafe { frames::with_roots(process, &mut registers, |heap, roots| heap.tighten(0, roots)) };
    }

    /// # Safety
    /// As in `run_slice`.
    unsafe fn enter(&mut self, process: &Process, budget: isize) -> State {
        let registers = process.resume.registers.take();
        self.x[..registers.len()].copy_from_slice(&registers);
        // SAFETY: the caller's promise.
        let heap = unsafe { &mut *process.heap() };
        let (hp, sp) = heap.tops();
        let state = State::new(process.resume.ip.get(), self, hp, sp, budget);
        if frames::may_collect(state) {
            // SAFETY: the live registers are those that were saved.
            unsafe { frames::collect(state, 0, registers.len()) }
        } else {
            state
        }
    }
}

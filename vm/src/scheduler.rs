//! A scheduler: whose turn it is, a slice of it, and what came of that.
//!
//! Invariants: one scheduler has a process at a time, for a slice; once the process may be another's it is not touched any
//! more. Between slices, and only there, the world outside is heard and timers expire.
//! Deliberately absent: waiting until there is something to do, and how several schedulers share a machine (`crew`).

use alloc::boxed::Box;

use crate::atom::names;
use crate::bif::Natives;
use crate::heap::Parcel;
use crate::interp::{Ending, Exit, Machine, SLICE, Slice};
use crate::platform::Event;
use crate::port::{clock, console, gpio};
use crate::process::{Process, Status};
use crate::report;
use crate::sched::exit::packed;
use crate::sched::memory::Moment;
use crate::sched::system_monitor::SliceSeen;
use crate::sched::{Outcome, System};
use crate::sync;
#[cfg(feature = "std")]
use crate::sync::{Pass, Place};
use crate::term::Term;

/// Reductions after which a process that runs exclusively lets others in.
const EXCLUSIVE_SLICE: isize = 200;

/// A scheduler.
pub(crate) struct Scheduler {
    machine: Box<Machine>,
    /// Reductions since somebody began to wait for this scheduler.
    owed: isize,
    /// What it has of the gate, where there are several schedulers and it is within.
    #[cfg(feature = "std")]
    pass: Option<Pass>,
}

/// What a process is to do after a slice.
enum Next {
    /// To go on when its turn comes again.
    Yield,
    /// To wait.
    Wait,
    /// Nothing: it has ended.
    End(Ending),
    /// Nothing: the machine stops.
    Halt,
}

impl Scheduler {
    /// A scheduler that has done nothing.
    pub fn new(natives: Natives) -> Scheduler {
        Scheduler {
            machine: Box::new(Machine::new(natives)),
            owed: 0,
            #[cfg(feature = "std")]
            pass: None,
        }
    }

    /// Hears what happened outside.
    pub fn listen(&mut self, system: &System) {
        self.come_in(system);
        while let Some(event) = system.platform.poll() {
            match event {
                Event::PinInterrupt(pin) => gpio::interrupt(system, pin),
                Event::ConsoleLine(line) => console::line(system, line),
            }
        }
    }

    /// Lets timers expire and runs the process whose turn it is for a slice; whether there was anything to do.
    pub fn turn(&mut self, system: &System) -> bool {
        self.come_in(system);
        if !system.timers.is_idle() {
            system.expire_timers(clock::monotonic_ns(system));
        }
        let freed = system.free_rows();
        let Some(process) = system.run_queues.pop() else { return freed };
        self.run(system, process);
        if !system.modules.nobody_leaves() {
            self.be_alone(system);
            system.free_purged();
        }
        true
    }

    fn run(&mut self, system: &System, process: &Process) {
        process.status.set(Status::Running);
        sync::have_process(process);
        let next = if system.memory.is_limited() {
            let before = system.memory.moment();
            let next = self.run_on(system, process);
            self.within_memory(system, process, before, next)
        } else {
            self.run_on(system, process)
        };
        match next {
            Next::Yield => system.requeue(process),
            Next::Wait => wait(system, process),
            Next::End(ending) => {
                if system.has_tables(process.pid) || !process.suspending.borrow().is_empty() {
                    at_rest(process, || self.be_alone(system));
                }
                end(system, process, ending);
            }
            Next::Halt => system.end(Outcome::Halted { status: system.halted.get().unwrap_or(1) }),
        }
    }

    #[inline]
    fn run_on(&mut self, system: &System, process: &Process) -> Next {
        kept_from_running(system, process).unwrap_or_else(|| self.slices(system, process))
    }

    /// Ends a process with which more came to be in use than may be, and that cannot do with less.
    fn within_memory(&mut self, system: &System, process: &Process, before: Moment, next: Next) -> Next {
        if !matches!(next, Next::Yield | Next::Wait) {
            return next;
        }
        system.count(process);
        let Some(excess) = system.memory.excess_since(before) else { return next };
        self.machine.tighten(process);
        system.count(process);
        if system.memory.has_room(0) {
            return next;
        }
        at_rest(process, || self.be_alone(system));
        report::excess(system, process, excess);
        Next::End(Ending::Exited(Parcel::atom(names::killed)))
    }

    /// Runs a process for as long as it wants, or for the reductions of a slice. Where it makes a call that only one thread
    /// at a time may make, a part of that runs exclusively.
    fn slices(&mut self, system: &System, process: &Process) -> Next {
        let (mut left, mut is_apart) = (SLICE, false);
        loop {
            let budget = if is_apart { left.min(EXCLUSIVE_SLICE) } else { left };
            let slice = self.slice(system, process, budget);
            left -= slice.reductions as isize;
            match slice.exit {
                Exit::Yielded if is_apart && left > 0 && slice.reductions as isize >= budget => {
                    is_apart = false;
                    at_rest(process, || self.come_in(system));
                }
                Exit::Apart => {
                    is_apart = true;
                    at_rest(process, || self.be_alone(system));
                }
                Exit::Yielded => return Next::Yield,
                Exit::Waiting => return Next::Wait,
                Exit::Ended(ending) => return Next::End(ending),
                Exit::Halted => return Next::Halt,
            }
            // While it was at rest, others may have ended or suspended it.
            if let Some(next) = kept_from_running(system, process) {
                return next;
            }
        }
    }

    /// Lets other schedulers know when somebody has waited for long. Whoever was woken by a process that then waits has not, so
    /// that two which answer each other wake nobody.
    fn count_owed(&mut self, system: &System, reductions: u32) {
        self.owed += reductions as isize;
        if self.owed >= SLICE {
            self.owed = 0;
            if system.run_queues.tell_overdue() {
                system.platform.interrupt();
            }
        }
    }

    /// Runs a process for so many reductions at most, and tells who wants to know what that was like.
    fn slice(&mut self, system: &System, process: &Process, budget: isize) -> Slice {
        let now = || clock::monotonic_ns(system);
        let told = !system.system_monitor.is_idle();
        let (started, collections) = if told { (now(), process.collections()) } else { (0, 0) };
        let is_waited_for = system.run_queues.is_waited_for();
        let slice = self.machine.run_slice(system, process, budget);
        if let Some(words) = self.machine.oversize.take().filter(|_| process.memory().max_heap_report) {
            at_rest(process, || self.be_alone(system));
            report::oversize(system, process, words);
        }
        if let Some(excess) = self.machine.excess.take() {
            at_rest(process, || self.be_alone(system));
            report::excess(system, process, excess);
        }
        system.worked(process, slice.reductions);
        if is_waited_for || matches!(slice.exit, Exit::Yielded) && system.run_queues.is_waited_for() {
            self.count_owed(system, slice.reductions);
        } else {
            self.owed = 0;
        }
        clock::worked(system, slice.reductions);
        if told {
            let milliseconds = now().saturating_sub(started) / 1_000_000;
            system.tell_monitor(
                process,
                SliceSeen { milliseconds, collected: process.collections() > collections },
            );
        }
        slice
    }
}

/// Several schedulers: each is within the gate while it has something to do.
#[cfg(feature = "std")]
impl Scheduler {
    /// Enters the gate, or lets others in who wait and goes on.
    #[inline]
    pub fn come_in(&mut self, system: &System) {
        if system.run_queues.schedulers() > 1 {
            let gate = &system.gate;
            let pass = self.pass.map_or_else(|| gate.enter(), |pass| gate.renew(pass));
            self.hold(pass);
        }
    }

    /// Waits until no other scheduler is within a slice.
    fn be_alone(&mut self, system: &System) {
        if !sync::is_exclusive() {
            self.go_out(system);
            system.gate.enter_exclusively();
            self.hold(Pass::Exclusive);
        }
    }

    /// Leaves the gate: there is nothing to do.
    pub fn go_out(&mut self, system: &System) {
        if let Some(pass) = self.pass.take() {
            sync::stand(Place::Outside);
            system.gate.leave(pass);
        }
    }

    fn hold(&mut self, pass: Pass) {
        self.pass = Some(pass);
        sync::stand(if pass == Pass::Shared { Place::Beside } else { Place::Alone });
    }
}

/// One scheduler: it is alone.
#[cfg(not(feature = "std"))]
impl Scheduler {
    fn come_in(&mut self, _: &System) {}

    fn be_alone(&mut self, _: &System) {}
}

/// Acts upon the signals that came; what a process is to do that is not to run on.
#[inline]
fn kept_from_running(system: &System, process: &Process) -> Option<Next> {
    match system.receive_signals(process) {
        Some(reason) => Some(Next::End(Ending::Exited(reason))),
        None if process.suspensions.get() > 0 => Some(Next::Wait),
        None if process.hibernating.get().is_some() => {
            if process.mailbox.borrow().is_empty() {
                return Some(Next::Wait);
            }
            process.hibernating.set(None);
            None
        }
        None => None,
    }
}

/// Does what may take long while a process that runs is at rest, and may be looked at.
fn at_rest(process: &Process, act: impl FnOnce()) {
    process.status.set(Status::Runnable);
    act();
    process.status.set(Status::Running);
}

/// Lets a process wait, unless a signal came meanwhile. Once it waits and its inbox is not locked, it may run elsewhere,
/// and end.
fn wait(system: &System, process: &Process) {
    let signals = process.signals.borrow_mut();
    if signals.is_empty() {
        process.status.set(Status::Waiting);
    } else {
        drop(signals);
        system.requeue(process);
    }
}

/// Ends a process, and with the first one the program.
fn end(system: &System, process: &Process, ending: Ending) {
    let (outcome, reason) = match ending {
        Ending::Returned(value) => {
            let text = report::shown(system, value.term());
            let ok = value.term().is(names::ok);
            (Outcome::Returned { text, ok }, packed(Term::atom(names::normal)))
        }
        Ending::Exited(reason) if reason.term().is(names::normal) => {
            (Outcome::Returned { text: report::shown(system, reason.term()), ok: true }, reason)
        }
        Ending::Exited(reason) => {
            let crash = Box::new(report::exit(system, process, reason.term()));
            (Outcome::Crashed { crash }, reason)
        }
        Ending::Crashed(reason) => {
            let crash = Box::new(report::crash(system, process, reason.term()));
            (Outcome::Crashed { crash }, reason)
        }
    };
    if process.pid == system.first.get() {
        system.end(outcome);
    }
    system.terminate(process, reason.term());
}

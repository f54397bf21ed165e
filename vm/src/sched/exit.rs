//! The end of a process.
//!
//! Invariants: after [`System::terminate`] the process is in no table and owns none; who was linked to it hears of it before who
//! watched it; whoever asked for a link or a monitor too late is told `noproc`. Messages to the dead vanish.

use super::System;
use crate::atom::names;
use crate::heap::Parcel;
use crate::process::{Process, Signal, Status};
use crate::term::Term;

impl System {
    /// Ends a process: `reason` goes to whom it is tied to.
    pub fn terminate(&self, process: &Process, reason: Term<'_>) {
        process.status.set(Status::Exited);
        if let Some(name) = process.name.take() {
            self.names.borrow_mut().remove(&name);
        }
        let mut timers = self.timers.borrow_mut();
        timers.cancel(process.timer.take());
        timers.cancel_for(process.pid);
        drop(timers);
        self.pins.borrow_mut().retain(|_, listener| *listener != process.pid);
        // Who has no other hold of it has it until everybody was told.
        let _kept = self.processes.remove(process.pid);
        let late = process.signals.borrow_mut().close();
        self.leave_tables(process);
        self.totals.collections.add(process.collections());
        for link in process.links.take() {
            self.tell_exit(process.pid, link, reason);
        }
        for watcher in process.watchers.take() {
            let down = Signal::Down { reference: watcher.reference, reason: packed(reason) };
            self.signal(watcher.pid, down);
        }
        for watched in process.watched.take() {
            self.signal(watched.pid, Signal::Demonitor(watched.reference));
        }
        for signal in late {
            self.refuse(process.pid, signal);
        }
        for (suspended, count) in process.suspending.take() {
            if let Some(target) = self.processes.get(suspended) {
                self.let_go(&target, count);
            }
        }
        process.aliases.take();
        process.mailbox.take();
        process.dictionary.take();
        self.uncount(process);
    }

    /// Takes back so many suspensions of a process, which runs again when none is left.
    pub fn let_go(&self, target: &Process, count: u32) {
        target.suspensions.set(target.suspensions.get().saturating_sub(count));
        if target.suspensions.get() == 0 {
            self.wake(target);
        }
    }

    /// Answers a signal that came too late, or to nobody.
    pub(super) fn refuse(&self, to: u32, signal: Signal) {
        match signal {
            Signal::Link(pid) => self.tell_exit(to, pid, Term::atom(names::noproc)),
            Signal::Monitor { from: watcher, reference, .. } => {
                let reason = packed(Term::atom(names::noproc));
                self.signal(watcher, Signal::Down { reference, reason });
            }
            _ => {}
        }
    }

    /// Tells `to` through a link that `from` ended.
    fn tell_exit(&self, from: u32, to: u32, reason: Term<'_>) {
        self.signal(to, Signal::Exit { from, reason: packed(reason), link: true });
    }
}

/// A copy of a reason; where there is no memory for one, an atom that says so.
pub fn packed(reason: Term<'_>) -> Parcel {
    Parcel::new(reason).unwrap_or(Parcel::NO_MEMORY)
}

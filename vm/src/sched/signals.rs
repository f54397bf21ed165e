//! What a process does with the signals that came.
//!
//! Invariants: signals are acted upon in the order they came; a message is in the mailbox only after its signal was
//! acted upon; a signal about a link, a monitor or an alias that is no more has no effect.

use super::System;
use crate::atom::names;
use crate::heap::{OutOfMemory, Parcel};
use crate::process::{AliasLife, Process, ReferenceNumbers, Signal, Watched, Watcher};
use crate::sync::Arc;
use crate::term::Term;

impl System {
    /// Acts upon every signal that came to a process; the reason when one of them ends it.
    #[inline]
    pub fn receive_signals(&self, process: &Process) -> Option<Parcel> {
        // What comes a moment later is seen before the process waits.
        if process.signals.is_idle() { None } else { self.receive_all_signals(process) }
    }

    fn receive_all_signals(&self, process: &Process) -> Option<Parcel> {
        loop {
            let (signal, is_last) = {
                let mut signals = process.signals.borrow_mut();
                process.mailbox.borrow_mut().take_over(&mut signals);
                let Some(signal) = signals.pop() else {
                    signals.give_back_room();
                    return None;
                };
                (signal, signals.is_empty())
            };
            let reason = self.act(process, signal);
            if is_last || reason.is_some() {
                return reason;
            }
        }
    }

    /// Acts upon the signals that came up to one that ends the process, which is left for [`Self::receive_signals`].
    pub fn receive_harmless_signals(&self, process: &Process) {
        loop {
            if process.signals.borrow().first().is_none_or(|signal| ends(process, signal)) {
                return;
            }
            let signal = process.signals.borrow_mut().pop();
            signal.and_then(|signal| self.act(process, signal));
        }
    }

    /// A process as others are to see it: it has acted upon the signals that came, and none of them ends it.
    pub fn settled(&self, pid: u32) -> Option<Arc<Process>> {
        let process = self.processes.get(pid)?;
        self.receive_harmless_signals(&process);
        let ends = !process.signals.borrow().is_empty();
        if ends { None } else { Some(process) }
    }

    /// Sends a copy of a term to whom an alias stands for; nothing happens when it stands for nobody.
    pub fn send_to_alias(&self, alias: ReferenceNumbers, message: Term<'_>) {
        if let Some(pid) = alias_owner(alias)
            && let Ok(parcel) = Parcel::new(message)
        {
            self.signal(pid, Signal::AliasMessage(alias, parcel));
        }
    }

    /// Ends the monitor of a reference, and the alias that goes with it; whether there was one.
    pub fn demonitor(&self, process: &Process, reference: ReferenceNumbers) -> bool {
        let watched = take_watched(process, reference);
        if let Some(watched) = &watched {
            self.signal(watched.pid, Signal::Demonitor(reference));
        }
        watched.is_some()
    }

    /// Acts upon one signal; the reason when it ends the process.
    fn act(&self, process: &Process, signal: Signal) -> Option<Parcel> {
        match signal {
            Signal::Message(parcel) => process.mailbox.borrow_mut().push(parcel),
            Signal::AliasMessage(alias, parcel) => self.alias_message(process, alias, parcel),
            Signal::Link(pid) => {
                let mut links = process.links.borrow_mut();
                if !links.contains(&pid) {
                    links.push(pid);
                }
            }
            Signal::Unlink(pid) => process.links.borrow_mut().retain(|link| *link != pid),
            Signal::Exit { .. } => return exit(process, signal),
            Signal::Monitor { from, reference, name } => {
                process.watchers.borrow_mut().push(Watcher { pid: from, reference, name });
            }
            Signal::Demonitor(reference) => {
                process.watchers.borrow_mut().retain(|watcher| watcher.reference != reference);
            }
            Signal::Down { reference, reason } => {
                if let Some(watched) = take_watched(process, reference)
                    && let Ok(message) = down_message(&watched, &reason)
                {
                    process.mailbox.borrow_mut().push(message);
                }
            }
            Signal::TimedOut(timer) => {
                if process.timer.get() == timer {
                    process.timer.set(0);
                    process.timed_out.set(true);
                }
            }
            Signal::GroupLeader(pid) => process.group_leader.set(pid),
        }
        None
    }

    fn alias_message(&self, process: &Process, alias: ReferenceNumbers, message: Parcel) {
        let life = process.aliases.borrow().iter().find(|(own, _)| *own == alias).map(|(_, life)| *life);
        let Some(life) = life else { return };
        if matches!(life, AliasLife::Reply | AliasLife::ReplyDemonitor) {
            process.aliases.borrow_mut().retain(|(own, _)| *own != alias);
        }
        if life == AliasLife::ReplyDemonitor {
            self.demonitor(process, alias);
        }
        process.mailbox.borrow_mut().push(message);
    }
}

/// The process that a reference is, or was, an alias of.
pub fn alias_owner(reference: ReferenceNumbers) -> Option<u32> {
    reference[2].checked_sub(1).map(|pid| pid as u32)
}

/// The reference of these numbers as an alias of a process: the last number says whose.
pub fn alias_of(reference: ReferenceNumbers, pid: u32) -> ReferenceNumbers {
    [reference[0], reference[1], pid as usize + 1]
}

/// Takes the record of a watched process out, and the alias that holds no longer than it.
fn take_watched(process: &Process, reference: ReferenceNumbers) -> Option<Watched> {
    let mut watched = process.watched.borrow_mut();
    let index = watched.iter().position(|each| each.reference == reference)?;
    process.aliases.borrow_mut().retain(|(alias, life)| {
        *alias != reference || !matches!(life, AliasLife::Demonitor | AliasLife::ReplyDemonitor)
    });
    Some(watched.remove(index))
}

/// Whether a signal would end the process now.
fn ends(process: &Process, signal: &Signal) -> bool {
    let Signal::Exit { from, reason, link } = signal else { return false };
    if *link && !process.links.borrow().contains(from) {
        return false;
    }
    if !*link && reason.term().is(names::kill) {
        return true;
    }
    let own = !*link && *from == process.pid;
    !process.trap_exit.get() && (own || !reason.term().is(names::normal))
}

fn exit(process: &Process, signal: Signal) -> Option<Parcel> {
    let ends = ends(process, &signal);
    let Signal::Exit { from, reason, link } = signal else { return None };
    let linked = process.links.borrow().contains(&from);
    if link {
        process.links.borrow_mut().retain(|each| *each != from);
    }
    if ends {
        let killed = !link && reason.term().is(names::kill);
        return if killed { Parcel::new(Term::atom(names::killed)).ok() } else { Some(reason) };
    }
    if process.trap_exit.get()
        && (linked || !link)
        && let Ok(message) = exit_message(from, &reason)
    {
        process.mailbox.borrow_mut().push(message);
    }
    None
}

/// `{'EXIT', Pid, Reason}`.
fn exit_message(from: u32, reason: &Parcel) -> Result<Parcel, OutOfMemory> {
    Parcel::build(|arena| {
        let reason = arena.copy(reason.term())?;
        arena.tuple(&[Term::atom(names::EXIT), Term::pid(from), reason])
    })
}

/// `{'DOWN', Reference, process, Object, Reason}`.
fn down_message(watched: &Watched, reason: &Parcel) -> Result<Parcel, OutOfMemory> {
    Parcel::build(|arena| {
        let tag = match &watched.tag {
            Some(tag) => arena.copy(tag.term())?,
            None => Term::atom(names::DOWN),
        };
        let object = match watched.name {
            Some(name) => arena.tuple(&[Term::atom(name), Term::atom(names::nonode_nohost)])?,
            None => Term::pid(watched.pid),
        };
        let reference = arena.reference(watched.reference)?;
        let reason = arena.copy(reason.term())?;
        arena.tuple(&[tag, reference, Term::atom(names::process), object, reason])
    })
}

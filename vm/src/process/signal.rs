//! What one process tells another.
//!
//! Invariant: every interaction between two processes is a signal in the receiver's queue, and two signals of the
//! same sender arrive in the order they were sent.

use crate::atom::Atom;
use crate::heap::Parcel;

/// A reference's numbers.
pub type ReferenceNumbers = [usize; 3];

/// A signal.
#[derive(Debug)]
pub enum Signal {
    /// A message.
    Message(Parcel),
    /// A message to an alias of the receiver, which is a message only if the alias still holds when it comes.
    AliasMessage(ReferenceNumbers, Parcel),
    /// The sender is now linked to the receiver.
    Link(u32),
    /// The sender is no longer linked to the receiver.
    Unlink(u32),
    /// The sender ends, or says it does: its pid, the reason, and whether it came through a link.
    Exit {
        /// Who sends it.
        from: u32,
        /// Why.
        reason: Parcel,
        /// Through a link (which it dissolves), or by `exit/2`.
        link: bool,
    },
    /// The sender watches the receiver.
    Monitor {
        /// Who watches.
        from: u32,
        /// By what reference.
        reference: ReferenceNumbers,
        /// The name it was asked for by.
        name: Option<Atom>,
    },
    /// The sender no longer watches.
    Demonitor(ReferenceNumbers),
    /// A watched process ended.
    Down {
        /// The watcher's reference.
        reference: ReferenceNumbers,
        /// Why.
        reason: Parcel,
    },
    /// The time of a `receive … after` is over: the number of its timer.
    TimedOut(u64),
    /// The group leader is another.
    GroupLeader(u32),
}

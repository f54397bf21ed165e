//! Signals that came to a process and have not been looked at.
//!
//! Invariant: once the process has ended nothing is taken in any more, so that whoever came too late learns of it and no
//! signal is lost between the two.
//! Deliberately absent: what signals are, and what they do.

use alloc::collections::VecDeque;

use crate::sync::Idle;

/// Signals that there stays room for.
const KEPT_ROOM: usize = 16;

/// The inbox of a process.
#[derive(Debug)]
pub struct Inbox<S> {
    signals: VecDeque<S>,
    is_closed: bool,
}

impl<S> Default for Inbox<S> {
    fn default() -> Self {
        Inbox { signals: VecDeque::new(), is_closed: false }
    }
}

impl<S> Idle for Inbox<S> {
    fn is_idle(&self) -> bool {
        self.signals.is_empty()
    }
}

impl<S> Inbox<S> {
    /// Puts a signal last.
    ///
    /// # Errors
    /// The process has ended: the signal.
    pub fn push(&mut self, signal: S) -> Result<(), S> {
        if self.is_closed {
            return Err(signal);
        }
        self.signals.push_back(signal);
        Ok(())
    }

    /// Gives room back that many signals needed, when there is none.
    #[inline]
    pub fn give_back_room(&mut self) {
        if self.signals.capacity() > KEPT_ROOM {
            self.signals = VecDeque::new();
        }
    }

    /// Takes the oldest signal out.
    pub fn pop(&mut self) -> Option<S> {
        self.signals.pop_front()
    }

    /// The oldest signal.
    pub fn first(&self) -> Option<&S> {
        self.signals.front()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.signals.is_empty()
    }

    /// The signals, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &S> {
        self.signals.iter()
    }

    /// Takes nothing in any more; what has come and was not looked at.
    pub fn close(&mut self) -> VecDeque<S> {
        self.is_closed = true;
        core::mem::take(&mut self.signals)
    }
}

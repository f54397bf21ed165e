//! Messages in the order they came, and where a receive stands among them.
//!
//! Invariants: `next` is the message a receive looks at now; every message before it has been looked at by this
//! receive. A mark remembers how many messages had come when it was made, so that a receive which waits for a
//! reply to a later request skips what cannot be one.

use alloc::collections::VecDeque;

use thin_vec::ThinVec;

use crate::heap::{OutOfMemory, Parcel};
use crate::term::Word;

/// The messages of a process.
#[derive(Debug, Default)]
pub struct Mailbox {
    messages: VecDeque<Message>,
    /// How many messages have been taken out before the first, ever: messages are numbered.
    next: usize,
    came: u64,
    marks: ThinVec<Mark>,
    reserved: u64,
    /// Whether registers may refer to the message a receive looks at.
    is_looked_at: bool,
}

#[derive(Debug)]
struct Message {
    number: u64,
    parcel: Parcel,
}

#[derive(Debug)]
struct Mark {
    reference: [usize; 3],
    number: u64,
}

/// Marks kept at most; the oldest is forgotten, which only makes a receive slower.
const MAX_MARKS: usize = 8;

impl Mailbox {
    /// Puts a message last.
    pub fn push(&mut self, parcel: Parcel) {
        self.messages.push_back(Message { number: self.came, parcel });
        self.came += 1;
    }

    /// The message a receive looks at now.
    pub fn current(&self) -> Option<Word> {
        self.messages.get(self.next).map(|message| message.parcel.term().word())
    }

    /// The message a receive looks at now, to be referred to by registers until it is taken out or left.
    pub fn look(&mut self) -> Option<Word> {
        let current = self.current();
        self.is_looked_at = current.is_some();
        current
    }

    /// Leaves the message and looks at the next.
    pub fn skip(&mut self) {
        self.is_looked_at = false;
        self.next += 1;
    }

    /// The receive looks at all messages again.
    pub fn restart(&mut self) {
        self.is_looked_at = false;
        self.next = 0;
    }

    /// Hands over the parcel that registers refer to, so that it can be part of their heap; a copy stays here.
    ///
    /// # Errors
    /// There is no memory for the copy.
    pub fn hand_over(&mut self) -> Result<Option<Parcel>, OutOfMemory> {
        match self.messages.get_mut(self.next) {
            Some(message) if core::mem::take(&mut self.is_looked_at) => {
                let copy = Parcel::new(message.parcel.term())?;
                Ok(Some(core::mem::replace(&mut message.parcel, copy)))
            }
            _ => Ok(None),
        }
    }

    /// Takes the message that the receive looks at out.
    pub fn take(&mut self) -> Option<Parcel> {
        let message = self.messages.remove(self.next)?;
        self.is_looked_at = false;
        self.next = 0;
        Some(message.parcel)
    }

    /// How many messages there are.
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// The messages, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Parcel> {
        self.messages.iter().map(|message| &message.parcel)
    }

    /// Remembers the end, for a reference that is about to be made.
    pub fn reserve_mark(&mut self) {
        self.reserved = self.came;
    }

    /// The remembered end belongs to this reference.
    pub fn bind_mark(&mut self, reference: [usize; 3]) {
        if self.marks.len() == MAX_MARKS {
            self.marks.remove(0);
        }
        self.marks.push(Mark { reference, number: self.reserved });
    }

    /// Forgets the mark of a reference.
    pub fn clear_mark(&mut self, reference: [usize; 3]) {
        self.marks.retain(|mark| mark.reference != reference);
    }

    /// The receive begins at the mark of a reference, where there is one.
    pub fn use_mark(&mut self, reference: [usize; 3]) {
        if let Some(mark) = self.marks.iter().find(|mark| mark.reference == reference) {
            self.next = self.messages.partition_point(|message| message.number < mark.number);
        }
    }

    /// Removes messages, such as a monitor's that is flushed.
    pub fn retain(&mut self, keep: impl Fn(&Parcel) -> bool) {
        self.messages.retain(|message| keep(&message.parcel));
        self.is_looked_at = false;
        self.next = 0;
    }
}

//! Messages in the order they came, and where a receive stands among them.
//!
//! Invariants: `next` is the message a receive looks at now; every message before it has been looked at by this
//! receive. A mark remembers how many messages had come when it was made, so that a receive which waits for a
//! reply to a later request skips what cannot be one. The count of words is that of the messages' parcels.

use alloc::collections::VecDeque;

use thin_vec::ThinVec;

use super::{Inbox, Signal};
use crate::heap::{OutOfMemory, Parcel};
use crate::term::Word;
use crate::term::word::BYTES;

/// The messages of a process.
#[derive(Debug, Default)]
pub struct Mailbox {
    messages: VecDeque<Message>,
    /// Words of their parcels.
    words: usize,
    /// The one a receive looks at.
    next: u32,
    /// How many came, ever: messages are numbered.
    came: u64,
    marks: ThinVec<Mark>,
    /// How many had come when the mark to be bound next was made.
    reserved: u64,
    /// What registers may refer to of the message a receive looks at.
    seen: Seen,
}

/// What registers may refer to of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Seen {
    /// Nothing.
    #[default]
    Nothing,
    /// The message as it lies in the mailbox.
    Message,
    /// A copy in their heap.
    Copy,
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

/// Messages that there stays room for.
const KEPT_ROOM: usize = 16;
/// Marks kept at most; the oldest is forgotten, which only makes a receive slower.
const MAX_MARKS: usize = 8;

impl Mailbox {
    /// Puts a message last.
    pub fn push(&mut self, parcel: Parcel) {
        self.words += parcel.words();
        self.messages.push_back(Message { number: self.came, parcel });
        self.came += 1;
    }

    /// Takes over the messages that came before any other signal.
    #[inline]
    pub fn take_over(&mut self, signals: &mut Inbox<Signal>) {
        while let Some(Signal::Message(_)) = signals.first() {
            let Some(Signal::Message(parcel)) = signals.pop() else { return };
            self.push(parcel);
        }
    }

    /// The message a receive looks at now.
    pub fn current(&self) -> Option<Word> {
        self.messages.get(self.next as usize).map(|message| message.parcel.term().word())
    }

    /// The message a receive looks at now, to be referred to by registers until it is taken out or left. Of the oldest, the
    /// heap may have a copy made at once, which spares it a fragment; a receive that looks further does not leave one behind
    /// for each.
    #[inline]
    pub fn look(&mut self, copy: impl FnOnce(&Parcel) -> Option<Word>) -> Option<Word> {
        let seen = core::mem::take(&mut self.seen);
        let parcel = &self.messages.get(self.next as usize)?.parcel;
        // Who looked at it in its place may still refer to that, whatever it does since.
        let copied = if self.next == 0 && seen != Seen::Message { copy(parcel) } else { None };
        self.seen = if copied.is_some() { Seen::Copy } else { Seen::Message };
        copied.or_else(|| Some(parcel.term().word()))
    }

    /// Leaves the message and looks at the next.
    pub fn skip(&mut self) {
        self.seen = Seen::Nothing;
        self.next += 1;
    }

    /// The receive looks at all messages again.
    pub fn restart(&mut self) {
        self.seen = Seen::Nothing;
        self.next = 0;
    }

    /// Hands over the parcel that registers refer to, so that it can be part of their heap; a copy stays here.
    ///
    /// # Errors
    /// There is no memory for the copy.
    pub fn hand_over(&mut self) -> Result<Option<Parcel>, OutOfMemory> {
        match self.messages.get_mut(self.next as usize) {
            Some(message) if self.seen == Seen::Message => {
                self.seen = Seen::Nothing;
                let copy = Parcel::new(message.parcel.term())?;
                self.words = self.words - message.parcel.words() + copy.words();
                Ok(Some(core::mem::replace(&mut message.parcel, copy)))
            }
            _ => Ok(None),
        }
    }

    /// Takes the message that the receive looks at out; its parcel, if registers refer to that.
    #[inline]
    pub fn take(&mut self) -> Option<Parcel> {
        let message = if self.next == 0 {
            self.messages.pop_front()
        } else {
            self.messages.remove(self.next as usize)
        }?;
        self.words -= message.parcel.words();
        self.next = 0;
        if self.messages.capacity() > KEPT_ROOM {
            self.give_back_room();
        }
        if core::mem::take(&mut self.seen) == Seen::Copy { None } else { Some(message.parcel) }
    }

    /// Gives room back that many messages needed and few need no longer.
    #[inline(never)]
    fn give_back_room(&mut self) {
        let count = self.messages.len();
        if count < self.messages.capacity() / 4 {
            self.messages.shrink_to(KEPT_ROOM.max(count * 2));
        }
    }

    /// How many messages there are.
    pub fn len(&self) -> usize {
        self.messages.len()
    }

    /// The bytes they take.
    pub fn bytes(&self) -> usize {
        self.messages.len() * size_of::<Message>() + self.words * BYTES
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
            self.next = self.messages.partition_point(|message| message.number < mark.number) as u32;
        }
    }

    /// Removes messages, such as a monitor's that is flushed.
    pub fn retain(&mut self, keep: impl Fn(&Parcel) -> bool) {
        self.messages.retain(|message| keep(&message.parcel));
        self.give_back_room();
        self.words = self.iter().map(Parcel::words).sum();
        self.seen = Seen::Nothing;
        self.next = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atom::names;
    use crate::heap::Arena;
    use crate::term::Term;

    fn message(number: i32) -> Parcel {
        let arena = Arena::new();
        Parcel::new(arena.list(&[Term::small_number(number)]).expect("memory")).expect("memory")
    }

    #[test]
    fn a_message_that_registers_may_refer_to_is_not_given_up_for_a_copy() {
        let mut mailbox = Mailbox::default();
        mailbox.push(message(1));
        let in_place = mailbox.look(|_| None);
        assert_eq!(mailbox.look(|_| Some(Word::NIL)), in_place);
        let parcel = mailbox.take().expect("the parcel that the first look led to");
        assert_eq!(Some(parcel.term().word()), in_place);
        mailbox.push(message(2));
        assert_eq!(mailbox.look(|_| Some(Word::NIL)), Some(Word::NIL));
        assert!(mailbox.take().is_none());
    }

    #[test]
    fn what_messages_took_is_counted_and_given_back() {
        let mut mailbox = Mailbox::default();
        (0..10_000).for_each(|number| mailbox.push(message(number)));
        let (words, full) = (message(0).words(), mailbox.bytes());
        assert_eq!(full, 10_000 * (size_of::<Message>() + words * BYTES));
        mailbox.look(|_| None);
        mailbox.hand_over().expect("memory").expect("a parcel");
        mailbox.retain(|parcel| !parcel.term().is(names::ok));
        assert!(full - mailbox.bytes() < 100);
        (0..9_000).for_each(|_| _ = mailbox.take());
        assert!(mailbox.messages.capacity() < 5_000, "{}", mailbox.messages.capacity());
        (0..1_000).for_each(|_| _ = mailbox.take());
        assert_eq!((mailbox.bytes(), mailbox.len()), (0, 0));
        assert!(mailbox.messages.capacity() <= 2 * KEPT_ROOM, "{}", mailbox.messages.capacity());
    }
}

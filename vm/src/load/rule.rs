//! The rules of sound code, which the verifier proves.
//!
//! Invariant: each names a fact that handlers of the interpreter rely on without looking; `docs/architecture.md` says
//! which.

use core::fmt;

/// A rule that code breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A frame is taken where there is none.
    FrameTaken,
    /// Slots are used, and calls made, in a frame.
    FrameMissing,
    /// A frame is given back as large as it is.
    FrameSize,
    /// Who returns, or calls for the last time, has given the frame back.
    FrameKept,
    /// Ways that meet have the same frame, or use none.
    FramesDiffer,
    /// A slot is one of the frame's.
    Slot(u16),
    /// An X register is set before it is read.
    UnsetRegister(u16),
    /// A slot is set before it is read.
    UnsetSlot(u16),
    /// All slots are set where something may collect, or raise: the stack is read there.
    UnsetFrame,
    /// A float register is set before it is read.
    UnsetFloat(u16),
    /// Heap is reserved before it is written: so many words were wanted.
    Reservation(u32),
    /// A slot that holds a mark is neither read nor written until its `catch` or `try` ends.
    Mark(u16),
    /// A `catch` or `try` within another has the lower slot, and ends first.
    Nesting(u16),
    /// A frame is not given back, nor slots of it, while they hold a mark.
    MarkKept,
    /// Where an exception arrives, `catch_end` or `try_case` is what comes first.
    Arrival,
    /// `try_case` is where an exception arrives, and nobody else.
    NoException,
    /// Nothing of a message that is left in the mailbox stays in the frame.
    Message,
    /// Segments are put into a bitstring that was begun, with no collection in between.
    NoBitstring,
    /// Elements are overwritten in a tuple that `setelement/3` has just made.
    NotFresh,
    /// A tuple with a tag has at least that element.
    Tag,
    /// The function ends where the next one begins.
    FallsThrough,
    /// Who goes round without a call waits for messages, or looks at one after another.
    Loop,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::FrameTaken => f.write_str("a stack frame is made where there is one"),
            Rule::FrameMissing => f.write_str("there is no stack frame here"),
            Rule::FrameSize => f.write_str("the stack frame has another size"),
            Rule::FrameKept => f.write_str("the stack frame is not given back"),
            Rule::FramesDiffer => f.write_str("ways with different stack frames meet at a label"),
            Rule::Slot(slot) => write!(f, "y{slot} is beyond the stack frame"),
            Rule::UnsetRegister(register) => write!(f, "x{register} is not set here on every way"),
            Rule::UnsetSlot(slot) => write!(f, "y{slot} is not set here on every way"),
            Rule::UnsetFrame => {
                f.write_str("a slot of the stack frame is not set where the stack may be read")
            }
            Rule::UnsetFloat(register) => write!(f, "fr{register} is not set here on every way"),
            Rule::Reservation(words) => write!(f, "no {words} words of heap are reserved here"),
            Rule::Mark(slot) => write!(f, "y{slot} holds the mark of a catch or try"),
            Rule::Nesting(slot) => write!(f, "the innermost catch or try is not that of y{slot}"),
            Rule::MarkKept => f.write_str("a catch or try has not ended"),
            Rule::Arrival => f.write_str("an exception arrives at neither catch_end nor try_case"),
            Rule::NoException => f.write_str("no exception arrives here"),
            Rule::Message => f.write_str("a slot may refer to a message that stays in the mailbox"),
            Rule::NoBitstring => f.write_str("no bitstring has been begun here"),
            Rule::NotFresh => f.write_str("the tuple was not made just now by setelement/3"),
            Rule::Tag => f.write_str("an empty tuple has no tag"),
            Rule::FallsThrough => f.write_str("the function has no end"),
            Rule::Loop => f.write_str("the code goes round without a call"),
        }
    }
}

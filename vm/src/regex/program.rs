//! A pattern as instructions for the matcher.
//!
//! Invariant: every place an instruction names is one of the program, and the last instruction is `Match`.

use alloc::vec::Vec;

use super::Options;
use super::class::{Class, Folding};
use super::start::Start;
use super::tree::{Assertion, Mood};

/// No place.
pub const NOWHERE: u32 = u32::MAX;

/// A compiled pattern.
#[derive(Debug)]
pub struct Program {
    pub(super) ops: Vec<Op>,
    /// Bytes of literal text.
    pub(super) text: Vec<u8>,
    pub(super) classes: Vec<Class>,
    /// Groups that references by name may mean.
    pub(super) lists: Vec<u32>,
    pub(super) groups: u32,
    pub(super) counters: u32,
    /// Where each group begins; the first is the whole pattern.
    pub(super) entries: Vec<u32>,
    pub(super) names: Vec<(Vec<u8>, u32)>,
    pub(super) options: Options,
    pub(super) folding: Folding,
    pub(super) limits: [Option<u64>; 2],
    /// Whether a search may pass over a carriage return and a line feed in one step.
    pub(super) passes_line_ends: bool,
    pub(super) start: Start,
}

impl Program {
    /// How many groups capture.
    pub fn groups(&self) -> usize {
        self.groups as usize
    }

    /// Names and their groups, in the order of names.
    pub fn names(&self) -> &[(Vec<u8>, u32)] {
        &self.names
    }

    /// The options it was made with, those it asked for itself among them.
    pub fn options(&self) -> Options {
        self.options
    }

    /// Bytes it takes, about.
    pub fn size(&self) -> usize {
        size_of::<Program>()
            + self.ops.len() * size_of::<Op>()
            + self.text.len()
            + self.classes.len() * size_of::<Class>()
    }
}

/// Some groups: a part of the program's lists.
#[derive(Clone, Copy, Debug)]
pub struct Groups {
    pub first: u32,
    pub count: u32,
}

/// What one character may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// This.
    Character(u32),
    /// This, in any case: it is folded.
    Folded(u32),
    /// Any that begins no line end.
    Any,
    /// Any.
    Every,
    /// A byte, whatever it is of.
    Byte,
    /// One of a class.
    Class(u32),
}

/// An instruction.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// These bytes.
    Text { start: u32, length: u32 },
    /// One character.
    One(Item),
    /// One character several times.
    Many { item: Item, least: u32, most: u32, mood: Mood },
    /// A line end.
    LineEnd { ascii: bool },
    /// A grapheme cluster.
    Grapheme,
    /// A place.
    Assert(Assertion),
    /// A group begins.
    Open(u32),
    /// A group ends.
    Close(u32),
    /// Elsewhere.
    Jump(u32),
    /// Here first, then there.
    Split(u32),
    /// There first, then here.
    SplitLazy(u32),
    /// An alternative of an alternation that `(*THEN)` may want to know, and where the next is.
    Choice { next: u32, alternation: u32 },
    /// A loop begins.
    LoopStart(u32),
    /// A round of a loop, or its end.
    Loop { counter: u32, least: u32, most: u32, lazy: bool, exit: u32 },
    /// What one of these groups captured.
    BackReference { groups: Groups, fold: bool },
    /// What a group would match.
    Call(u32),
    /// What may not be tried another way, and where to go when it fails (`NOWHERE`: back).
    Guard { failed: u32, end: u32, look: bool },
    /// Its end; a look goes back to where it began.
    GuardEnd { look: bool },
    /// The end of what was not to match, and where to go.
    NegatedEnd { matched: u32 },
    /// So many characters back, the most first.
    Back { least: u32, most: u32 },
    /// What was looked for behind ends where the look began.
    BackEnd,
    /// Elsewhere, unless one of these groups captured.
    UnlessCaptured { groups: Groups, otherwise: u32 },
    /// Elsewhere, unless we are in a call of one of these groups (none: of any).
    UnlessCalled { groups: Groups, otherwise: u32 },
    /// The match begins here.
    Keep,
    /// Matched, up to what encloses this.
    Accept,
    /// Not matched.
    Fail,
    /// No other way after this.
    Commit,
    /// No other way from where the match began.
    Prune,
    /// No other way from before here.
    Skip,
    /// No other way from before that mark.
    SkipTo(u32),
    /// No other way in this alternative.
    Then(u32),
    /// A mark.
    Mark(u32),
    /// Matched.
    Match,
}

//! A pattern as a tree.
//!
//! Invariant: no branch is deeper than `parse.rs` allows.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::class::Class;

/// Part of a pattern.
#[derive(Debug)]
pub enum Node {
    /// Nothing.
    Empty,
    /// A character.
    Character { character: u32, fold: bool },
    /// Any character, or any that does not begin a line end.
    Any { line_ends: bool },
    /// Any byte (`\C`).
    Byte,
    /// A line end of any kind (`\R`).
    LineEnd { ascii: bool },
    /// What is seen as one character (`\X`).
    Grapheme,
    /// A character of a class.
    Class(Box<Class>),
    /// A place.
    Assert(Assertion),
    /// A group that captures.
    Capture(u32, Box<Node>),
    /// One after the other.
    Concatenation(Vec<Node>),
    /// The first that leads to a match.
    Alternation(Vec<Node>),
    /// Several times.
    Repeat(Box<Repeat>),
    /// What must or must not match here, ahead or behind; and where that is said.
    Look { body: Box<Node>, behind: bool, negated: bool, position: usize },
    /// What is not tried another way once it matched.
    Atomic(Box<Node>),
    /// What a group captured.
    BackReference(Reference, bool),
    /// What a group would match here; 0 is all of the pattern.
    Call(Reference),
    /// One of two, by a condition.
    Conditional(Box<Conditional>),
    /// The match begins here (`\K`).
    Keep,
    /// What changes how a failure is met.
    Verb(Verb),
}

/// A repetition.
#[derive(Debug)]
pub struct Repeat {
    /// Of what.
    pub body: Node,
    /// How often at least.
    pub least: u32,
    /// How often at most; `u32::MAX` is no limit.
    pub most: u32,
    /// What is tried first.
    pub mood: Mood,
}

/// What a repetition tries first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    /// As often as can be.
    Greedy,
    /// As seldom as can be.
    Lazy,
    /// As often as can be and nothing else.
    Possessive,
}

/// A place in a subject.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Assertion {
    /// The first.
    SubjectStart,
    /// The last.
    SubjectEnd,
    /// The last, or before a line end there.
    SubjectEndOrLineEnd,
    /// `^`: the first, unless it is said to be no line's start.
    Caret,
    /// `$`: the last, or before a line end there, unless it is said to be no line's end.
    Dollar,
    /// `$` where line ends do not count.
    DollarEnd,
    /// Where the search began.
    SearchStart,
    /// The start of a line; after every line end.
    LineStart,
    /// Before every line end, or the last.
    LineEnd,
    /// Between a word and what is none.
    WordBoundary { ucp: bool },
    /// Anywhere else.
    NotWordBoundary { ucp: bool },
}

/// Which group.
#[derive(Debug)]
pub enum Reference {
    /// That of a number, and where it is spoken of.
    Number(u32, usize),
    /// Those of a name, and where it is spoken of.
    Name(Vec<u8>, usize),
}

/// A choice by a condition.
#[derive(Debug)]
pub struct Conditional {
    /// The condition.
    pub condition: Condition,
    /// What is to match where it holds.
    pub then: Node,
    /// What is to match where it does not.
    pub otherwise: Node,
}

/// When the first part of a conditional is taken.
#[derive(Debug)]
pub enum Condition {
    /// The group captured something.
    Captured(Reference),
    /// We are in a call: of that group, of any (`None`).
    Called(Option<Reference>),
    /// What an assertion says.
    Look(Node),
    /// Never: what `DEFINE` is for, and `VERSION` may come to.
    Never,
    /// Always: what `VERSION` may come to.
    Always,
}

/// A verb.
#[derive(Clone, Debug)]
pub enum Verb {
    /// Matched, whatever follows.
    Accept,
    /// Not matched here.
    Fail,
    /// After a failure the whole match fails.
    Commit,
    /// After a failure the search goes on at the next place.
    Prune,
    /// After a failure the search goes on here.
    Skip,
    /// After a failure the search goes on at that mark.
    SkipTo(Vec<u8>),
    /// After a failure the next alternative is tried.
    Then,
    /// A place of that name.
    Mark(Vec<u8>),
}

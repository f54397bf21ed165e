//! Looks for a match: backtracking over a stack of choices and of what to undo.
//!
//! Invariants: whatever changes captures, counters, calls or guards first says on the stack how it is undone, so the
//! state at a choice is what it was when the choice was made; the stack is limited, and so are the steps; between
//! two steps the matcher may stop and go on later, with the same subject. A subject of another length is refused.

mod step;
mod unwind;

use crate::sync::Arc;
use alloc::boxed::Box;
use alloc::vec::Vec;

use super::class::Folding;
use super::parse::decode;
use super::program::{NOWHERE, Op, Program};
use super::{Newline, Options};

/// No place in a subject.
const UNSET: usize = usize::MAX;

/// From where to where; both are `usize::MAX` where there is nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    const NONE: Span = Span { start: UNSET, end: UNSET };

    /// Whether there is nothing.
    pub fn is_none(self) -> bool {
        self.start == UNSET
    }
}

/// What a search may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Choices made.
    pub steps: u64,
    /// What lies on the stack.
    pub depth: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { steps: 10_000_000, depth: 10_000_000 }
    }
}

/// How a search is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct MatchFlags {
    /// Only where it begins.
    pub anchored: bool,
    /// The subject's start is no line's.
    pub not_line_start: bool,
    /// The subject's end is no line's.
    pub not_line_end: bool,
    /// A match of nothing is none.
    pub not_empty: bool,
    /// A match of nothing where the search begins is none.
    pub not_empty_at_start: bool,
    /// What ends a line, where it is not what the pattern says.
    pub newline: Option<Newline>,
}

/// How far a search came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// There is a match.
    Matched,
    /// There is none.
    Unmatched,
    /// Too many steps.
    StepLimit,
    /// Too deep.
    DepthLimit,
    /// Not done: it is to be run again.
    Suspended,
}

/// What can be tried otherwise, or is to be undone.
#[derive(Debug)]
enum Frame {
    Branch { place: u32, at: usize },
    Choice { place: u32, at: usize, alternation: u32 },
    Shrink { place: u32, at: usize, least: usize },
    Grow { place: u32, at: usize, left: u32 },
    Forward { place: u32, at: usize, last: usize },
    Round { place: u32, at: usize },
    Capture { group: u32, span: Span },
    Opening { group: u32, at: usize },
    Counter { counter: u32, round: Round },
    Keep(usize),
    Guard { failed: u32, at: usize, look: bool },
    Called,
    Returned(Box<Call>),
    Commit,
    Prune,
    Skip(usize),
    Then(u32),
    Mark { name: u32, at: usize },
}

/// A loop's rounds, and where the last began.
#[derive(Clone, Copy, Debug)]
struct Round {
    count: u32,
    at: usize,
}

/// A guard we are in.
#[derive(Clone, Copy, Debug)]
struct Guard {
    /// The stack below it.
    height: usize,
    at: usize,
    end: u32,
}

/// A call of a group, and what it does not change.
#[derive(Debug)]
struct Call {
    group: u32,
    back: u32,
    at: usize,
    captures: Vec<Span>,
    openings: Vec<usize>,
    counters: Vec<Round>,
}

/// A search.
#[derive(Debug)]
pub struct Machine {
    program: Arc<Program>,
    flags: MatchFlags,
    limits: Limits,
    newline: Newline,
    unicode: bool,
    length: usize,
    /// Where the search began.
    offset: usize,
    /// Where the match that is tried begins.
    start: usize,
    kept: usize,
    /// Whether a match is being tried.
    trying: bool,
    place: u32,
    at: usize,
    frames: Vec<Frame>,
    guards: Vec<Guard>,
    calls: Vec<Call>,
    captures: Vec<Span>,
    openings: Vec<usize>,
    counters: Vec<Round>,
    steps: u64,
    /// Where the byte that must be there was found last.
    required_at: Option<usize>,
    marks_then: bool,
}

/// How a try goes on.
enum Next {
    On,
    Back,
    Matched,
    /// Not from here; the search goes on at this place, or at the next.
    Give(Option<usize>),
    Abort(Progress),
}

impl Machine {
    /// A search in a subject of so many bytes, from an offset on.
    pub fn new(
        program: Arc<Program>,
        length: usize,
        offset: usize,
        flags: MatchFlags,
        limits: Limits,
    ) -> Machine {
        let options = program.options;
        let groups = program.groups as usize + 1;
        let lower = |limit: u64, own: Option<u64>| own.map_or(limit, |own| limit.min(own));
        Machine {
            flags,
            limits: Limits {
                steps: lower(limits.steps, program.limits[0]),
                depth: lower(limits.depth, program.limits[1]),
            },
            newline: flags.newline.unwrap_or(options.newline),
            unicode: options.has(Options::UNICODE),
            length,
            offset,
            start: offset,
            kept: offset,
            trying: false,
            place: 0,
            at: offset,
            frames: Vec::new(),
            guards: Vec::new(),
            calls: Vec::new(),
            captures: alloc::vec![Span::NONE; groups],
            openings: alloc::vec![UNSET; groups],
            counters: alloc::vec![Round { count: 0, at: UNSET }; program.counters as usize],
            steps: 0,
            required_at: None,
            marks_then: program.ops.iter().any(|op| matches!(op, Op::Then(_))),
            program,
        }
    }

    /// Looks for the next match in the same subject.
    pub fn again(&mut self, offset: usize, flags: MatchFlags) {
        self.flags = flags;
        (self.offset, self.start, self.trying, self.steps) = (offset, offset, false, 0);
        self.required_at = None;
    }

    /// The program that is run.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The match and its groups.
    pub fn captures(&self) -> &[Span] {
        &self.captures
    }

    /// Bytes it keeps, about.
    pub fn size(&self) -> usize {
        self.frames.capacity() * size_of::<Frame>() + self.captures.len() * 2 * size_of::<Span>()
    }

    /// Goes on for so many steps at most.
    pub fn run(&mut self, subject: &[u8], fuel: &mut u32) -> Progress {
        if subject.len() != self.length {
            return Progress::Unmatched;
        }
        let program = self.program.clone();
        loop {
            if !self.trying && !self.begin(&program, subject, fuel) {
                return if *fuel == 0 { Progress::Suspended } else { Progress::Unmatched };
            }
            if self.steps >= self.limits.steps {
                return Progress::StepLimit;
            }
            match self.attempt(&program, subject, fuel) {
                Next::Matched => return Progress::Matched,
                Next::On | Next::Back => return Progress::Suspended,
                Next::Abort(progress) => return progress,
                Next::Give(place) => {
                    self.trying = false;
                    let next = match place {
                        Some(place) if place > self.start => place,
                        _ => self.after(subject, self.start),
                    };
                    if self.is_anchored(&program) || next > self.length {
                        return Progress::Unmatched;
                    }
                    self.start = next;
                }
            }
        }
    }

    fn is_anchored(&self, program: &Program) -> bool {
        self.flags.anchored || program.start.anchored
    }

    /// The place of a search after one.
    fn after(&self, subject: &[u8], place: usize) -> usize {
        if self.program.passes_line_ends && subject[place.min(self.length)..].starts_with(b"\r\n") {
            return place + 2;
        }
        self.next_place(subject, place)
    }

    /// Finds where a match may begin, from `self.start` on; `false` without fuel (then it is 0) or place.
    fn begin(&mut self, program: &Program, subject: &[u8], fuel: &mut u32) -> bool {
        let start = &program.start;
        loop {
            let is_first = self.start == self.offset;
            let possible = start.may_begin(subject.get(self.start).copied())
                && (!start.at_line || self.begins_line(subject));
            if possible {
                break;
            }
            if self.is_anchored(program) || self.start >= self.length {
                *fuel = (*fuel).max(1);
                return false;
            }
            let next = self.next_place(subject, self.start);
            if program.options.has(Options::FIRSTLINE) && self.ends_line(subject, self.start).is_some() {
                *fuel = (*fuel).max(1);
                return false;
            }
            self.start = next;
            *fuel = fuel.saturating_sub(u32::from(is_first || next.is_multiple_of(64)));
            if *fuel == 0 {
                return false;
            }
        }
        let passed_first_line = program.options.has(Options::FIRSTLINE)
            && self.start > self.offset
            && (self.offset..self.start).any(|place| self.ends_line(subject, place).is_some());
        if passed_first_line || !self.has_required(program, subject) {
            *fuel = (*fuel).max(1);
            return false;
        }
        self.trying = true;
        self.steps += 1;
        (self.at, self.place, self.kept) = (self.start, 0, self.start);
        self.frames.clear();
        self.guards.clear();
        self.calls.clear();
        self.captures.fill(Span::NONE);
        self.openings.fill(UNSET);
        true
    }

    /// Whether the byte that every match holds comes after the start.
    fn has_required(&mut self, program: &Program, subject: &[u8]) -> bool {
        let Some([one, other]) = program.start.required else { return true };
        let from = self.start;
        if self.required_at.is_some_and(|place| place >= from) {
            return true;
        }
        let rest = subject.get(from..).unwrap_or(&[]);
        self.required_at =
            rest.iter().position(|byte| *byte == one || *byte == other).map(|place| from + place);
        self.required_at.is_some()
    }

    fn begins_line(&self, subject: &[u8]) -> bool {
        self.start == 0 || subject.get(self.start - 1) == Some(&b'\n') || self.start == self.offset
    }

    /// Where the character after this place begins.
    #[inline]
    fn next_place(&self, subject: &[u8], place: usize) -> usize {
        let mut next = place + 1;
        if self.unicode {
            while subject.get(next).is_some_and(|byte| byte & 0xc0 == 0x80) {
                next += 1;
            }
        }
        next
    }

    /// Where the character before this place begins.
    #[inline]
    fn place_before(&self, subject: &[u8], place: usize) -> usize {
        let mut before = place.saturating_sub(1);
        if self.unicode {
            while before > 0 && subject.get(before).is_some_and(|byte| byte & 0xc0 == 0x80) {
                before -= 1;
            }
        }
        before
    }

    fn character(&self, subject: &[u8], place: usize) -> Option<(u32, usize)> {
        decode(subject.get(place..)?, self.unicode)
    }

    /// The length of the line end that begins here.
    fn ends_line(&self, subject: &[u8], place: usize) -> Option<usize> {
        let rest = subject.get(place..)?;
        let pair = || rest.starts_with(b"\r\n");
        match (self.newline, rest.first()?) {
            (Newline::Lf, b'\n') | (Newline::Cr, b'\r') | (Newline::Nul, 0) => Some(1),
            (Newline::CrLf, b'\r') => pair().then_some(2),
            (Newline::AnyCrLf | Newline::Any, b'\r') => Some(if pair() { 2 } else { 1 }),
            (Newline::AnyCrLf, b'\n') => Some(1),
            (Newline::Any, _) => line_end(rest, self.unicode, false),
            _ => None,
        }
    }

    /// The length of the line end that ends here.
    fn line_ended(&self, subject: &[u8], place: usize) -> bool {
        let before = self.place_before(subject, place);
        let pair_before = place >= 2 && subject[place - 2..place] == *b"\r\n";
        if pair_before && matches!(self.newline, Newline::CrLf | Newline::AnyCrLf | Newline::Any) {
            return true;
        }
        place > 0
            && self.newline != Newline::CrLf
            && self.ends_line(subject, before).is_some_and(|length| before + length == place)
    }

    fn is_word(&self, subject: &[u8], place: usize, ucp: bool) -> bool {
        use super::class::Set;
        let set = if ucp { Set::UnicodeWord } else { Set::Word };
        place < self.length
            && self.character(subject, place).is_some_and(|(character, _)| set.holds(character))
    }

    fn at_word_edge(&self, subject: &[u8], ucp: bool) -> bool {
        let before = self.at > 0 && self.is_word(subject, self.place_before(subject, self.at), ucp);
        before != self.is_word(subject, self.at, ucp)
    }

    fn equal(&self, folding: Folding, left: u32, right: u32) -> bool {
        left == right || folding.fold(left) == folding.fold(right)
    }
}

/// The length of a line end of any kind at the front of bytes.
fn line_end(bytes: &[u8], unicode: bool, ascii: bool) -> Option<usize> {
    let (character, size) = decode(bytes, unicode)?;
    match character {
        0x0d if bytes.starts_with(b"\r\n") => Some(2),
        0x0a | 0x0d => Some(1),
        0x0b | 0x0c | 0x85 | 0x2028 | 0x2029 if !ascii => Some(size),
        _ => None,
    }
}

const fn is_somewhere(place: u32) -> bool {
    place != NOWHERE
}

//! What is known of every match beforehand: where it begins, what it holds.
//!
//! Invariant: what is said here is true of every match; where nothing is known, everything is possible.

use super::class::Folding;
use super::compile::{children, encode};
use super::parse::Parsed;
use super::tree::{Assertion, Mood, Node};
use super::{Newline, Options};

/// What is known of every match.
#[derive(Debug, Default)]
pub struct Start {
    /// It begins where the search does.
    pub anchored: bool,
    /// It begins where a line does.
    pub at_line: bool,
    /// The bytes it may begin with.
    pub first: Option<[u32; 8]>,
    /// A byte it holds, in either case.
    pub required: Option<[u8; 2]>,
}

struct Survey {
    unicode: bool,
    folding: Folding,
    set: [u32; 8],
}

impl Start {
    /// What is known of the matches of a pattern.
    pub fn of(parsed: &Parsed, folding: Folding) -> Start {
        let unicode = parsed.options.has(Options::UNICODE);
        let dots = !is_intricate(&parsed.node);
        let mut start = Start {
            anchored: parsed.options.has(Options::ANCHORED)
                || begins(&parsed.node, &|node| is_anchor(node, dots)),
            ..Start::default()
        };
        if parsed.options.has(Options::NO_START_OPTIMIZE) {
            return start;
        }
        let mut survey = Survey { unicode, folding, set: [0; 8] };
        if parsed.accepts {
            return start;
        }
        if !survey.first(&parsed.node) {
            start.first = Some(survey.set);
        }
        start.required = survey.required(&parsed.node);
        start.at_line = matches!(parsed.options.newline, Newline::Lf)
            && begins(&parsed.node, &|node| is_line_start(node, dots));
        start
    }

    /// Whether a match may begin with a byte.
    #[inline]
    pub fn may_begin(&self, byte: Option<u8>) -> bool {
        match (&self.first, byte) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(set), Some(byte)) => set[usize::from(byte / 32)] >> (byte % 32) & 1 != 0,
        }
    }
}

/// Whether a pattern has what makes a repetition at its start more than it seems.
fn is_intricate(node: &Node) -> bool {
    matches!(
        node,
        Node::BackReference(..) | Node::Call(_) | Node::Verb(_) | Node::Atomic(_) | Node::Conditional(_)
    ) || children(node).into_iter().any(is_intricate)
}

/// Whether every way through a node begins with what passes a test.
fn begins(node: &Node, test: &impl Fn(&Node) -> bool) -> bool {
    if test(node) {
        return true;
    }
    match node {
        Node::Capture(_, body) | Node::Atomic(body) => begins(body, test),
        Node::Concatenation(nodes) => nodes.first().is_some_and(|node| begins(node, test)),
        Node::Alternation(branches) => branches.iter().all(|node| begins(node, test)),
        Node::Look { body, behind: false, negated: false, .. } => begins(body, test),
        Node::Repeat(repeat) => repeat.least > 0 && begins(&repeat.body, test),
        _ => false,
    }
}

fn is_anchor(node: &Node, dots: bool) -> bool {
    match node {
        Node::Assert(Assertion::SubjectStart | Assertion::Caret | Assertion::SearchStart) => true,
        Node::Repeat(repeat) => {
            dots && is_all(repeat.least, repeat.most, repeat.mood) && is_dot(&repeat.body, true)
        }
        _ => false,
    }
}

fn is_line_start(node: &Node, dots: bool) -> bool {
    match node {
        Node::Assert(Assertion::LineStart) => true,
        Node::Repeat(repeat) => {
            dots && is_all(repeat.least, repeat.most, repeat.mood) && is_dot(&repeat.body, false)
        }
        _ => false,
    }
}

fn is_dot(node: &Node, ends: bool) -> bool {
    matches!(node, Node::Any { line_ends } if *line_ends == ends)
}

fn is_all(least: u32, most: u32, mood: Mood) -> bool {
    least == 0 && most == u32::MAX && mood != Mood::Possessive
}

impl Survey {
    fn add(&mut self, byte: u8) {
        self.set[usize::from(byte / 32)] |= 1 << (byte % 32);
    }

    fn add_character(&mut self, character: u32) {
        let mut room = [0; 4];
        self.add(encode(character, self.unicode, &mut room)[0]);
    }

    /// Adds the bytes a node may begin with; whether it may match nothing (or is not understood).
    fn first(&mut self, node: &Node) -> bool {
        match node {
            Node::Character { character, fold: false } => self.add_character(*character),
            Node::Character { character, fold: true } => {
                let folding = self.folding;
                self.add_character(*character);
                folding.each_case(*character, |other| self.add_character(other));
            }
            Node::Class(class) => {
                for byte in 0..=255 {
                    if byte >= 0x80 && self.unicode || class.holds(u32::from(byte)) {
                        self.add(byte);
                    }
                }
            }
            Node::LineEnd { .. } | Node::Any { .. } | Node::Byte | Node::Grapheme => {
                self.set = [u32::MAX; 8];
            }
            Node::Capture(_, body) | Node::Atomic(body) => return self.first(body),
            Node::Concatenation(nodes) => return nodes.iter().all(|node| self.first(node)),
            Node::Alternation(branches) => {
                let mut empty = false;
                for node in branches {
                    empty |= self.first(node);
                }
                return empty;
            }
            Node::Repeat(repeat) => return self.first(&repeat.body) || repeat.least == 0,
            Node::Empty | Node::Assert(_) | Node::Look { .. } | Node::Keep => return true,
            Node::BackReference(..) | Node::Call(_) | Node::Conditional(_) => {
                self.set = [u32::MAX; 8];
                return true;
            }
            Node::Verb(_) => return true,
        }
        false
    }

    /// The last byte that every match must hold, in its cases.
    fn required(&self, node: &Node) -> Option<[u8; 2]> {
        match node {
            Node::Character { character, fold } => {
                let byte = u8::try_from(*character).ok().filter(|byte| *byte < 128 || !self.unicode)?;
                let mut cases = [byte; 2];
                if *fold {
                    let mut fits = true;
                    self.folding.each_case(*character, |other| match u8::try_from(other) {
                        Ok(other) if other < 128 || !self.unicode => {
                            if other != byte {
                                cases[1] = other;
                            }
                        }
                        _ => fits = false,
                    });
                    if !fits {
                        return None;
                    }
                }
                Some(cases)
            }
            Node::Capture(_, body) | Node::Atomic(body) => self.required(body),
            Node::Concatenation(nodes) => nodes.iter().rev().find_map(|node| self.required(node)),
            Node::Repeat(repeat) if repeat.least > 0 => self.required(&repeat.body),
            Node::Alternation(branches) => {
                let mut all = branches.iter().map(|node| self.required(node));
                let first = all.next()??;
                all.all(|other| other == Some(first)).then_some(first)
            }
            _ => None,
        }
    }
}

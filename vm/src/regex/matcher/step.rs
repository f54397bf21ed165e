//! The instructions, one by one.
//!
//! Invariant: an instruction that does not match changes nothing.

use super::{Call, Frame, Guard, Machine, Next, Round, Span, UNSET, is_somewhere, line_end};
use crate::regex::class::Folding;
use crate::regex::matcher::Progress;
use crate::regex::program::{Groups, Item, Op, Program};
use crate::regex::tree::{Assertion, Mood};

/// Characters a repetition passes for one step.
const CHARACTERS_OF_A_STEP: usize = 16;
/// Bytes looked at for a grapheme cluster; a longer one ends there.
const GRAPHEME_BYTES: usize = 512;
/// Calls in calls.
const MOST_CALLS: usize = 5000;

impl Machine {
    /// Tries a match, or goes on with it, until it is there, cannot be, or the fuel is spent.
    pub(super) fn attempt(&mut self, program: &Program, subject: &[u8], fuel: &mut u32) -> Next {
        loop {
            if *fuel == 0 {
                return Next::On;
            }
            *fuel -= 1;
            let mut next = match program.ops.get(self.place as usize) {
                Some(op) => self.step(program, subject, *op, fuel),
                None => Next::Back,
            };
            while matches!(next, Next::Back) {
                next = self.unwind(program, subject, fuel);
            }
            if !matches!(next, Next::On) {
                return next;
            }
        }
    }

    fn step(&mut self, program: &Program, subject: &[u8], op: Op, fuel: &mut u32) -> Next {
        match op {
            Op::Text { start, length } => {
                let text = &program.text[start as usize..(start + length) as usize];
                if subject.get(self.at..).is_some_and(|rest| rest.starts_with(text)) {
                    self.at += text.len();
                    return self.on();
                }
                Next::Back
            }
            Op::One(item) => match self.one(program, subject, self.at, item) {
                Some(after) => {
                    self.at = after;
                    self.on()
                }
                None => Next::Back,
            },
            Op::Many { item, least, most, mood } => {
                self.many(program, subject, item, (least, most, mood), fuel)
            }
            Op::LineEnd { ascii } => {
                let rest = subject.get(self.at..).unwrap_or(&[]);
                self.move_by(line_end(rest, self.unicode, ascii))
            }
            Op::Grapheme => self.move_by(self.grapheme(subject)),
            Op::Assert(assertion) => {
                if self.holds(subject, assertion) {
                    self.on()
                } else {
                    Next::Back
                }
            }
            Op::Jump(place) => self.go(place),
            Op::Split(other) => self.choose(Frame::Branch { place: other, at: self.at }),
            Op::SplitLazy(other) => {
                let place = self.place + 1;
                self.place = other.wrapping_sub(1);
                self.choose(Frame::Branch { place, at: self.at })
            }
            Op::Choice { next, alternation } => {
                if is_somewhere(next) || self.marks_then {
                    return self.choose(Frame::Choice { place: next, at: self.at, alternation });
                }
                self.on()
            }
            Op::BackReference { groups, fold } => self.back_reference(program, subject, groups, fold),
            Op::Back { least, most } => self.go_back(subject, least, most),
            Op::Match => self.matched(),
            Op::Fail => Next::Back,
            _ => self.structure(program, op),
        }
    }

    /// The instructions that are about the program and not about the subject.
    fn structure(&mut self, program: &Program, op: Op) -> Next {
        match op {
            Op::Open(group) => {
                let before = core::mem::replace(&mut self.openings[group as usize], self.at);
                self.undo(Frame::Opening { group, at: before });
                self.on()
            }
            Op::Close(group) => self.close(group),
            Op::LoopStart(counter) => {
                self.count(counter, Round { count: 0, at: UNSET });
                self.on()
            }
            Op::Loop { counter, least, most, lazy, exit } => self.round(counter, (least, most, lazy), exit),
            Op::Call(group) => self.call(program, group),
            Op::Guard { failed, end, look } => {
                self.guards.push(Guard { height: self.frames.len(), at: self.at, end });
                self.choose(Frame::Guard { failed, at: self.at, look })
            }
            Op::GuardEnd { look } => self.guard_end(look),
            Op::NegatedEnd { matched } => self.negated_end(matched),
            Op::BackEnd => match self.guards.last() {
                Some(guard) if guard.at == self.at => self.on(),
                _ => Next::Back,
            },
            Op::UnlessCaptured { groups, otherwise } => {
                let captured = self.any_of(program, groups, |machine, group| {
                    machine.captures.get(group as usize).is_some_and(|span| !span.is_none())
                });
                if captured { self.on() } else { self.go(otherwise) }
            }
            Op::UnlessCalled { groups, otherwise } => {
                let called = match self.calls.last() {
                    Some(_) if groups.count == 0 => true,
                    Some(call) => {
                        let called = call.group;
                        self.any_of(program, groups, |_, group| group == called)
                    }
                    None => false,
                };
                if called { self.on() } else { self.go(otherwise) }
            }
            Op::Keep => {
                let before = core::mem::replace(&mut self.kept, self.at);
                self.undo(Frame::Keep(before));
                self.on()
            }
            Op::Accept => self.accept(),
            Op::Commit => self.choose(Frame::Commit),
            Op::Prune => self.choose(Frame::Prune),
            Op::Skip => self.choose(Frame::Skip(self.at)),
            Op::SkipTo(mark) => match self.marked(mark) {
                Some(place) => self.choose(Frame::Skip(place)),
                None => self.on(),
            },
            Op::Then(alternation) => self.choose(Frame::Then(alternation)),
            Op::Mark(name) => self.choose(Frame::Mark { name, at: self.at }),
            _ => Next::Back,
        }
    }

    #[inline]
    fn on(&mut self) -> Next {
        self.place = self.place.wrapping_add(1);
        Next::On
    }

    #[inline]
    fn go(&mut self, place: u32) -> Next {
        self.place = place;
        Next::On
    }

    fn move_by(&mut self, size: Option<usize>) -> Next {
        match size {
            Some(size) => {
                self.at += size;
                self.on()
            }
            None => Next::Back,
        }
    }

    /// Puts a choice on the stack and goes on.
    fn choose(&mut self, frame: Frame) -> Next {
        self.steps += 1;
        if self.steps >= self.limits.steps {
            return Next::Abort(Progress::StepLimit);
        }
        if self.frames.len() as u64 >= self.limits.depth || self.frames.try_reserve(1).is_err() {
            return Next::Abort(Progress::DepthLimit);
        }
        self.frames.push(frame);
        self.on()
    }

    /// Says how a change is undone; where there is nothing to go back to, nothing is.
    fn undo(&mut self, frame: Frame) {
        if !self.frames.is_empty() {
            self.frames.push(frame);
        }
    }

    /// Where the character at a place ends, if it is one an item allows.
    #[inline]
    pub(super) fn one(&self, program: &Program, subject: &[u8], at: usize, item: Item) -> Option<usize> {
        if at >= self.length {
            return None;
        }
        if item == Item::Byte {
            return Some(at + 1);
        }
        let (character, size) = self.character(subject, at)?;
        let fits = match item {
            Item::Character(expected) => character == expected,
            Item::Folded(folded) => program.folding.fold(character) == folded,
            Item::Every | Item::Byte => true,
            Item::Any => self.ends_line(subject, at).is_none(),
            Item::Class(class) => program.classes[class as usize].holds(character),
        };
        fits.then_some(at + size)
    }

    fn many(
        &mut self,
        program: &Program,
        subject: &[u8],
        item: Item,
        (least, most, mood): (u32, u32, Mood),
        fuel: &mut u32,
    ) -> Next {
        let (mut at, mut count) = (self.at, 0);
        let wanted = if mood == Mood::Lazy { least } else { most };
        let mut at_least = at;
        while count < wanted {
            let Some(after) = self.one(program, subject, at, item) else { break };
            at = after;
            count += 1;
            if count == least {
                at_least = at;
            }
        }
        *fuel = fuel.saturating_sub(((at - self.at) / CHARACTERS_OF_A_STEP) as u32);
        if count < least {
            return Next::Back;
        }
        self.at = at;
        match mood {
            Mood::Lazy if most > least => {
                let place = self.place;
                self.choose(Frame::Grow { place, at, left: most - least })
            }
            Mood::Greedy if at > at_least => {
                let place = self.place + 1;
                self.choose(Frame::Shrink { place, at, least: at_least })
            }
            _ => self.on(),
        }
    }

    fn grapheme(&self, subject: &[u8]) -> Option<usize> {
        use unicode_segmentation::UnicodeSegmentation;
        let rest = subject.get(self.at..).filter(|rest| !rest.is_empty())?;
        if !self.unicode {
            return Some(if rest.starts_with(b"\r\n") { 2 } else { 1 });
        }
        let window = &rest[..rest.len().min(GRAPHEME_BYTES)];
        let text = window.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        Some(text.graphemes(true).next().map_or(1, str::len))
    }

    fn holds(&self, subject: &[u8], assertion: Assertion) -> bool {
        let at_end = self.at >= self.length;
        match assertion {
            Assertion::SubjectStart => self.at == 0,
            Assertion::Caret => self.at == 0 && !self.flags.not_line_start,
            Assertion::SubjectEnd => at_end,
            Assertion::SubjectEndOrLineEnd => self.before_end(subject),
            Assertion::Dollar => self.before_end(subject) && !self.flags.not_line_end,
            Assertion::DollarEnd => at_end && !self.flags.not_line_end,
            Assertion::SearchStart => self.at == self.offset,
            Assertion::LineStart => {
                if self.at == 0 {
                    !self.flags.not_line_start
                } else {
                    !at_end && self.line_ended(subject, self.at)
                }
            }
            Assertion::LineEnd => {
                if at_end {
                    !self.flags.not_line_end
                } else {
                    self.ends_line(subject, self.at).is_some()
                }
            }
            Assertion::WordBoundary { ucp } => self.at_word_edge(subject, ucp),
            Assertion::NotWordBoundary { ucp } => !self.at_word_edge(subject, ucp),
        }
    }

    /// Whether this is the end, or a line end there.
    fn before_end(&self, subject: &[u8]) -> bool {
        let ends = |length| self.at + length == self.length;
        self.at >= self.length || self.ends_line(subject, self.at).is_some_and(ends)
    }

    /// Whether any of some groups passes a test.
    fn any_of(&self, program: &Program, groups: Groups, test: impl Fn(&Machine, u32) -> bool) -> bool {
        let (first, count) = (groups.first as usize, groups.count as usize);
        program.lists[first..first + count].iter().any(|group| test(self, *group))
    }

    fn back_reference(&mut self, program: &Program, subject: &[u8], groups: Groups, fold: bool) -> Next {
        let (first, count) = (groups.first as usize, groups.count as usize);
        let spans = program.lists[first..first + count].iter().map(|group| self.captures[*group as usize]);
        let Some(span) = spans.into_iter().find(|span| !span.is_none()) else { return Next::Back };
        let text = subject.get(span.start..span.end).unwrap_or(&[]);
        let rest = subject.get(self.at..).unwrap_or(&[]);
        if !fold {
            return self.move_by(rest.starts_with(text).then_some(text.len()));
        }
        let size = self.folded_prefix(program.folding, text, rest);
        self.move_by(size)
    }

    /// How many bytes of a text equal another in any case.
    fn folded_prefix(&self, folding: Folding, expected: &[u8], text: &[u8]) -> Option<usize> {
        use crate::regex::parse::decode;
        let (mut left, mut right) = (0, 0);
        while left < expected.len() {
            let (one, one_size) = decode(&expected[left..], self.unicode)?;
            let (other, other_size) = decode(text.get(right..)?, self.unicode)?;
            if !self.equal(folding, one, other) {
                return None;
            }
            (left, right) = (left + one_size, right + other_size);
        }
        Some(right)
    }

    /// Goes back as far as it may; what is nearer is tried later.
    fn go_back(&mut self, subject: &[u8], least: u32, most: u32) -> Next {
        let (mut at, mut last, mut count) = (self.at, self.at, 0);
        while count < most && at > 0 {
            at = self.place_before(subject, at);
            count += 1;
            if count == least {
                last = at;
            }
        }
        if count < least {
            return Next::Back;
        }
        self.at = at;
        if at < last {
            let place = self.place + 1;
            return self.choose(Frame::Forward { place, at, last });
        }
        self.on()
    }

    fn close(&mut self, group: u32) -> Next {
        if self.calls.last().is_some_and(|call| call.group == group) {
            return self.return_from_call();
        }
        let span = Span { start: self.openings[group as usize], end: self.at };
        let before = core::mem::replace(&mut self.captures[group as usize], span);
        self.undo(Frame::Capture { group, span: before });
        self.on()
    }

    fn count(&mut self, counter: u32, round: Round) {
        let before = core::mem::replace(&mut self.counters[counter as usize], round);
        self.undo(Frame::Counter { counter, round: before });
    }

    fn round(&mut self, counter: u32, (least, most, lazy): (u32, u32, bool), exit: u32) -> Next {
        let Round { count, at } = self.counters[counter as usize];
        // A round that matched nothing would match nothing again.
        if at == self.at && count > 0 || count >= most {
            return self.go(exit);
        }
        let place = self.place;
        if count < least {
            self.count(counter, Round { count: count + 1, at: self.at });
            return self.on();
        }
        if lazy {
            self.place = exit.wrapping_sub(1);
            return self.choose(Frame::Round { place, at: self.at });
        }
        let chosen = self.choose(Frame::Branch { place: exit, at: self.at });
        if matches!(chosen, Next::On) {
            self.count(counter, Round { count: count + 1, at: self.at });
        }
        chosen
    }

    fn call(&mut self, program: &Program, group: u32) -> Next {
        let endless = self.calls.iter().any(|call| call.group == group && call.at == self.at);
        if endless || self.calls.len() >= MOST_CALLS {
            return Next::Abort(Progress::Unmatched);
        }
        let call = Call {
            group,
            back: self.place + 1,
            at: self.at,
            captures: self.captures.clone(),
            openings: self.openings.clone(),
            counters: self.counters.clone(),
        };
        let chosen = self.choose(Frame::Called);
        if matches!(chosen, Next::On) {
            self.calls.push(call);
            let entry = program.entries[group as usize];
            // The first instruction of a group is noted one too high, so that none is 0.
            self.place = entry.saturating_sub(1);
        }
        chosen
    }

    /// Leaves a call: what it captured is forgotten, until its other ways are tried.
    fn return_from_call(&mut self) -> Next {
        let Some(mut call) = self.calls.pop() else { return Next::Back };
        self.place = call.back;
        self.exchange(&mut call);
        self.frames.push(Frame::Returned(call.into()));
        Next::On
    }

    fn matched(&mut self) -> Next {
        if self.calls.last().is_some_and(|call| call.group == 0) {
            return self.return_from_call();
        }
        let is_empty = self.at == self.kept;
        if is_empty && (self.flags.not_empty || self.flags.not_empty_at_start && self.kept == self.offset) {
            return Next::Back;
        }
        self.captures[0] = Span { start: self.kept, end: self.at };
        Next::Matched
    }

    fn accept(&mut self) -> Next {
        let in_guard = self.guards.last().map(|guard| (guard.height, guard.end));
        let in_call = self.frames.iter().rposition(|frame| matches!(frame, Frame::Called));
        match (in_guard, self.calls.last()) {
            (Some((height, end)), call) if call.is_none() || in_call.is_none_or(|place| place < height) => {
                self.go(end)
            }
            (_, Some(_)) => self.return_from_call(),
            _ => self.matched(),
        }
    }

    /// Where the newest mark of a name is.
    fn marked(&self, name: u32) -> Option<usize> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Mark { name: other, at } if *other == name => Some(*at),
            _ => None,
        })
    }
}

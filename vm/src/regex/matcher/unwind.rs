//! What happens when something does not match, and when a guard ends.
//!
//! Invariant: a frame that is dropped without being undone changed nothing that is still looked at.

use super::{Call, Frame, Machine, Next, is_somewhere};
use crate::regex::program::{NOWHERE, Op, Program};

/// How a verb wants a failure to be met.
#[derive(Clone, Copy)]
enum Verdict {
    /// The whole search fails.
    Commit,
    /// The search goes on at the next place, or at this.
    Give(Option<usize>),
}

impl Machine {
    /// Goes back to the newest choice.
    pub(super) fn unwind(&mut self, program: &Program, subject: &[u8], fuel: &mut u32) -> Next {
        while let Some(frame) = self.frames.pop() {
            let next = match frame {
                Frame::Branch { place, at } => self.take_up(place, at),
                Frame::Choice { place, at, .. } if is_somewhere(place) => self.take_up(place, at),
                Frame::Choice { .. } => continue,
                Frame::Shrink { place, at, least } => {
                    let at = self.shorter(program, subject, place, at);
                    if at > least {
                        self.frames.push(Frame::Shrink { place, at, least });
                    }
                    self.take_up(place, at)
                }
                Frame::Grow { place, at, left } => match self.longer(program, subject, place, at) {
                    Some(at) => {
                        if left > 1 {
                            self.frames.push(Frame::Grow { place, at, left: left.saturating_sub(1) });
                        }
                        self.take_up(place + 1, at)
                    }
                    None => continue,
                },
                Frame::Forward { place, at, last } => {
                    let at = self.next_place(subject, at);
                    if at < last {
                        self.frames.push(Frame::Forward { place, at, last });
                    }
                    self.take_up(place, at)
                }
                Frame::Round { place, at } => self.lazy_round(program, place, at),
                Frame::Guard { failed, at, .. } => {
                    self.guards.pop();
                    if !is_somewhere(failed) {
                        continue;
                    }
                    self.take_up(failed, at)
                }
                Frame::Commit => self.follow(Verdict::Commit),
                Frame::Prune => self.follow(Verdict::Give(None)),
                Frame::Skip(place) => self.follow(Verdict::Give(Some(place))),
                Frame::Then(alternation) => self.next_alternative(alternation),
                frame => {
                    self.undo_frame(frame);
                    continue;
                }
            };
            self.steps += 1;
            *fuel = fuel.saturating_sub(1);
            if self.steps >= self.limits.steps {
                return Next::Abort(super::Progress::StepLimit);
            }
            return next;
        }
        Next::Give(None)
    }

    fn take_up(&mut self, place: u32, at: usize) -> Next {
        (self.place, self.at) = (place, at);
        Next::On
    }

    /// Where a repetition ends that gives back a character.
    fn shorter(&self, program: &Program, subject: &[u8], place: u32, at: usize) -> usize {
        use crate::regex::program::Item;
        match program.ops.get(place as usize - 1) {
            Some(Op::Many { item: Item::Byte, .. }) => at - 1,
            _ => self.place_before(subject, at),
        }
    }

    /// Where a repetition ends that takes a character more.
    fn longer(&self, program: &Program, subject: &[u8], place: u32, at: usize) -> Option<usize> {
        match program.ops.get(place as usize) {
            Some(Op::Many { item, .. }) => self.one(program, subject, at, *item),
            _ => None,
        }
    }

    /// Another round of a loop that was left as soon as it could be.
    fn lazy_round(&mut self, program: &Program, place: u32, at: usize) -> Next {
        self.at = at;
        if let Some(Op::Loop { counter, .. }) = program.ops.get(place as usize) {
            let before = self.counters[*counter as usize];
            let round = super::Round { count: before.count + 1, at };
            self.counters[*counter as usize] = round;
            self.frames.push(Frame::Counter { counter: *counter, round: before });
        }
        self.take_up(place + 1, at)
    }

    /// Undoes what a frame says was changed.
    fn undo_frame(&mut self, frame: Frame) {
        match frame {
            Frame::Capture { group, span } => self.captures[group as usize] = span,
            Frame::Opening { group, at } => self.openings[group as usize] = at,
            Frame::Counter { counter, round } => self.counters[counter as usize] = round,
            Frame::Keep(at) => self.kept = at,
            Frame::Called => drop(self.calls.pop()),
            Frame::Returned(mut call) => {
                self.exchange(&mut call);
                self.calls.push(*call);
            }
            Frame::Guard { .. } => drop(self.guards.pop()),
            _ => {}
        }
    }

    /// Gives a call its captures for ours.
    pub(super) fn exchange(&mut self, call: &mut Call) {
        core::mem::swap(&mut self.captures, &mut call.captures);
        core::mem::swap(&mut self.openings, &mut call.openings);
        core::mem::swap(&mut self.counters, &mut call.counters);
    }

    /// Does what a verb wants: up to the look or the call it stands in.
    fn follow(&mut self, verdict: Verdict) -> Next {
        self.undo_to(None).unwrap_or(match verdict {
            Verdict::Commit => Next::Abort(super::Progress::Unmatched),
            Verdict::Give(place) => Next::Give(place),
        })
    }

    /// Goes to the next alternative of an alternation; without one, `(*THEN)` is `(*PRUNE)`.
    fn next_alternative(&mut self, wanted: u32) -> Next {
        let wanted = if wanted == NOWHERE { None } else { Some(wanted) };
        self.undo_to(wanted).unwrap_or(Next::Give(None))
    }

    /// Undoes what was done up to a choice of this alternation, or the look or the call that the verb stands in; how to go on
    /// there, if there is any.
    fn undo_to(&mut self, wanted: Option<u32>) -> Option<Next> {
        // Calls that had returned when the verb was met: it does not stand in them.
        let mut returned = 0;
        while let Some(frame) = self.frames.pop() {
            match frame {
                Frame::Choice { place, at, alternation } if Some(alternation) == wanted => {
                    return Some(self.go_on_at(place, at));
                }
                Frame::Guard { failed, at, look: true } => {
                    self.guards.pop();
                    return Some(self.go_on_at(failed, at));
                }
                Frame::Called if returned == 0 => {
                    self.calls.pop();
                    return Some(Next::Back);
                }
                frame => {
                    returned += i32::from(matches!(frame, Frame::Returned(_)));
                    returned -= i32::from(matches!(frame, Frame::Called));
                    self.undo_frame(frame);
                }
            }
        }
        None
    }

    /// Goes on at a place, where that is one.
    fn go_on_at(&mut self, place: u32, at: usize) -> Next {
        if is_somewhere(place) { self.take_up(place, at) } else { Next::Back }
    }

    /// Leaves a guard: its choices are gone, what it changed can still be undone.
    pub(super) fn guard_end(&mut self, look: bool) -> Next {
        let Some(guard) = self.guards.pop() else { return Next::Back };
        if look {
            self.at = guard.at;
        }
        let mut kept = guard.height;
        for place in guard.height..self.frames.len() {
            let changes = matches!(
                self.frames[place],
                Frame::Capture { .. }
                    | Frame::Opening { .. }
                    | Frame::Counter { .. }
                    | Frame::Keep(_)
                    | Frame::Mark { .. }
            );
            if changes {
                self.frames.swap(kept, place);
                kept += 1;
            }
        }
        self.frames.truncate(kept);
        self.place += 1;
        Next::On
    }

    /// What was not to match did.
    pub(super) fn negated_end(&mut self, matched: u32) -> Next {
        let Some(guard) = self.guards.pop() else { return Next::Back };
        while self.frames.len() > guard.height {
            match self.frames.pop() {
                Some(Frame::Guard { .. }) | None => {}
                Some(frame) => self.undo_frame(frame),
            }
        }
        if is_somewhere(matched) { self.take_up(matched, guard.at) } else { Next::Back }
    }
}

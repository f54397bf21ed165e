//! Whether a process could go round for ever without being counted.
//!
//! Only functions with a branch backward are looked at. A branch that follows a sleep, or a look at another message, is
//! none here: those are counted when they run.

use alloc::vec::Vec;

use super::callee::Callee;
use super::{NOWHERE, Place};
use crate::code::{Instruction, Op, Operand};
use crate::lower::function::unsigned;

/// The ways from label to label.
#[derive(Default)]
pub(super) struct Ways {
    /// Whether there is a branch backward.
    pub go_back: bool,
    /// Labels that are reached, by instruction.
    labels: Vec<u32>,
    /// From which label a way leads to which, ascending, with the instruction that goes it.
    ways: Vec<(u32, u32, u32)>,
    /// How far each label is done: not at all, under way, done.
    progress: Vec<Progress>,
    stack: Vec<(u32, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    New,
    UnderWay,
    Done,
}

impl Ways {
    pub fn clear(&mut self) {
        self.go_back = false;
    }

    /// An instruction that goes back to where it may have come from.
    pub fn find_loop(
        &mut self,
        code: &[Instruction<'_>],
        places: &[Place],
        callees: &[Callee],
    ) -> Option<usize> {
        self.list(code, places, callees);
        self.progress.clear();
        self.progress.resize(self.labels.len(), Progress::New);
        (0..self.labels.len() as u32).find_map(|label| self.follow(label))
    }

    fn list(&mut self, code: &[Instruction<'_>], places: &[Place], callees: &[Callee]) {
        let place = |label: u32| places.get(label as usize).copied().filter(|place| place.saved != NOWHERE);
        self.labels.clear();
        self.ways.clear();
        let number = |one: &Instruction<'_>| one.operand(0).map_or(NOWHERE, unsigned);
        let labels = code.iter().enumerate().filter(|(_, one)| one.op == Op::Label);
        self.labels
            .extend(labels.filter(|(_, one)| place(number(one)).is_some()).map(|(index, _)| index as u32));
        let mut from = None;
        for (index, one) in code.iter().enumerate() {
            if one.op == Op::Label {
                let here = self.labels.binary_search(&(index as u32)).ok().map(|label| label as u32);
                if let (Some(from), Some(here)) = (from, here) {
                    self.ways.push((from, here, index as u32));
                }
                from = here;
            }
            let Some(start) = from else { continue };
            each_label(one, |label| {
                let target = place(label).and_then(|place| self.labels.binary_search(&place.index).ok());
                if let Some(target) = target {
                    self.ways.push((start, target as u32, index as u32));
                }
            });
            if ends(one, callees) {
                from = None;
            }
        }
        self.ways.sort_unstable();
    }

    /// Follows all ways from a label.
    fn follow(&mut self, label: u32) -> Option<usize> {
        if self.progress[label as usize] != Progress::New {
            return None;
        }
        self.stack.clear();
        self.enter(label);
        while let Some((label, next)) = self.stack.last_mut() {
            let way = self.ways.get(*next).copied().filter(|(from, ..)| from == label);
            let Some((_, to, index)) = way else {
                self.progress[*label as usize] = Progress::Done;
                self.stack.pop();
                continue;
            };
            *next += 1;
            match self.progress[to as usize] {
                Progress::New => self.enter(to),
                Progress::UnderWay => return Some(index as usize),
                Progress::Done => {}
            }
        }
        None
    }

    fn enter(&mut self, label: u32) {
        self.progress[label as usize] = Progress::UnderWay;
        self.stack.push((label, self.ways.partition_point(|(from, ..)| *from < label)));
    }
}

/// The labels an instruction may go to without being counted.
fn each_label(one: &Instruction<'_>, mut act: impl FnMut(u32)) {
    if matches!(one.op, Op::Wait | Op::WaitTimeout | Op::LoopRecEnd | Op::Call | Op::CallOnly | Op::CallLast)
    {
        return;
    }
    for operand in one.operands() {
        match operand {
            Operand::Label(label) => act(*label),
            Operand::List(list) if matches!(one.op, Op::SelectVal | Op::SelectTupleArity) => {
                list.iter().for_each(|element| {
                    if let Operand::Label(label) = element {
                        act(label);
                    }
                });
            }
            _ => {}
        }
    }
}

/// Whether the next instruction does not follow.
fn ends(one: &Instruction<'_>, callees: &[Callee]) -> bool {
    match one.op {
        Op::CallExt => {
            let import = one.operand(1).map_or(0, unsigned) as usize;
            callees.get(import) == Some(&Callee::Raiser)
        }
        op => never_goes_on(op),
    }
}

/// Whether no instruction of this opcode goes on to the next.
fn never_goes_on(op: Op) -> bool {
    matches!(
        op,
        Op::FuncInfo
            | Op::CallLast
            | Op::CallOnly
            | Op::CallExtLast
            | Op::CallExtOnly
            | Op::ApplyLast
            | Op::Return
            | Op::LoopRecEnd
            | Op::Wait
            | Op::SelectVal
            | Op::SelectTupleArity
            | Op::Jump
            | Op::Badmatch
            | Op::IfEnd
            | Op::CaseEnd
            | Op::TryCaseEnd
            | Op::Badrecord
            | Op::Raise
    )
}

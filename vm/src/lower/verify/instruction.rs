//! What each instruction needs, and what holds behind it.

use super::fact::Fact;
use super::state::Proof;
use super::{Flow, Verified, Verifier, Wanted};
use crate::code::{Instruction, Op, Operand};
use crate::load::Rule;
use crate::lower::function::{heap_words, label, list, unsigned};

/// Operands of an instruction; nil where there is none.
#[derive(Clone, Copy)]
pub(super) struct Operands<'i, 'a>(&'i Instruction<'a>);

impl<'a> Operands<'_, 'a> {
    #[inline]
    pub fn at(self, index: usize) -> Operand<'a> {
        self.0.operand(index).unwrap_or(Operand::Nil)
    }

    pub fn number(self, index: usize) -> u32 {
        unsigned(self.at(index))
    }

    pub fn count(self, index: usize) -> usize {
        unsigned(self.at(index)) as usize
    }

    pub fn label(self, index: usize) -> u32 {
        label(self.at(index))
    }

    pub fn slot(self, index: usize) -> u16 {
        match self.at(index) {
            Operand::Y(number) => number,
            _ => 0,
        }
    }

    /// The elements of a list.
    pub fn list(self, index: usize) -> impl Iterator<Item = Operand<'a>> {
        list(self.at(index)).into_iter().flat_map(|list| list.iter())
    }
}

impl<'a> Verifier<'a> {
    #[allow(clippy::too_many_lines, reason = "a list: one line an instruction")]
    pub(super) fn instruction(&mut self, code: &[Instruction<'a>], one: &Instruction<'a>) -> Verified<Flow> {
        let o = Operands(one);
        match one.op {
            Op::Label | Op::OnLoad | Op::Line | Op::NifStart | Op::ExecutableLine | Op::DebugLine => {}
            Op::Fclearerror | Op::Fcheckerror | Op::RecvMark | Op::RecvSet | Op::Put => {}
            Op::FuncInfo => return Ok(Flow::End),

            Op::Call => return self.call_local(o.count(0), o.at(1)),
            Op::CallExt => return self.call_import(o.count(0), o.count(1)),
            Op::CallFun => self.call(o.count(0).saturating_add(1), Fact::TERM)?,
            Op::CallFun2 => {
                self.state.read(o.at(2))?;
                self.call(o.count(1), Fact::TERM)?;
            }
            Op::Apply => self.call(o.count(0).saturating_add(2), Fact::TERM)?,
            Op::CallOnly => return self.last_call(o.count(0), None),
            Op::CallLast => return self.last_call(o.count(0), Some(o.number(2))),
            Op::CallExtOnly => return self.last_call_import(o.count(0), o.count(1), None),
            Op::CallExtLast => return self.last_call_import(o.count(0), o.count(1), Some(o.number(2))),
            Op::ApplyLast => return self.last_call(o.count(0).saturating_add(2), Some(o.number(1))),
            Op::Return => return self.return_(),
            Op::Send => self.native(2)?,
            Op::RawRaise => self.native(3)?,
            Op::BuildStacktrace | Op::BsInitWritable => self.native(1)?,

            Op::Allocate => self.allocate(o.number(0), 0, o.count(1), Fact::UNSET)?,
            Op::AllocateZero => self.allocate(o.number(0), 0, o.count(1), Fact::NIL)?,
            Op::AllocateHeap => self.allocate(o.number(0), heap_words(o.at(1)), o.count(2), Fact::UNSET)?,
            Op::AllocateHeapZero => self.allocate(o.number(0), heap_words(o.at(1)), o.count(2), Fact::NIL)?,
            Op::TestHeap => {
                self.state.collect(o.count(1))?;
                self.state.heap = heap_words(o.at(0));
            }
            Op::Deallocate => self.state.deallocate(o.number(0))?,
            Op::Trim => self.state.trim(o.number(0), o.number(1))?,
            Op::Init => self.state.write(o.at(0), Fact::NIL)?,
            Op::InitYregs => o.list(0).try_for_each(|slot| self.state.write(slot, Fact::NIL))?,

            Op::Jump => {
                let place = self.places.get(o.label(0) as usize).map_or(0, |place| place.index as usize);
                if !self.never_comes(code, place) {
                    self.branch(o.label(0))?;
                }
                return Ok(Flow::End);
            }
            Op::SelectVal => return self.select_value(o),
            Op::SelectTupleArity => return self.select_arity(o),
            Op::IsNil => self.is_nil(o)?,
            Op::IsNonemptyList => self.test(o, Fact::CELL)?,
            Op::IsList => self.is_list(o)?,
            Op::IsTuple => self.is_tuple(o, 0)?,
            Op::TestArity => self.test(o, Fact::tuple_of(o.number(2).min(Fact::MOST)))?,
            Op::IsTaggedTuple if o.number(2) == 0 => return Err(Rule::Tag.into()),
            Op::IsTaggedTuple => self.test(o, Fact::tuple_of(o.number(2).min(Fact::MOST)))?,
            Op::IsEqExact => self.is_exact(o, o.label(0))?,
            Op::IsLt | Op::IsGe | Op::IsEq | Op::IsNe | Op::IsNeExact | Op::IsFunction2 => {
                self.read_all([o.at(1), o.at(2)])?;
                self.fail(o.label(0))?;
            }
            Op::IsNativeRecord => {
                self.read_all([o.at(1), o.at(2), o.at(3)])?;
                self.fail(o.label(0))?;
            }
            Op::IsRecordAccessible => {
                self.read_all([o.at(1), o.at(2)])?;
                self.fail(o.label(0))?;
            }

            Op::Move => self.move_(o.at(0), o.at(1))?,
            Op::Swap => {
                let (first, second) = (self.state.read(o.at(0))?, self.state.read(o.at(1))?);
                self.state.write(o.at(0), second)?;
                self.state.write(o.at(1), first)?;
            }
            Op::GetList => {
                self.wants_cell(o.at(0))?;
                self.state.result(o.at(1), Fact::TERM)?;
                self.state.result(o.at(2), Fact::TERM)?;
            }
            Op::GetHd | Op::GetTl => {
                self.wants_cell(o.at(0))?;
                self.state.result(o.at(1), Fact::TERM)?;
            }
            Op::GetTupleElement => {
                self.wants_elements(o.at(0), o.number(1).saturating_add(1))?;
                self.state.result(o.at(2), Fact::TERM)?;
            }
            Op::SetTupleElement => self.set_element(o)?,
            Op::PutList => {
                self.read_all([o.at(0), o.at(1)])?;
                self.make(2, o.at(2), Fact::CELL)?;
            }
            Op::PutTuple2 => {
                let elements = self.read_list(o.list(1))?;
                self.make(elements + 1, o.at(0), Fact::tuple_of(elements))?;
            }
            Op::PutTuple => self.put_tuple_old(code, o)?,
            Op::UpdateRecord => self.update_record(o)?,
            Op::MakeFun2 => self.make_fun_old(o.count(0))?,
            Op::MakeFun3 => {
                let free = self.read_list(o.list(2))?;
                self.make(free + 3, o.at(1), Fact::TERM)?;
            }

            Op::Bif0 => self.guard(0, o.count(0), &[], o.at(1), None)?,
            Op::Bif1 => self.guard(o.label(0), o.count(1), &[o.at(2)], o.at(3), None)?,
            Op::Bif2 => self.guard(o.label(0), o.count(1), &[o.at(2), o.at(3)], o.at(4), None)?,
            Op::Bif3 => self.guard(o.label(0), o.count(1), &[o.at(2), o.at(3), o.at(4)], o.at(5), None)?,
            Op::GcBif1 => self.guard(o.label(0), o.count(2), &[o.at(3)], o.at(4), Some(o.count(1)))?,
            Op::GcBif2 => {
                self.guard(o.label(0), o.count(2), &[o.at(3), o.at(4)], o.at(5), Some(o.count(1)))?
            }
            Op::GcBif3 => {
                self.guard(o.label(0), o.count(2), &[o.at(3), o.at(4), o.at(5)], o.at(6), Some(o.count(1)))?;
            }
            Op::Fmove => self.move_float(o.at(0), o.at(1))?,
            Op::Fconv => {
                self.state.read(o.at(0))?;
                self.raise()?;
                self.state.set_float(o.at(1));
            }
            Op::Fadd | Op::Fsub | Op::Fmul | Op::Fdiv => self.compute(&[o.at(1), o.at(2)], o.at(3))?,
            Op::Fnegate => self.compute(&[o.at(1)], o.at(2))?,

            Op::Catch | Op::Try => self.state.mark(o.slot(0), o.label(1).min(Fact::MOST))?,
            Op::CatchEnd => self.state.caught(o.slot(0))?,
            Op::TryEnd => self.state.unmark(o.slot(0))?,
            Op::TryCase => self.state.tried(o.slot(0))?,
            Op::Badmatch | Op::CaseEnd | Op::TryCaseEnd | Op::Badrecord => {
                return self.raise_with(&[o.at(0)]);
            }
            Op::IfEnd => return self.raise_with(&[]),
            Op::Raise => return self.raise_with(&[o.at(0), o.at(1)]),

            Op::LoopRec => self.loop_rec(o)?,
            Op::RemoveMessage => self.state.received(),
            Op::Timeout => self.turn_away(),
            Op::LoopRecEnd => return self.loop_rec_end(o),
            Op::Wait => return self.wait(o),
            Op::WaitTimeout => self.wait_timeout(o)?,
            Op::RecvMarkerReserve => self.state.write(o.at(0), Fact::NIL)?,
            Op::RecvMarkerBind => self.read_all([o.at(0), o.at(1)])?,
            Op::RecvMarkerClear => self.read_all([o.at(0)])?,
            Op::RecvMarkerUse => {
                self.read_all([o.at(0)])?;
                self.keep_message();
            }

            Op::GetMapElements | Op::GetRecordElements => self.fetch(o)?,
            Op::HasMapFields => {
                self.state.read(o.at(1))?;
                self.read_list(o.list(2))?;
                self.fail(o.label(0))?;
            }
            Op::PutMapAssoc | Op::PutMapExact => self.put_map(o)?,
            Op::PutRecord => self.put_record(o)?,
            Op::GetRecordField => {
                self.read_all([o.at(1), o.at(2), o.at(3)])?;
                if o.label(0) == 0 {
                    self.clear_slots()?;
                }
                self.state.heap = 0;
                self.state.is_fresh = false;
                self.fail(o.label(0))?;
                self.state.result(o.at(4), Fact::TERM)?;
            }
            op if is_type_test(op) => self.test(o, Fact::TERM)?,
            _ => self.bits(one.op, o)?,
        }
        Ok(Flow::Next)
    }

    pub(super) fn read_all<const N: usize>(&self, operands: [Operand<'_>; N]) -> Proof {
        operands.into_iter().try_for_each(|operand| self.state.read(operand).map(|_| ()))
    }

    /// Reads a list of terms; how many there are.
    pub(super) fn read_list<'o>(&self, mut operands: impl Iterator<Item = Operand<'o>>) -> Proof<u32> {
        operands.try_fold(0, |count: u32, operand| self.state.read(operand).map(|_| count.saturating_add(1)))
    }

    /// A term that has to be a list cell.
    fn wants_cell(&mut self, operand: Operand<'_>) -> Verified {
        if !self.state.read(operand)?.is_cell() {
            self.checked(operand, Wanted::Cell, Fact::CELL)?;
        }
        Ok(())
    }

    /// A term that has to be a tuple of so many elements, or more.
    fn wants_elements(&mut self, operand: Operand<'_>, least: u32) -> Verified {
        if !self.state.read(operand)?.has_elements(least) {
            self.checked(operand, Wanted::Elements(least), Fact::tuple(least.min(Fact::MOST)))?;
        }
        Ok(())
    }

    /// A term that has to be a tuple of so many elements.
    pub(super) fn wants_arity(&mut self, operand: Operand<'_>, elements: u32) -> Verified {
        if !self.state.read(operand)?.has_arity(elements) {
            self.checked(operand, Wanted::Arity(elements), Fact::tuple_of(elements.min(Fact::MOST)))?;
        }
        Ok(())
    }

    /// What is not proved is checked when the instruction runs, and holds then.
    fn checked(&mut self, operand: Operand<'_>, wanted: Wanted, fact: Fact) -> Verified {
        self.check(self.at, wanted);
        self.refine(operand, fact)?;
        Ok(())
    }

    /// A register's term is known to be this, too.
    pub(super) fn refine(&mut self, operand: Operand<'_>, fact: Fact) -> Proof {
        if operand.register().is_some() {
            let known = self.state.read(operand)?;
            self.state.know(operand, if known.is_fragile() { fact.fragile() } else { fact });
        }
        Ok(())
    }
}

/// Whether an instruction tests a term for a type of which nothing else is to be known.
fn is_type_test(op: Op) -> bool {
    matches!(
        op,
        Op::IsInteger
            | Op::IsFloat
            | Op::IsNumber
            | Op::IsAtom
            | Op::IsPid
            | Op::IsReference
            | Op::IsPort
            | Op::IsBinary
            | Op::IsBitstr
            | Op::IsFunction
            | Op::IsBoolean
            | Op::IsMap
            | Op::IsAnyNativeRecord
    )
}

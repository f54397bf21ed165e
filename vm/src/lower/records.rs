//! Native records of OTP 29: made, changed, told apart and looked into.

use super::Op;
use super::function::{Checked, Lowering, label, list, pairs};
use super::operand::TypeTest;
use crate::code::{Instruction, Op as Beam, Operand};
use crate::load::LoadFault;

impl Lowering<'_, '_> {
    /// Lowers an instruction on native records.
    pub(super) fn record(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        match instruction.op {
            Beam::IsNativeRecord => {
                self.emitter.fail(Op::IsNativeRecord, 0, label(o(0)));
                self.src(o(1)).src(o(2)).src(o(3));
            }
            Beam::IsRecordAccessible => {
                self.emitter.fail(Op::IsRecordAccessible, 0, label(o(0)));
                self.src(o(1)).src(o(2));
            }
            Beam::GetRecordElements if list(o(2)).is_none_or(|fetches| fetches.is_empty()) => {
                self.type_test(TypeTest::Record, label(o(0)), o(1));
            }
            Beam::GetRecordElements => self.map_keys(Op::GetRecordElements, label(o(0)), o(1), o(2)),
            Beam::GetRecordField => {
                self.emitter.fail(Op::GetRecordField, 0, label(o(0)));
                self.src(o(1)).src(o(2)).src(o(3)).dst(o(4));
            }
            _ => self.put_record(instruction)?,
        }
        Ok(())
    }

    /// It stands in no guard, so it never branches.
    fn put_record(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        if label(o(0)) != 0 {
            return Err(LoadFault::Operand(instruction.op, 0));
        }
        let fields = pairs(o(5), instruction.op, 5)?;
        self.emitter.half(Op::PutRecord, 0, fields.len() as u16);
        self.src(o(1)).src(o(2)).dst(o(3));
        for (field, value) in fields {
            self.src(field).src(value);
        }
        Ok(())
    }
}

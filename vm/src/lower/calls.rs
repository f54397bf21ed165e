//! Calls: of this module's functions, which must be there, and of imports.

use super::function::{Block, Call, Checked, Lowering, frame, label, unsigned};
use super::{Op, Slot};
use crate::code::{Instruction, Op as Beam, Operand};
use crate::load::LoadFault;

impl<'a> Lowering<'a, '_> {
    /// Notes a call of this module (arity, label); its label.
    pub(super) fn called(&mut self, call: &Instruction<'_>) -> u32 {
        let (arity, label) = (call.operand(0).map_or(0, unsigned), call.operand(1).map_or(0, label));
        self.calls.push(Call { label, arity, offset: call.offset });
        label
    }

    pub(super) fn call(&mut self, op: Op, call: &Instruction<'_>) {
        let label = self.called(call);
        self.emitter.call(op, label);
    }

    pub(super) fn call_last(&mut self, call: &Instruction<'_>) -> Checked<()> {
        let slots = frame(call.operand(2).unwrap_or(Operand::Nil))?;
        let label = self.called(call);
        self.emitter.half(Op::CallLast, 0, slots as u16).entry(label);
        Ok(())
    }

    /// The import of a call (arity, import), which has the call's arity.
    pub(super) fn called_import(&self, call: &Instruction<'_>) -> Checked<u32> {
        let import = self.import(call.operand(1).unwrap_or(Operand::Nil))?;
        if call.operand(0).map(unsigned) == Some(self.source.imports[import as usize].arity) {
            Ok(import)
        } else {
            Err(LoadFault::Index("import", u64::from(import)))
        }
    }

    pub(super) fn call_ext(&mut self, op: Op, call: &Instruction<'_>) -> Checked<()> {
        let import = self.called_import(call)?;
        self.emitter.pooled(op, Slot::Export(import));
        Ok(())
    }

    /// A call of a fun; one whose frame is given back behind it to return is a jump, or a loop through funs would
    /// fill the stack. How many instructions that are.
    pub(super) fn call_fun(
        &mut self,
        [call, last]: [Op; 2],
        arity: u8,
        block: Block<'_, '_>,
    ) -> Checked<usize> {
        if let [_, deallocate, next, ..] = block.instructions
            && (deallocate.op, next.op) == (Beam::Deallocate, Beam::Return)
        {
            let slots = frame(deallocate.operand(0).unwrap_or(Operand::Nil))?;
            self.emitter.half(last, arity, slots as u16);
            return Ok(3);
        }
        self.emitter.bytes(call, [arity, 0, 0]);
        Ok(1)
    }

    pub(super) fn call_ext_last(&mut self, call: &Instruction<'_>) -> Checked<()> {
        let import = self.called_import(call)?;
        let slots = frame(call.operand(2).unwrap_or(Operand::Nil))?;
        self.emitter.half(Op::CallExtLast, 0, slots as u16).pool(Slot::Export(import));
        Ok(())
    }
}

//! Guards, arithmetic and floating point.

use super::function::{Checked, Lowering, small, small_register, x};
use super::operand::{Operator, SourceKind};
use super::{Op, Slot};
use crate::code::{Instruction, Op as Beam, Operand};
use crate::load::LoadFault;

impl<'a> Lowering<'a, '_> {
    pub(super) fn guard(
        &mut self,
        fail: u32,
        import: Operand<'_>,
        args: &[Operand<'_>],
        to: Operand<'_>,
    ) -> Checked<()> {
        let import = self.import(import)?;
        if self.source.imports[import as usize].arity as usize != args.len() {
            return Err(LoadFault::Index("import", u64::from(import)));
        }
        if let ([one, other], Some((name, 2))) = (args, self.erlang(import))
            && let Some(operator) = Operator::of(name)
        {
            self.arithmetic(operator, fail, [*one, *other], to);
            return Ok(());
        }
        let op = [Op::Guard0, Op::Guard1, Op::Guard2, Op::Guard3][args.len()];
        self.emitter.fail(op, 0, fail).pool(Slot::Export(import));
        self.dst(to);
        args.iter().for_each(|arg| {
            self.src(*arg);
        });
        Ok(())
    }

    pub(super) fn arithmetic(
        &mut self,
        operator: Operator,
        fail: u32,
        [one, other]: [Operand<'_>; 2],
        to: Operand<'_>,
    ) {
        let constant = small(other);
        let fast = match (operator, constant) {
            (Operator::Add, None) => Some(Op::AddXXX),
            (Operator::Subtract, None) => Some(Op::SubXXX),
            (Operator::Multiply, None) => Some(Op::MulXXX),
            (Operator::Add, _) => Some(Op::AddXXC),
            (Operator::Subtract, _) => Some(Op::SubXXC),
            (Operator::Band, Some(_)) => Some(Op::BandXXC),
            (Operator::Rem, Some(constant)) if constant > 0 => Some(Op::RemXXC),
            (Operator::IntDiv, Some(constant)) if constant > 0 => Some(Op::DivXXC),
            (Operator::Bsr, Some(0..=31)) if size_of::<usize>() == 8 => Some(Op::BsrXXC),
            _ => None,
        };
        if let (Some(op), Some(to), Some(one)) = (fast, x(to), x(one)) {
            match (constant, x(other)) {
                (None, Some(other)) => {
                    self.emitter.bytes(op, [to, one, other]).branch_or_raise(fail);
                    return;
                }
                (Some(value), _) => {
                    // The constant as it is added to a tagged integer: its value above the tag bits.
                    self.emitter.bytes(op, [to, one, 0]).word((value << 4) as u32).branch_or_raise(fail);
                    return;
                }
                _ => {}
            }
        }
        if let (Some(op), Some(to)) = (arithmetic_of_slot(operator, [one, other]), x(to)) {
            let (one, constant) = (small_register(one).map_or(0, |(_, number)| number), small(other));
            let other = small_register(other).map_or(0, |(_, number)| number);
            match constant {
                Some(value) => {
                    self.emitter.bytes(op, [to, one, 0]).word((value << 4) as u32).branch_or_raise(fail)
                }
                None => self.emitter.bytes(op, [to, one, other]).branch_or_raise(fail),
            };
            return;
        }
        self.emitter.fail(Op::Arithmetic, operator as u8, fail);
        self.src(one).src(other).dst(to);
    }

    pub(super) fn float(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let f = |operand: Operand<'_>| match operand {
            Operand::FloatRegister(number) => Some(number as u8),
            _ => None,
        };
        let three = [1, 2, 3].map(|index| f(o(index)).unwrap_or(0));
        let [first, second, to] = three;
        match (instruction.op, f(o(0)), f(o(1))) {
            (Beam::Fmove, Some(from), Some(to)) => {
                self.emitter.bytes(Op::FloatMove, [to, from, 0]);
            }
            (Beam::Fmove, Some(from), None) => {
                self.emitter.bytes(Op::FloatStore, [from, 0, 0]);
                self.dst(o(1));
            }
            (Beam::Fmove, None, Some(to)) => {
                self.emitter.bytes(Op::FloatLoad, [to, 0, 0]);
                self.src(o(0));
            }
            (Beam::Fconv, _, Some(to)) => {
                self.emitter.bytes(Op::FloatConvert, [to, 0, 0]);
                self.src(o(0));
            }
            (Beam::Fadd, ..) => {
                self.emitter.bytes(Op::FloatAdd, [to, first, second]);
            }
            (Beam::Fsub, ..) => {
                self.emitter.bytes(Op::FloatSub, [to, first, second]);
            }
            (Beam::Fmul, ..) => {
                self.emitter.bytes(Op::FloatMul, [to, first, second]);
            }
            (Beam::Fdiv, ..) => {
                self.emitter.bytes(Op::FloatDiv, [to, first, second]);
            }
            (Beam::Fnegate, ..) => {
                self.emitter.bytes(Op::FloatNegate, [second, first, 0]);
            }
            (op, ..) => return Err(LoadFault::Operand(op, 0)),
        }
        Ok(())
    }
}

/// Arithmetic of which an operand is in a Y register.
fn arithmetic_of_slot(operator: Operator, [one, other]: [Operand<'_>; 2]) -> Option<Op> {
    let kinds = (small_register(one)?.0, small_register(other).map(|register| register.0));
    match (operator, kinds, small(other)) {
        (Operator::Add, (SourceKind::Y, None), Some(_)) => Some(Op::AddXYC),
        (Operator::Subtract, (SourceKind::Y, None), Some(_)) => Some(Op::SubXYC),
        (Operator::Add, (SourceKind::Y, Some(SourceKind::X)), _) => Some(Op::AddXYX),
        (Operator::Add, (SourceKind::X, Some(SourceKind::Y)), _) => Some(Op::AddXXY),
        (Operator::Subtract, (SourceKind::Y, Some(SourceKind::X)), _) => Some(Op::SubXYX),
        _ => None,
    }
}

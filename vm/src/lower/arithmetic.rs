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
        if self.erlang(import) == Some(("self", 0)) {
            self.emitter.bytes(Op::SelfPid, [0; 3]);
            self.dst(to);
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
        terms: [Operand<'_>; 2],
        to: Operand<'_>,
    ) {
        // What may fail without raising is in guards; the fast forms are for all other places.
        if fail == 0
            && let Some(to) = x(to)
            && (self.with_constant(operator, terms, to) || self.of_registers(operator, terms, to))
        {
            return;
        }
        let [one, other] = terms;
        self.emitter.fail(Op::Arithmetic, operator as u8, fail);
        self.src(one).src(other).dst(to);
    }

    /// Arithmetic on a register and a constant, if there is a fast form of it.
    fn with_constant(&mut self, operator: Operator, [one, other]: [Operand<'_>; 2], to: u8) -> bool {
        let (Some((kind, one)), Some(constant)) = (small_register(one), small(other)) else { return false };
        let short = match (operator, kind) {
            (Operator::Add, SourceKind::X) => Some(Op::AddXXI),
            (Operator::Subtract, SourceKind::X) => Some(Op::SubXXI),
            (Operator::Add, _) => Some(Op::AddXYI),
            (Operator::Subtract, _) => Some(Op::SubXYI),
            _ => None,
        };
        if let (Some(op), Ok(constant)) = (short, i8::try_from(constant)) {
            self.emitter.bytes(op, [to, one, constant.cast_unsigned()]);
            return true;
        }
        let op = match (operator, kind) {
            (Operator::Add, SourceKind::X) => Op::AddXXC,
            (Operator::Subtract, SourceKind::X) => Op::SubXXC,
            (Operator::Band, SourceKind::X) => Op::BandXXC,
            (Operator::Rem, SourceKind::X) if constant > 0 => Op::RemXXC,
            (Operator::IntDiv, SourceKind::X) if constant > 0 => Op::DivXXC,
            (Operator::Bsr, SourceKind::X) if (0..32).contains(&constant) && size_of::<usize>() == 8 => {
                Op::BsrXXC
            }
            _ => return false,
        };
        // The constant as it is added to a tagged integer: its value above the tag bits.
        self.emitter.bytes(op, [to, one, 0]).word((constant << 4).cast_unsigned());
        true
    }

    /// Arithmetic on two registers, if there is a fast form of it.
    fn of_registers(&mut self, operator: Operator, [one, other]: [Operand<'_>; 2], to: u8) -> bool {
        use SourceKind::{X, Y};
        let (Some((kind, one)), Some((other_kind, other))) = (small_register(one), small_register(other))
        else {
            return false;
        };
        let op = match (operator, kind, other_kind) {
            (Operator::Add, X, X) => Op::AddXXX,
            (Operator::Add, Y, X) => Op::AddXYX,
            (Operator::Add, X, Y) => Op::AddXXY,
            (Operator::Subtract, X, X) => Op::SubXXX,
            (Operator::Subtract, Y, X) => Op::SubXYX,
            (Operator::Multiply, X, X) => Op::MulXXX,
            _ => return false,
        };
        self.emitter.bytes(op, [to, one, other]);
        true
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

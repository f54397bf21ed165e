//! Moves between registers, alone and with the instruction behind them.

use super::function::{Block, Checked, Lowering, is_constant, small_register, unsigned, x, y};
use super::operand::SourceKind;
use super::{Op, Slot};
use crate::code::{Instruction, Op as Beam, Operand};

impl<'a> Lowering<'a, '_> {
    pub(super) fn move_(
        &mut self,
        from: Operand<'_>,
        to: Operand<'_>,
        block: Block<'_, 'a>,
    ) -> Checked<usize> {
        let taken = self.move_fused(from, to, block);
        if taken > 0 {
            return Ok(taken);
        }
        match (small_register(from), x(to), y(to)) {
            (Some((SourceKind::X, from)), Some(to), _) => {
                self.emitter.bytes(Op::MoveXX, [to, from, 0]);
            }
            (Some((_, from)), Some(to), _) => {
                self.emitter.bytes(Op::MoveXY, [to, from, 0]);
            }
            (Some((SourceKind::X, from)), _, Some(to)) => {
                self.emitter.bytes(Op::MoveYX, [to, from, 0]);
            }
            (None, Some(to), _) if is_constant(from) => {
                self.emitter.bytes(Op::MoveXC, [to, 0, 0]);
                self.constant(from);
            }
            (None, _, Some(to)) if is_constant(from) => {
                self.emitter.bytes(Op::MoveYC, [to, 0, 0]);
                self.constant(from);
            }
            (None, Some(to), _) if matches!(from, Operand::Literal(_)) => {
                let Operand::Literal(number) = from else { return Ok(1) };
                self.emitter.bytes(Op::MoveXP, [to, 0, 0]).pool(Slot::Literal(number));
            }
            _ => {
                self.emitter.bytes(Op::Move, [0; 3]);
                self.src(from).dst(to);
            }
        }
        Ok(1)
    }

    /// A move together with the instruction behind it; 0 where they stay two.
    pub(super) fn move_fused(&mut self, from: Operand<'_>, to: Operand<'_>, block: Block<'_, 'a>) -> usize {
        let Some(next) = block.next() else { return 0 };
        let n = |index: usize| next.operand(index).unwrap_or(Operand::Nil);
        let (kind, source) = match small_register(from) {
            Some(register) => register,
            None => match (next.op, x(to)) {
                (Beam::Return, Some(to)) if is_constant(from) => {
                    self.emitter.bytes(Op::MoveXCReturn, [to, 0, 0]);
                    self.constant(from);
                    return 2;
                }
                _ => return 0,
            },
        };
        if next.op == Beam::Move {
            return self.move_twice([(from, to), (n(0), n(1))]);
        }
        let Some(to) = x(to) else { return 0 };
        if let Some(line) = block.lines.get(1).and_then(|line| line.checked_sub(1)) {
            self.emitter.line(line);
        }
        match (next.op, kind) {
            (Beam::Call, SourceKind::X) => self.move_call(Op::MoveXXCall, [to, source, 0], next),
            (Beam::Call, _) => self.move_call(Op::MoveXYCall, [to, source, 0], next),
            (Beam::CallOnly, SourceKind::X) => self.move_call(Op::MoveXXCallOnly, [to, source, 0], next),
            (Beam::CallLast, _) => self.move_call_last(kind, [to, source], next),
            (Beam::Return, SourceKind::X) => {
                self.emitter.bytes(Op::MoveXXReturn, [to, source, 0]);
                2
            }
            _ => 0,
        }
    }

    /// Two moves between registers as one; 0 where they stay two.
    fn move_twice(&mut self, moves: [(Operand<'_>, Operand<'_>); 2]) -> usize {
        use SourceKind::{X, Y};
        let [Some(first), Some(second)] =
            moves.map(|(from, to)| Some((small_register(from)?, small_register(to)?)))
        else {
            return 0;
        };
        let ((from, from_number), (to, to_number)) = first;
        let ((next_from, next_from_number), (next_to, next_to_number)) = second;
        let op = match (to, from, next_to, next_from) {
            (X, X, X, X) => Op::MoveXXMoveXX,
            (X, X, X, Y) => Op::MoveXXMoveXY,
            (X, X, Y, X) => Op::MoveXXMoveYX,
            (X, Y, X, X) => Op::MoveXYMoveXX,
            (X, Y, X, Y) => Op::MoveXYMoveXY,
            (X, Y, Y, X) => Op::MoveXYMoveYX,
            (Y, X, X, X) => Op::MoveYXMoveXX,
            (Y, X, X, Y) => Op::MoveYXMoveXY,
            (Y, X, Y, X) => Op::MoveYXMoveYX,
            _ => return 0,
        };
        let word = u32::from_le_bytes([next_to_number, next_from_number, 0, 0]);
        self.emitter.bytes(op, [to_number, from_number, 0]).word(word);
        2
    }

    /// A move to X and the last call behind it; 0 where they stay two.
    fn move_call_last(&mut self, kind: SourceKind, [to, from]: [u8; 2], call: &Instruction<'_>) -> usize {
        let Some(Ok(slots)) = call.operand(2).map(|slots| u8::try_from(unsigned(slots))) else { return 0 };
        let op = if kind == SourceKind::X { Op::MoveXXCallLast } else { Op::MoveXYCallLast };
        self.move_call(op, [to, from, slots], call)
    }

    pub(super) fn move_call(&mut self, op: Op, bytes: [u8; 3], call: &Instruction<'_>) -> usize {
        let label = self.called(call);
        self.emitter.bytes(op, bytes).entry(label);
        2
    }

    pub(super) fn swap(&mut self, one: Operand<'_>, other: Operand<'_>) {
        if let (Some(one), Some(other)) = (x(one), x(other)) {
            self.emitter.bytes(Op::SwapXX, [one, other, 0]);
        } else {
            self.emitter.bytes(Op::Swap, [0; 3]);
            self.dst(one).dst(other);
        }
    }
}

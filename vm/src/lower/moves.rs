//! Moves between registers, alone and with the instruction behind them.

use super::emit::Emitter;
use super::function::{Block, Checked, Lowering, is_constant, small_register, x, y};
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
        let two = |op: Op, to: u8, next_to: u8, next_from: u8, emitter: &mut Emitter<'_>| {
            emitter.bytes(op, [to, source, 0]).word(u32::from_le_bytes([next_to, next_from, 0, 0]));
            2
        };
        if next.op == Beam::Move {
            return match (kind, x(to), y(to), small_register(n(0)), x(n(1)), y(n(1))) {
                (SourceKind::X, Some(to), _, Some((SourceKind::X, from)), Some(next), _) => {
                    two(Op::MoveXXMoveXX, to, next, from, &mut self.emitter)
                }
                (SourceKind::Y, Some(to), _, Some((SourceKind::Y, from)), Some(next), _) => {
                    two(Op::MoveXYMoveXY, to, next, from, &mut self.emitter)
                }
                (SourceKind::X, _, Some(to), Some((SourceKind::X, from)), _, Some(next)) => {
                    two(Op::MoveYXMoveYX, to, next, from, &mut self.emitter)
                }
                _ => 0,
            };
        }
        let Some(to) = x(to) else { return 0 };
        if let Some(line) = block.lines.get(1).and_then(|line| line.checked_sub(1)) {
            self.emitter.line(line);
        }
        match (next.op, kind) {
            (Beam::Call, SourceKind::X) => self.move_call(Op::MoveXXCall, [to, source, 0], next),
            (Beam::Call, _) => self.move_call(Op::MoveXYCall, [to, source, 0], next),
            (Beam::CallOnly, SourceKind::X) => self.move_call(Op::MoveXXCallOnly, [to, source, 0], next),
            (Beam::Return, SourceKind::X) => {
                self.emitter.bytes(Op::MoveXXReturn, [to, source, 0]);
                2
            }
            _ => 0,
        }
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

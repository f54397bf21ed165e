//! Stack frames and room on the heap.

use super::Op;
use super::function::{Block, Checked, Lowering, REGISTERS, frame, x, y};
use super::operand::{SourceKind, source};
use crate::code::{Op as Beam, Operand};
use crate::load::LoadFault;
use crate::term::Word;

impl<'a> Lowering<'a, '_> {
    /// Takes a frame, with the stores behind it where they become one; how many instructions did.
    pub(super) fn allocate(
        &mut self,
        [slots, heap, live]: [u32; 3],
        op: Beam,
        block: Block<'_, 'a>,
    ) -> Checked<usize> {
        if slots > u32::from(REGISTERS) || live > u32::from(REGISTERS) || heap > 1 << 24 {
            return Err(LoadFault::Operand(op, 0));
        }
        if let (Beam::Allocate, Ok(live), Ok(slots)) = (op, u8::try_from(live), u8::try_from(slots)) {
            match allocate_stores([live, slots], block) {
                [Some((y, x)), None] => {
                    self.emitter.bytes(Op::AllocateMoveYX, [live, slots, y]).word(u32::from(x));
                    return Ok(2);
                }
                [Some((y, x)), Some((next_y, next_x))] => {
                    let word = u32::from_le_bytes([x, next_y, next_x, 0]);
                    self.emitter.bytes(Op::AllocateMoveYXMoveYX, [live, slots, y]).word(word);
                    return Ok(3);
                }
                _ => {}
            }
        }
        match (u8::try_from(live), u8::try_from(slots), u8::try_from(heap)) {
            (Ok(live), _, Ok(0)) => {
                self.emitter.half(Op::Allocate, live, slots as u16);
            }
            (Ok(live), Ok(slots), Ok(heap)) => {
                self.emitter.bytes(Op::AllocateHeap, [live, slots, heap]);
            }
            _ => {
                self.emitter.bytes(Op::AllocateWide, [0; 3]).word(live).word(slots).word(heap);
            }
        }
        if matches!(op, Beam::AllocateZero | Beam::AllocateHeapZero) && slots > 0 {
            self.emitter.number(Op::ClearFrame, slots);
        }
        Ok(1)
    }

    pub(super) fn test_heap(&mut self, heap: u32, live: u32, block: Block<'_, 'a>) -> Checked<usize> {
        if live > u32::from(REGISTERS) || heap > 1 << 24 {
            return Err(LoadFault::Operand(Beam::TestHeap, 0));
        }
        if let [_, put, deallocate, returns, ..] = block.instructions
            && (put.op, deallocate.op, returns.op) == (Beam::PutList, Beam::Deallocate, Beam::Return)
            && let [Some(head), Some(tail), Some(to)] = [put.operand(0), put.operand(1), put.operand(2)]
            && let (Some(head), Some(tail), Some(to)) = (y(head), x(tail), x(to))
        {
            let slots = frame(deallocate.operand(0).unwrap_or(Operand::Nil))?;
            self.emitter.bytes(Op::PutListYXXReturn, [to, head, tail]).word(live).word(heap).word(slots);
            return Ok(4);
        }
        if let Some(next) = block.next()
            && next.op == Beam::PutList
            && let [Some(head), Some(tail), Some(to)] = [0, 1, 2].map(|index| next.operand(index).and_then(x))
        {
            self.emitter.bytes(Op::TestHeapPutListXXX, [to, head, tail]).word(live).word(heap);
            return Ok(2);
        }
        match (u8::try_from(live), u16::try_from(heap)) {
            (Ok(live), Ok(heap)) => {
                self.emitter.half(Op::TestHeap, live, heap);
            }
            _ => {
                self.emitter.bytes(Op::TestHeapWide, [0; 3]).word(live).word(heap);
            }
        }
        Ok(1)
    }

    pub(super) fn deallocate(&mut self, slots: u32, block: Block<'_, 'a>) -> usize {
        let returns = block.next().is_some_and(|next| next.op == Beam::Return);
        let op = if returns { Op::DeallocateReturn } else { Op::Deallocate };
        self.emitter.number(op, slots);
        1 + usize::from(returns)
    }

    pub(super) fn init(&mut self, slot: Operand<'_>) {
        match (slot, y(slot)) {
            (_, Some(number)) => {
                self.emitter.bytes(Op::MoveYC, [number, 0, 0]).word(Word::NIL.0 as u32);
            }
            (Operand::Y(_), _) => {
                self.emitter.bytes(Op::Move, [0; 3]).word(source(SourceKind::Nil, 0));
                self.dst(slot);
            }
            _ => self.misfit = true,
        }
    }
}

/// The first two moves behind an `allocate` that store live X registers in the frame: (y, x).
fn allocate_stores([live, slots]: [u8; 2], block: Block<'_, '_>) -> [Option<(u8, u8)>; 2] {
    let store = |index: usize| {
        let store = block.instructions.get(index).filter(|next| next.op == Beam::Move)?;
        let (from, to) = (x(store.operand(0)?)?, y(store.operand(1)?)?);
        (from < live && to < slots).then_some((to, from))
    };
    let first = store(1);
    [first, first.and_then(|_| store(2))]
}

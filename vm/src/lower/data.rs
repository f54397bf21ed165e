//! Lists, tuples, records and closures.

use alloc::vec::Vec;

use super::function::{Block, Checked, Lowering, element, pairs, unsigned, x, y};
use super::{Op, Slot};
use crate::code::{Instruction, Op as Beam, Operand};
use crate::load::LoadFault;

impl<'a> Lowering<'a, '_> {
    pub(super) fn get_list(&mut self, from: Operand<'_>, head: Operand<'_>, tail: Operand<'_>) {
        if let (Some(from), Some(head), Some(tail)) = (x(from), x(head), x(tail)) {
            self.emitter.bytes(Op::GetListXXX, [from, head, tail]);
        } else if let (Some(from), Some(head), Some(tail)) = (x(from), y(head), x(tail)) {
            self.emitter.bytes(Op::GetListXYX, [from, head, tail]);
        } else {
            self.emitter.bytes(Op::GetList, [0; 3]);
            self.src(from).dst(head).dst(tail);
        }
    }

    pub(super) fn get_part(&mut self, fast: Op, general: Op, from: Operand<'_>, to: Operand<'_>) {
        if let (Some(from), Some(to)) = (x(from), x(to)) {
            self.emitter.bytes(fast, [to, from, 0]);
        } else {
            self.emitter.bytes(general, [0; 3]);
            self.src(from).dst(to);
        }
    }

    pub(super) fn get_element(
        &mut self,
        tuple: Operand<'_>,
        index: u32,
        to: Operand<'_>,
        block: Block<'_, 'a>,
    ) -> usize {
        let Ok(index) = u8::try_from(index) else {
            self.emitter.bytes(Op::GetElement, [0; 3]);
            self.src(tuple).emitter.word(index);
            self.dst(to);
            return 1;
        };
        if let (Some(from), Some(first), Some(next)) = (x(tuple), x(to), block.next())
            && next.op == Beam::GetTupleElement
            && from != first
            && next.operand(0).and_then(x) == Some(from)
            && let Some(Ok(other)) = next.operand(1).map(|other| u8::try_from(unsigned(other)))
            && let Some(second) = next.operand(2).and_then(x)
        {
            self.emitter.bytes(Op::GetElementsXX, [from, index, first]);
            self.emitter.word(u32::from_le_bytes([other, second, 0, 0]));
            return 2;
        }
        match (x(tuple), y(tuple), x(to), y(to)) {
            (Some(from), _, Some(to), _) => self.emitter.bytes(Op::GetElementXX, [from, index, to]),
            (Some(from), _, _, Some(to)) => self.emitter.bytes(Op::GetElementXY, [from, index, to]),
            (_, Some(from), Some(to), _) => self.emitter.bytes(Op::GetElementYX, [from, index, to]),
            _ => {
                self.emitter.bytes(Op::GetElement, [0; 3]);
                self.src(tuple).emitter.word(u32::from(index));
                self.dst(to);
                return 1;
            }
        };
        1
    }

    pub(super) fn put_list(&mut self, head: Operand<'_>, tail: Operand<'_>, to: Operand<'_>) {
        if let (Some(head), Some(tail), Some(to)) = (x(head), x(tail), x(to)) {
            self.emitter.bytes(Op::PutListXXX, [to, head, tail]);
        } else if let (Some(head), Some(tail), Some(to)) = (y(head), x(tail), x(to)) {
            self.emitter.bytes(Op::PutListYXX, [to, head, tail]);
        } else {
            self.emitter.bytes(Op::PutList, [0; 3]);
            self.src(head).src(tail).dst(to);
        }
    }

    pub(super) fn put_tuple(&mut self, to: Operand<'_>, elements: Option<Vec<Operand<'_>>>) -> Checked<()> {
        let elements = elements.unwrap_or_default();
        let count = u16::try_from(elements.len()).map_err(|_| LoadFault::Operand(Beam::PutTuple2, 1))?;
        self.emitter.half(Op::PutTuple, 0, count);
        self.dst(to);
        elements.into_iter().for_each(|element| {
            self.src(element);
        });
        Ok(())
    }

    /// `put_tuple` and the `put`s behind it.
    pub(super) fn put_tuple_old(
        &mut self,
        arity: u32,
        to: Operand<'_>,
        block: Block<'_, 'a>,
    ) -> Checked<usize> {
        let count = arity as usize;
        let puts = block.instructions.get(1..=count).ok_or(LoadFault::Operand(Beam::PutTuple, 0))?;
        if puts.iter().any(|put| put.op != Beam::Put) {
            return Err(LoadFault::Operand(Beam::PutTuple, 0));
        }
        let mut elements = Vec::with_capacity(count);
        for put in puts {
            elements.push(put.operand(0).unwrap_or(Operand::Nil));
        }
        self.put_tuple(to, Some(elements))?;
        Ok(1 + count)
    }

    pub(super) fn update_record(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let size = element(o(1))?;
        let updates = pairs(o(4), Beam::UpdateRecord, 4)?;
        self.emitter.half(Op::UpdateRecord, 0, updates.len() as u16).word(size);
        self.src(o(2)).dst(o(3));
        for (position, value) in updates {
            let position = unsigned(position);
            if position == 0 || position > size {
                return Err(LoadFault::Index("element", u64::from(position)));
            }
            self.emitter.word(position);
            self.src(value);
        }
        Ok(())
    }

    pub(super) fn make_fun(
        &mut self,
        index: u32,
        to: Operand<'_>,
        free: Option<Vec<Operand<'_>>>,
    ) -> Checked<()> {
        let free = free.unwrap_or_default();
        match self.source.lambdas.get(index as usize) {
            Some(lambda) if lambda.num_free as usize == free.len() => {}
            _ => return Err(LoadFault::Index("fun", u64::from(index))),
        }
        let count = u8::try_from(free.len()).map_err(|_| LoadFault::Arity(free.len() as u32))?;
        self.emitter.bytes(Op::MakeFun, [count, 0, 0]).pool(Slot::Lambda(index));
        self.dst(to);
        free.into_iter().for_each(|value| {
            self.src(value);
        });
        Ok(())
    }

    /// `make_fun2`: the free variables are in the first X registers, and so goes the fun. It reserves its own heap.
    pub(super) fn make_fun_old(&mut self, index: u32) -> Checked<()> {
        let lambda = self.source.lambdas.get(index as usize);
        let free = lambda.map_or(0, |lambda| lambda.num_free);
        self.emitter.bytes(Op::TestHeapWide, [0; 3]).word(free).word(free + 4);
        let free = (0..free as u16).map(Operand::X).collect();
        self.make_fun(index, Operand::X(0), Some(free))
    }
}

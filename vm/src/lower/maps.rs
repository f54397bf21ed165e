//! Maps: their keys fetched and tested, and maps made of maps.

use alloc::vec::Vec;

use super::Op;
use super::function::{Checked, Lowering, MOST_ITEMS, REGISTERS, SCRATCH, label, list, pairs, unsigned};
use super::operand::TypeTest;
use crate::code::{Instruction, List, Operand};
use crate::load::LoadFault;

impl<'a> Lowering<'a, '_> {
    pub(super) fn map_keys(&mut self, op: Op, fail: u32, map: Operand<'_>, keys: Operand<'_>) {
        let keys: Vec<Operand<'_>> = list(keys).iter().flat_map(List::iter).collect();
        let width = if op == Op::GetMapElements { 2 } else { 1 };
        let mut map = map;
        if keys.len() > MOST_ITEMS * width {
            // The map's own register may be among those that are written.
            self.emitter.bytes(Op::Move, [0; 3]);
            self.src(map).dst(Operand::X(SCRATCH));
            map = Operand::X(SCRATCH);
        }
        self.misfit |= !keys.len().is_multiple_of(width);
        for part in keys.chunks(MOST_ITEMS * width) {
            self.emitter.fail(op, (part.len() / width) as u8, fail);
            self.src(map);
            for (index, key) in part.iter().enumerate() {
                if index % width == 0 {
                    self.src(*key)
                } else {
                    self.dst(*key)
                };
            }
            self.emitter.end();
        }
        if keys.is_empty() {
            self.type_test(TypeTest::Map, fail, map);
        }
    }

    pub(super) fn put_map(&mut self, op: Op, instruction: &Instruction<'_>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let live = unsigned(o(3));
        if live > u32::from(REGISTERS) {
            return Err(LoadFault::Operand(instruction.op, 3));
        }
        let pairs = pairs(o(4), instruction.op, 4)?;
        let mut from = o(1);
        let mut left = &pairs[..];
        loop {
            let (part, rest) = left.split_at(left.len().min(MOST_ITEMS));
            let to = if rest.is_empty() { o(2) } else { Operand::X(SCRATCH) };
            self.emitter.fail(op, part.len() as u8, label(o(0)));
            self.src(from).dst(to).emitter.word(live);
            for (key, value) in part {
                self.src(*key).src(*value);
            }
            if rest.is_empty() {
                return Ok(());
            }
            self.emitter.end();
            (from, left) = (to, rest);
        }
    }
}

//! Branches: tests of a term, comparisons, selections.

use alloc::vec::Vec;

use super::Op;
use super::function::{
    Block, Checked, Lowering, MOST_ELEMENTS, is_atomic, is_constant, label, pairs, small, unsigned, x, y,
};
use super::operand::{Comparison, TypeTest};
use crate::code::{Op as Beam, Operand};
use crate::load::LoadFault;
use crate::term::{Boxed, Word};

impl<'a> Lowering<'a, '_> {
    pub(super) fn is_cell(&mut self, fail: u32, operand: Operand<'_>, block: Block<'_, 'a>) -> usize {
        if let (Some(list), Some(next)) = (x(operand), block.next())
            && next.op == Beam::GetList
            && next.operand(0).and_then(x) == Some(list)
            && let [Some(head), Some(tail)] = [1, 2].map(|index| next.operand(index).and_then(x))
        {
            self.emitter.fail(Op::IsCellGetListX, list, fail);
            self.emitter.word(u32::from_le_bytes([head, tail, 0, 0]));
            return 2;
        }
        if let Some(registers) = x(operand).and_then(|list| allocate_get_list(list, block)) {
            self.emitter.fail(Op::IsCellAllocateGetListX, x(operand).unwrap_or(0), fail);
            self.emitter.word(u32::from_le_bytes(registers));
            return 3;
        }
        self.type_test(TypeTest::Cell, fail, operand);
        1
    }

    pub(super) fn is_tuple(&mut self, fail: u32, operand: Operand<'_>, block: Block<'_, 'a>) -> usize {
        if let Some(next) = block.next()
            && next.op == Beam::TestArity
            && next.operand(0).map(label) == Some(fail)
            && next.operand(1).map(Operand::bare) == Some(operand.bare())
        {
            self.tuple_arity(fail, operand, next.operand(2).map_or(0, unsigned), Operand::Nil);
            return 2;
        }
        self.type_test(TypeTest::Tuple, fail, operand);
        1
    }

    pub(super) fn type_test(&mut self, test: TypeTest, fail: u32, operand: Operand<'_>) {
        let fast = match test {
            TypeTest::Cell => Op::IsCellX,
            TypeTest::Nil => Op::IsNilX,
            TypeTest::List => Op::IsListX,
            TypeTest::Atom => Op::IsAtomX,
            TypeTest::Integer => Op::IsIntegerX,
            TypeTest::Tuple => Op::IsTupleX,
            _ => Op::TypeTest,
        };
        match x(operand) {
            Some(register) if fast != Op::TypeTest => {
                self.emitter.fail(fast, register, fail);
            }
            _ => {
                self.emitter.fail(Op::TypeTest, test as u8, fail);
                self.src(operand);
            }
        }
    }

    pub(super) fn tuple_arity(&mut self, fail: u32, tuple: Operand<'_>, arity: u32, tag: Operand<'_>) {
        let header = tuple_header(arity);
        let register = x(tuple);
        match (register, tag) {
            (Some(register), Operand::Atom(_)) => {
                self.emitter.fail(Op::IsTaggedTupleX, register, fail).word(header);
                self.constant(tag);
            }
            (Some(register), _) => {
                self.emitter.fail(Op::IsTupleArityX, register, fail).word(header);
            }
            (None, Operand::Atom(_)) => {
                self.emitter.fail(Op::IsTaggedTuple, 0, fail);
                self.src(tuple).emitter.word(header);
                self.constant(tag);
            }
            (None, _) => {
                self.emitter.fail(Op::IsTupleArity, 0, fail);
                self.src(tuple).emitter.word(header);
            }
        }
    }

    /// A comparison, with the return behind it where both become one; how many instructions did.
    pub(super) fn compare_fused(
        &mut self,
        op: Beam,
        fail: u32,
        [one, other]: [Operand<'_>; 2],
        block: Block<'_, 'a>,
    ) -> usize {
        if block.next().is_some_and(|next| next.op == Beam::Return)
            && let (Beam::IsLt | Beam::IsGe, Some(one), Some(_)) = (op, x(one), small(other))
        {
            let op = if op == Beam::IsLt { Op::IsLtXCReturn } else { Op::IsGeXCReturn };
            self.emitter.fail(op, one, fail);
            self.constant(other);
            return 2;
        }
        self.compare(op, fail, one, other);
        1
    }

    pub(super) fn compare(&mut self, op: Beam, fail: u32, one: Operand<'_>, other: Operand<'_>) {
        // An atom or nil equals just what it is the same as.
        let exact = is_atomic(one) || is_atomic(other);
        let comparison = match op {
            Beam::IsLt => Comparison::Less,
            Beam::IsGe => Comparison::NotLess,
            Beam::IsEq if !exact => Comparison::Equal,
            Beam::IsNe if !exact => Comparison::NotEqual,
            Beam::IsEq | Beam::IsEqExact => Comparison::Exact,
            _ => Comparison::NotExact,
        };
        let (fast_xc, fast_x) = match comparison {
            Comparison::Exact => (Op::IsEqExactXC, Op::IsEqExactX),
            Comparison::NotExact => (Op::IsNeExactXC, Op::IsNeExactX),
            Comparison::Less => (Op::IsLtXC, Op::IsLtXX),
            Comparison::NotLess => (Op::IsGeXC, Op::IsGeXX),
            _ => (Op::Compare, Op::Compare),
        };
        let ordered = matches!(comparison, Comparison::Less | Comparison::NotLess);
        match (x(one), x(other)) {
            (Some(one), _)
                if fast_xc != Op::Compare && is_constant(other) && (!ordered || small(other).is_some()) =>
            {
                self.emitter.fail(fast_xc, one, fail);
                self.constant(other);
            }
            (_, Some(other)) if ordered && small(one).is_some() => {
                let op = if comparison == Comparison::Less { Op::IsLtCX } else { Op::IsGeCX };
                self.emitter.fail(op, other, fail);
                self.constant(one);
            }
            (Some(one), Some(other)) if ordered => {
                self.emitter.fail(fast_x, one, fail).word(u32::from(other));
            }
            (Some(one), _) if fast_x != Op::Compare && !ordered => {
                self.emitter.fail(fast_x, one, fail);
                self.src(other);
            }
            _ => {
                self.emitter.fail(Op::Compare, comparison as u8, fail);
                self.src(one).src(other);
            }
        }
    }

    pub(super) fn select_value(
        &mut self,
        value: Operand<'_>,
        fail: u32,
        choices: Operand<'_>,
    ) -> Checked<()> {
        let choices = branches(choices, Beam::SelectVal)?;
        if !choices.iter().all(|(choice, _)| is_constant(*choice)) {
            self.select_one_by_one(value, fail, &choices);
            return Ok(());
        }
        let mut numbers: Vec<(i32, u32)> =
            choices.iter().filter_map(|(choice, target)| Some((small(*choice)?, label(*target)))).collect();
        numbers.sort_unstable();
        if let (Some((least, _)), Some((greatest, _))) = (numbers.first(), numbers.last())
            && numbers.len() == choices.len()
            && numbers.len() > 3
            && (greatest - least) as usize <= numbers.len() * 2
        {
            self.jump_table(value, fail, *least, *greatest, &numbers);
            return Ok(());
        }
        let count = choices.len() as u16;
        match x(value) {
            Some(register) => {
                self.emitter.half(Op::SelectX, register, count);
            }
            None => {
                self.emitter.half(Op::Select, 0, count);
                self.src(value);
            }
        }
        self.emitter.branch(fail);
        let word = self.emitter.here();
        let count = u32::from(count);
        self.emitter.lowered.relocations.push(super::Relocation::Sort { word, count });
        choices.iter().for_each(|(choice, _)| self.constant(*choice));
        choices.iter().for_each(|(_, target)| {
            self.emitter.branch(label(*target));
        });
        Ok(())
    }

    pub(super) fn select_one_by_one(
        &mut self,
        value: Operand<'_>,
        fail: u32,
        choices: &[(Operand<'_>, Operand<'_>)],
    ) {
        for (choice, target) in choices {
            self.compare(Beam::IsNeExact, label(*target), value, *choice);
            self.emitter.end();
        }
        self.emitter.jump(Op::Jump, fail);
    }

    pub(super) fn jump_table(
        &mut self,
        value: Operand<'_>,
        fail: u32,
        least: i32,
        greatest: i32,
        numbers: &[(i32, u32)],
    ) {
        self.emitter.half(Op::JumpTable, 0, (greatest - least + 1) as u16);
        self.src(value).emitter.word(least as u32).branch(fail);
        for number in least..=greatest {
            let found = numbers.binary_search_by_key(&number, |(number, _)| *number);
            self.emitter.branch(found.map_or(fail, |index| numbers[index].1));
        }
    }

    pub(super) fn select_arity(
        &mut self,
        tuple: Operand<'_>,
        fail: u32,
        choices: Operand<'_>,
    ) -> Checked<()> {
        let choices = branches(choices, Beam::SelectTupleArity)?;
        self.emitter.half(Op::SelectArity, 0, choices.len() as u16);
        self.src(tuple).emitter.branch(fail);
        for (arity, _) in &choices {
            self.emitter.word(tuple_header(unsigned(*arity)));
        }
        choices.iter().for_each(|(_, target)| {
            self.emitter.branch(label(*target));
        });
        Ok(())
    }
}

/// `allocate` and `get_list` of a list in X, to a Y and an X register: live, slots, y, x.
fn allocate_get_list(list: u8, block: Block<'_, '_>) -> Option<[u8; 4]> {
    let [_, allocate, get_list, ..] = block.instructions else { return None };
    if allocate.op != Beam::Allocate || get_list.op != Beam::GetList {
        return None;
    }
    let number =
        |index: usize| allocate.operand(index).and_then(|number| u8::try_from(unsigned(number)).ok());
    let (slots, live) = (number(0)?, number(1)?);
    let [from, head, tail] = [get_list.operand(0)?, get_list.operand(1)?, get_list.operand(2)?];
    let head = y(head).filter(|head| *head < slots)?;
    if x(from)? == list && live > list { Some([live, slots, head, x(tail)?]) } else { None }
}

/// The pairs of a selection, each with a label.
fn branches<'a>(operand: Operand<'a>, op: Beam) -> Checked<Vec<(Operand<'a>, Operand<'a>)>> {
    let pairs = pairs(operand, op, 2)?;
    if pairs.iter().all(|(_, target)| matches!(target, Operand::Label(label) if *label > 0)) {
        Ok(pairs)
    } else {
        Err(LoadFault::Operand(op, 2))
    }
}

/// The header of a tuple; one that no tuple has where there are too many elements.
pub(super) fn tuple_header(elements: u32) -> u32 {
    Word::header(Boxed::Tuple, elements.min(MOST_ELEMENTS + 1) as usize).0 as u32
}

pub(super) fn type_test(op: Beam) -> Option<TypeTest> {
    Some(match op {
        Beam::IsInteger => TypeTest::Integer,
        Beam::IsFloat => TypeTest::Float,
        Beam::IsNumber => TypeTest::Number,
        Beam::IsAtom => TypeTest::Atom,
        Beam::IsPid => TypeTest::Pid,
        Beam::IsReference => TypeTest::Reference,
        Beam::IsPort => TypeTest::Port,
        Beam::IsNil => TypeTest::Nil,
        Beam::IsBinary => TypeTest::Binary,
        Beam::IsBitstr => TypeTest::Bitstring,
        Beam::IsList => TypeTest::List,
        Beam::IsFunction => TypeTest::Function,
        Beam::IsBoolean => TypeTest::Boolean,
        Beam::IsMap => TypeTest::Map,
        _ => return None,
    })
}

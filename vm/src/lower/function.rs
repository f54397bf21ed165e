//! One BEAM instruction after another into lowered ones, function by function.
//!
//! This file walks and checks; how an instruction is lowered stands in the file of its family.
//!
//! Every operand is checked against its kind, its table and the register file before it is used. Two instructions
//! become one where that paid (design: moves, calls, returns, list and tuple tests). A register above 255, or an
//! operand that is no register, takes the general form of its instruction.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::branches::{tuple_header, type_test};
use super::emit::{Emitter, entered};
use super::operand::{SourceKind, source};
use super::verify::{Check, Verifier, Wanted};
use super::{Lowered, Op, Slot};
use crate::code::{Decoder, Instruction, List, Op as Beam, Operand};
use crate::load::{LoadError, LoadFault, Source};
use crate::term::Word;

/// X and Y registers an instruction may name.
pub const REGISTERS: u16 = 1024;
/// The X register behind those: a value on its way from one part of an instruction of the compiler to the next.
/// Nothing collects in between.
pub const SCRATCH: u16 = REGISTERS;
/// The most items of an instruction whose count is a byte: keys, pairs, segments.
pub(super) const MOST_ITEMS: usize = 255;
/// Float registers an instruction may name.
pub const FLOAT_REGISTERS: u16 = 256;
/// The most elements a tuple may have: as many as its header can count on the smallest machine.
pub(super) const MOST_ELEMENTS: u32 = (1 << 24) - 1;
/// How many times the code's and the strings' own size the bytes may take that instructions copy out of the strings.
const STRING_COPIES: usize = 16;
/// Words of a boxed float.
pub const FLOAT_WORDS: u32 = 1 + 8 / size_of::<usize>() as u32;

type Lines = Vec<u32>;
pub(super) type Checked<T> = Result<T, LoadFault>;

/// Lowers all functions; the inner error lists those whose branches are too long.
pub(super) fn lower_module(
    source: &Source<'_>,
    far: &BTreeSet<u32>,
    traced: bool,
) -> Result<Result<Lowered, Vec<u32>>, LoadError> {
    let labels = source.code.header.labels;
    // A label takes at least two bytes of code, so a larger count lies.
    if labels as usize > source.code.bytes.len() {
        return Err(LoadFault::Index("label", u64::from(labels)).at(source.name(), source.code.offset));
    }
    let mut lowering = Lowering::new(source, Emitter::new(labels, far), traced);
    let mut decoder = Decoder::new(source.code.bytes);
    let mut block: Vec<Instruction<'_>> = Vec::new();
    let mut lines: Lines = Vec::new();
    let mut pending = 0;
    let mut instruction = Instruction::END;
    loop {
        let is_there = decoder
            .read(&mut instruction)
            .map_err(|error| lowering.error(LoadFault::Decode(error), error.offset))?;
        let ends = !is_there || matches!(instruction.op, Beam::FuncInfo | Beam::IntCodeEnd);
        if ends && !block.is_empty() {
            lowering.function(&block, &lines)?;
            block.clear();
            lines.clear();
        }
        if !is_there {
            break;
        }
        match instruction.op {
            Beam::IntCodeEnd => {
                lowering.note(instruction.offset);
                break;
            }
            Beam::Line => pending = lowering.line_item(&instruction)?,
            Beam::ExecutableLine | Beam::DebugLine | Beam::NifStart => {}
            _ => {
                block.push(instruction);
                lines.push(core::mem::take(&mut pending));
            }
        }
    }
    // What falls out of the last function meets a function_clause of it.
    lowering.emitter.bytes(Op::IfEnd, [0; 3]);
    lowering.check_entries()?;
    lowering.emitter.finish().map_err(|fault| fault.at(source.name(), source.code.offset))
}

/// The lowering of a module.
pub(super) struct Lowering<'a, 'f> {
    pub(super) source: &'a Source<'a>,
    pub(super) emitter: Emitter<'f>,
    /// The external terms of the literals.
    pub(super) literals: Vec<&'a [u8]>,
    /// Bytes of the string table that the pool may still take.
    pub(super) string_room: usize,
    /// An operand within a list was not what stands there.
    pub(super) misfit: bool,
    pub(super) calls: Vec<Call>,
    traced: bool,
    verifier: Verifier<'a>,
}

/// A function that is called from within the module.
#[derive(Clone, Copy)]
pub(super) struct Call {
    pub(super) label: u32,
    pub(super) arity: u32,
    /// Where the call is.
    pub(super) offset: u32,
}

/// A function's instructions, and where in them the lowering is.
#[derive(Clone, Copy)]
pub(super) struct Block<'b, 'a> {
    pub(super) instructions: &'b [Instruction<'a>],
    pub(super) lines: &'b [u32],
}

impl<'a> Block<'_, 'a> {
    /// The instruction that follows, if it may become one with the first.
    pub(super) fn next(&self) -> Option<&Instruction<'a>> {
        self.instructions.get(1)
    }
}

pub(super) fn small_register(operand: Operand<'_>) -> Option<(SourceKind, u8)> {
    match operand.bare() {
        Operand::X(number) => u8::try_from(number).ok().map(|number| (SourceKind::X, number)),
        Operand::Y(number) => u8::try_from(number).ok().map(|number| (SourceKind::Y, number)),
        _ => None,
    }
}

pub(super) fn x(operand: Operand<'_>) -> Option<u8> {
    match operand.bare() {
        Operand::X(number) => u8::try_from(number).ok(),
        _ => None,
    }
}

pub(super) fn y(operand: Operand<'_>) -> Option<u8> {
    match operand.bare() {
        Operand::Y(number) => u8::try_from(number).ok(),
        _ => None,
    }
}

/// The 28-bit small integer of an operand.
pub(super) fn small(operand: Operand<'_>) -> Option<i32> {
    match operand {
        Operand::Integer(value) if (-(1 << 27)..1 << 27).contains(&value) => Some(value as i32),
        _ => None,
    }
}

/// Unsigned numbers: their kind was checked, so others do not come.
pub(super) fn unsigned(operand: Operand<'_>) -> u32 {
    match operand {
        Operand::Unsigned(number) => u32::try_from(number).unwrap_or(u32::MAX),
        _ => u32::MAX,
    }
}

pub(super) fn label(operand: Operand<'_>) -> u32 {
    match operand {
        Operand::Label(label) => label,
        _ => 0,
    }
}

pub(super) fn list(operand: Operand<'_>) -> Option<List<'_>> {
    match operand {
        Operand::List(list) => Some(list),
        _ => None,
    }
}

pub(super) fn heap_words(operand: Operand<'_>) -> u32 {
    match operand {
        // A fun is two words larger here than its environment; the compiler counts it in words of its own VM.
        Operand::Allocation { words, floats, funs } => {
            words.saturating_add(floats.saturating_mul(FLOAT_WORDS)).saturating_add(funs.saturating_mul(4))
        }
        other => unsigned(other),
    }
}

impl<'a, 'f> Lowering<'a, 'f> {
    fn new(source: &'a Source<'a>, emitter: Emitter<'f>, traced: bool) -> Self {
        Lowering {
            source,
            emitter,
            literals: source.literals.iter().collect(),
            string_room: STRING_COPIES * (source.code.bytes.len() + source.strings.len()),
            misfit: false,
            calls: Vec::new(),
            traced,
            verifier: Verifier::new(source),
        }
    }
}

impl<'a> Lowering<'a, '_> {
    fn error(&self, fault: LoadFault, offset: u32) -> LoadError {
        let function = self.emitter.lowered.functions.last();
        self.named_error(fault, offset, function.map(|function| (function.name, function.arity)))
    }

    /// An error in a function that is not lowered yet.
    fn error_in(&self, instructions: &[Instruction<'_>], fault: LoadFault, offset: u32) -> LoadError {
        let named = instructions.first().filter(|head| head.op == Beam::FuncInfo).and_then(|head| {
            match (head.operand(1), head.operand(2)) {
                (Some(Operand::Atom(name)), Some(arity)) => Some((name, unsigned(arity))),
                _ => None,
            }
        });
        self.named_error(fault, offset, named)
    }

    fn named_error(&self, fault: LoadFault, offset: u32, function: Option<(u32, u32)>) -> LoadError {
        let mut error = fault.at(self.source.name(), self.source.code.offset + offset as usize);
        error.function = function.map(|(name, arity)| {
            let mut text = String::from(self.source.atom(name).unwrap_or("?"));
            text.push('/');
            text.push_str(&alloc::format!("{arity}"));
            text
        });
        error
    }

    /// The code from here on comes from the instruction at an offset.
    fn note(&mut self, offset: u32) {
        if self.traced {
            self.emitter.lowered.trace.push((self.emitter.here(), offset));
        }
    }

    fn line_item(&self, instruction: &Instruction<'_>) -> Result<u32, LoadError> {
        let item = instruction.operand(0).map_or(0, unsigned);
        // Item 0 is "not known"; it ends what the line before it said.
        if item as usize > self.source.lines.len() {
            return Err(self.error(LoadFault::Index("line", u64::from(item)), instruction.offset));
        }
        Ok(item + 1)
    }

    /// Whoever is called from outside, or calls within the module, meets a function of the arity it means.
    fn check_entries(&self) -> Result<(), LoadError> {
        let lowered = &self.emitter.lowered;
        let arity = |label: u32| {
            let place = lowered.labels.get(label as usize)?;
            entered(&lowered.functions, *place).map(|function| function.arity)
        };
        for call in &self.calls {
            if arity(call.label) != Some(call.arity) {
                return Err(self.error(LoadFault::Label(call.label), call.offset));
            }
        }
        let at = |fault: LoadFault| fault.at(self.source.name(), self.source.code.offset);
        let exports = self.source.exports.iter().map(|export| (export.label, export.arity));
        for (label, wanted) in exports.chain(self.source.lambdas.iter().map(|fun| (fun.label, fun.arity))) {
            if arity(label) != Some(wanted) {
                return Err(at(LoadFault::Label(label)));
            }
        }
        match lowered.on_load.map(|place| entered(&lowered.functions, place)) {
            None | Some(Some(super::Function { arity: 0, .. })) => Ok(()),
            _ => Err(at(LoadFault::Operand(Beam::OnLoad, 0))),
        }
    }

    fn function(&mut self, instructions: &[Instruction<'a>], lines: &[u32]) -> Result<(), LoadError> {
        let is_headed = instructions.first().is_some_and(|first| first.op == Beam::FuncInfo);
        for instruction in instructions {
            if !is_headed && instruction.op != Beam::Label {
                return Err(self.error(LoadFault::Stray, instruction.offset));
            }
            self.check(instruction)
                .map_err(|fault| self.error_in(instructions, fault, instruction.offset))?;
        }
        let proved = self.verifier.function(instructions).map(<[Check]>::to_vec);
        let checks = proved.as_deref().unwrap_or_default();
        let (mut checks, mut at) = (checks, 0);
        while at < instructions.len() {
            let (here, later) = checks.split_at(checks.partition_point(|check| check.index <= at));
            // What is to be checked is not one with what stands before it.
            let end = later.first().map_or(instructions.len(), |check| check.index);
            let block = Block { instructions: &instructions[at..end], lines: &lines[at..end] };
            at += self.piece(block, here)?;
            checks = later;
        }
        // Behind the last function stands no label.
        if !checks.is_empty() {
            self.emitter.bytes(Op::NeverReturns, [0; 3]);
        }
        // What is misshapen was said first: rules are for what has its shape.
        proved.map(|_| ()).map_err(|(fault, offset)| self.error(fault, offset))
    }

    /// Lowers the first instructions of a block, and before them what is to be checked; how many they were.
    fn piece(&mut self, block: Block<'_, 'a>, checks: &[Check]) -> Result<usize, LoadError> {
        let instruction = &block.instructions[0];
        match block.lines[0].checked_sub(1) {
            line if instruction.op == Beam::FuncInfo => self.emitter.first_line(line.unwrap_or(0)),
            Some(line) => self.emitter.line(line),
            None => {}
        }
        self.note(instruction.offset);
        for check in checks {
            self.check_value(instruction, check.wanted);
        }
        let taken = self
            .instruction(instruction, block)
            .and_then(|taken| self.check_fit(instruction.op).map(|()| taken))
            .map_err(|fault| self.error(fault, instruction.offset))?;
        self.emitter.end();
        // What became one with the instruction may have had a line: it holds from here on.
        if let Some(line) = block.lines[1..taken].iter().rev().find_map(|line| line.checked_sub(1)) {
            self.emitter.line(line);
        }
        Ok(taken)
    }

    /// A check of the term that an instruction takes apart, or that the call before it has not returned.
    fn check_value(&mut self, instruction: &Instruction<'_>, wanted: Wanted) {
        let operand = if instruction.op == Beam::UpdateRecord { 2 } else { 0 };
        let operand = instruction.operand(operand).unwrap_or(Operand::Nil);
        match wanted {
            Wanted::Cell => self.one(Op::CheckCell, operand),
            Wanted::Elements(least) => {
                self.one(Op::CheckElements, operand);
                self.emitter.word(least);
            }
            Wanted::Arity(elements) => {
                self.one(Op::CheckArity, operand);
                self.emitter.word(tuple_header(elements));
            }
            Wanted::Never => {
                self.emitter.bytes(Op::NeverReturns, [0; 3]);
            }
            Wanted::Slots(slots) => {
                (0..64).filter(|slot| slots >> slot & 1 == 1).for_each(|slot| self.init(Operand::Y(slot)));
            }
            Wanted::Message => {
                self.emitter.bytes(Op::KeepMessage, [0; 3]);
            }
        }
    }

    /// Every operand of the kind its instruction takes, and every index in its table.
    fn check(&self, instruction: &Instruction<'_>) -> Checked<()> {
        let op = instruction.op;
        if op.is_retired() {
            return Err(LoadFault::Retired(op));
        }
        for (index, (operand, spec)) in instruction.operands().iter().zip(op.operands()).enumerate() {
            if !spec.kind.accepts(operand) {
                return Err(LoadFault::Operand(op, index));
            }
            self.check_operand(*operand)?;
            if let Operand::List(list) = operand {
                for element in list.iter() {
                    self.check_operand(element)?;
                }
            }
        }
        Ok(())
    }

    /// The elements of a list, which stand last in an instruction, were what they had to be.
    fn check_fit(&self, op: Beam) -> Checked<()> {
        if self.misfit { Err(LoadFault::Operand(op, op.arity().saturating_sub(1))) } else { Ok(()) }
    }

    fn check_operand(&self, operand: Operand<'_>) -> Checked<()> {
        let (table, index, count) = match operand.bare() {
            Operand::Atom(number) => ("atom", number, self.source.atoms.len() + 1),
            Operand::X(number) | Operand::Y(number) => {
                ("register", u32::from(number), usize::from(REGISTERS))
            }
            Operand::FloatRegister(number) => {
                ("float register", u32::from(number), usize::from(FLOAT_REGISTERS))
            }
            Operand::Label(label) => ("label", label, self.emitter.lowered.labels.len()),
            Operand::Literal(number) => ("literal", number, self.source.literal_count),
            _ => return Ok(()),
        };
        if (index as usize) < count { Ok(()) } else { Err(LoadFault::Index(table, u64::from(index))) }
    }

    pub(super) fn import(&self, operand: Operand<'_>) -> Checked<u32> {
        let index = unsigned(operand);
        if (index as usize) < self.source.imports.len() {
            Ok(index)
        } else {
            Err(LoadFault::Index("import", u64::from(index)))
        }
    }

    /// The name of an imported function of module `erlang`, and its arity.
    pub(super) fn erlang(&self, import: u32) -> Option<(&'a str, u32)> {
        let import = self.source.imports[import as usize];
        if self.source.atom(import.module) == Some("erlang") {
            Some((self.source.atom(import.function)?, import.arity))
        } else {
            None
        }
    }

    /// An extension word that is a source.
    pub(super) fn src(&mut self, operand: Operand<'_>) -> &mut Self {
        if let Some(value) = small(operand) {
            self.emitter.word(source(SourceKind::Small, value));
            return self;
        }
        match operand.bare() {
            Operand::X(number) => self.emitter.word(source(SourceKind::X, i32::from(number))),
            Operand::Y(number) => self.emitter.word(source(SourceKind::Y, i32::from(number))),
            Operand::Atom(number) => self.emitter.atom_source(number),
            Operand::Literal(number) => self.emitter.pool_source(Slot::Literal(number)),
            Operand::Integer(value) => self.emitter.pool_source(Slot::Integer(value)),
            Operand::Unsigned(value) if i64::try_from(value).is_ok() => {
                self.emitter.pool_source(Slot::Integer(value as i64))
            }
            Operand::BigInteger(bytes) => self.emitter.pool_source(Slot::BigInteger(bytes.to_vec())),
            Operand::Character(value) => self.emitter.pool_source(Slot::Integer(i64::from(value))),
            Operand::Nil => self.emitter.word(source(SourceKind::Nil, 0)),
            _ => {
                self.misfit = true;
                self.emitter.word(source(SourceKind::Nil, 0))
            }
        };
        self
    }

    /// An extension word that is a register to write.
    pub(super) fn dst(&mut self, operand: Operand<'_>) -> &mut Self {
        let word = match operand.bare() {
            Operand::Y(number) => source(SourceKind::Y, i32::from(number)),
            Operand::X(number) => source(SourceKind::X, i32::from(number)),
            _ => {
                self.misfit = true;
                source(SourceKind::X, 0)
            }
        };
        self.emitter.word(word);
        self
    }

    /// An extension word that is a constant, for an operand that [`is_constant`] holds for.
    pub(super) fn constant(&mut self, operand: Operand<'_>) {
        match operand {
            Operand::Atom(number) => self.emitter.atom_constant(number),
            Operand::Nil => self.emitter.word(Word::NIL.0 as u32),
            other => self.emitter.word(Word::small_unchecked(small(other).unwrap_or(0) as isize).0 as u32),
        };
    }

    /// Lowers an instruction, with the next one where both are one; how many were.
    #[allow(clippy::too_many_lines, reason = "a list: one line an instruction")]
    fn instruction(&mut self, instruction: &Instruction<'a>, block: Block<'_, 'a>) -> Checked<usize> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        match instruction.op {
            Beam::Label => self.label(unsigned(o(0)))?,
            Beam::FuncInfo => self.func_info(o(1), unsigned(o(2)))?,
            Beam::OnLoad => self.emitter.lowered.on_load = Some(self.emitter.here()),
            Beam::Call => self.call(Op::Call, instruction),
            Beam::CallOnly => self.call(Op::CallOnly, instruction),
            Beam::CallLast => self.call_last(instruction)?,
            Beam::CallExt => self.call_ext(Op::CallExt, instruction)?,
            Beam::CallExtOnly => self.call_ext(Op::CallExtOnly, instruction)?,
            Beam::CallExtLast => self.call_ext_last(instruction)?,
            Beam::CallFun => return self.call_fun([Op::CallFun, Op::CallFunLast], arity(o(0))?, block),
            Beam::CallFun2 => {
                let words = self.call_fun([Op::CallFunSrc, Op::CallFunSrcLast], arity(o(1))?, block)?;
                self.src(o(2));
                return Ok(words);
            }
            Beam::Apply => {
                self.emitter.bytes(Op::Apply, [arity(o(0))?, 0, 0]);
            }
            Beam::ApplyLast => {
                self.emitter.bytes(Op::ApplyLast, [arity(o(0))?, 0, 0]).word(frame(o(1))?);
            }
            Beam::Return => {
                self.emitter.bytes(Op::Return, [0; 3]);
            }
            Beam::Move => return self.move_(o(0), o(1), block),
            Beam::Swap => self.swap(o(0), o(1)),
            Beam::Allocate | Beam::AllocateZero => {
                return self.allocate([unsigned(o(0)), 0, unsigned(o(1))], instruction.op, block);
            }
            Beam::AllocateHeap | Beam::AllocateHeapZero => {
                let numbers = [unsigned(o(0)), heap_words(o(1)), unsigned(o(2))];
                return self.allocate(numbers, instruction.op, block);
            }
            Beam::TestHeap => return self.test_heap(heap_words(o(0)), unsigned(o(1)), block),
            Beam::Deallocate => return Ok(self.deallocate(frame(o(0))?, block)),
            Beam::Trim => {
                self.emitter.number(Op::Trim, frame(o(0))?);
            }
            Beam::Init => self.init(o(0)),
            Beam::InitYregs => list(o(0)).iter().flat_map(List::iter).for_each(|slot| self.init(slot)),
            Beam::Jump => {
                self.emitter.jump(Op::Jump, label(o(0)));
            }
            Beam::SelectVal => self.select_value(o(0), label(o(1)), o(2))?,
            Beam::SelectTupleArity => self.select_arity(o(0), label(o(1)), o(2))?,
            Beam::IsNonemptyList => return Ok(self.is_cell(label(o(0)), o(1), block)),
            Beam::IsTuple => return Ok(self.is_tuple(label(o(0)), o(1), block)),
            Beam::TestArity => self.tuple_arity(label(o(0)), o(1), unsigned(o(2)), Operand::Nil),
            Beam::IsTaggedTuple => self.tuple_arity(label(o(0)), o(1), unsigned(o(2)), o(3)),
            Beam::IsFunction2 => {
                self.emitter.fail(Op::IsFunctionArity, 0, label(o(0)));
                self.src(o(1)).src(o(2));
            }
            Beam::IsLt | Beam::IsGe | Beam::IsEq | Beam::IsNe | Beam::IsEqExact | Beam::IsNeExact => {
                return Ok(self.compare_fused(instruction.op, label(o(0)), [o(1), o(2)], block));
            }
            Beam::GetList => self.get_list(o(0), o(1), o(2)),
            Beam::GetHd => self.get_part(Op::GetHdXX, Op::GetHd, o(0), o(1)),
            Beam::GetTl => self.get_part(Op::GetTlXX, Op::GetTl, o(0), o(1)),
            Beam::GetTupleElement => return Ok(self.get_element(o(0), element(o(1))?, o(2), block)),
            Beam::SetTupleElement => {
                self.emitter.bytes(Op::SetElement, [0; 3]);
                self.src(o(0)).src(o(1)).emitter.word(element(o(2))?);
            }
            Beam::PutList => self.put_list(o(0), o(1), o(2)),
            Beam::PutTuple2 => self.put_tuple(o(0), list(o(1)).map(|list| list.iter().collect()))?,
            Beam::PutTuple => return self.put_tuple_old(unsigned(o(0)), o(1), block),
            Beam::UpdateRecord => self.update_record(instruction)?,
            Beam::Bif0 => self.guard(0, o(0), &[], o(1))?,
            Beam::Bif1 => self.guard(label(o(0)), o(1), &[o(2)], o(3))?,
            Beam::Bif2 => self.guard(label(o(0)), o(1), &[o(2), o(3)], o(4))?,
            Beam::Bif3 => self.guard(label(o(0)), o(1), &[o(2), o(3), o(4)], o(5))?,
            Beam::GcBif1 => self.guard(label(o(0)), o(2), &[o(3)], o(4))?,
            Beam::GcBif2 => self.guard(label(o(0)), o(2), &[o(3), o(4)], o(5))?,
            Beam::GcBif3 => self.guard(label(o(0)), o(2), &[o(3), o(4), o(5)], o(6))?,
            Beam::Fclearerror | Beam::Fcheckerror | Beam::RecvMark | Beam::RecvSet => {}
            Beam::Fmove | Beam::Fconv | Beam::Fadd | Beam::Fsub | Beam::Fmul | Beam::Fdiv | Beam::Fnegate => {
                self.float(instruction)?;
            }
            Beam::Catch | Beam::Try => {
                self.emitter.bytes(Op::Catch, [0; 3]).word(slot(o(0))).catch(label(o(1)));
            }
            Beam::CatchEnd => {
                self.emitter.bytes(Op::CatchEnd, [0; 3]).word(slot(o(0)));
            }
            Beam::TryEnd => {
                self.emitter.bytes(Op::TryEnd, [0; 3]).word(slot(o(0)));
            }
            Beam::TryCase => {
                self.emitter.bytes(Op::TryCase, [0; 3]).word(slot(o(0)));
            }
            Beam::Badmatch => self.one(Op::Badmatch, o(0)),
            Beam::CaseEnd => self.one(Op::CaseEnd, o(0)),
            Beam::TryCaseEnd => self.one(Op::TryCaseEnd, o(0)),
            Beam::Badrecord => self.one(Op::Badrecord, o(0)),
            Beam::IfEnd => {
                self.emitter.bytes(Op::IfEnd, [0; 3]);
            }
            Beam::Raise => {
                self.one(Op::Raise, o(0));
                self.src(o(1));
            }
            Beam::RawRaise => {
                self.emitter.bytes(Op::RawRaise, [0; 3]);
            }
            Beam::BuildStacktrace => {
                self.emitter.bytes(Op::BuildStacktrace, [0; 3]);
            }
            Beam::Send => {
                self.emitter.bytes(Op::Send, [0; 3]);
            }
            Beam::LoopRec => self.loop_rec(label(o(0)), o(1)),
            Beam::RemoveMessage => {
                self.emitter.bytes(Op::RemoveMessage, [0; 3]);
            }
            Beam::LoopRecEnd => {
                self.emitter.jump(Op::LoopRecEnd, label(o(0)));
            }
            Beam::Wait => {
                self.emitter.jump(Op::Wait, label(o(0)));
            }
            Beam::WaitTimeout => {
                self.emitter.bytes(Op::WaitTimeout, [0; 3]);
                self.src(o(1)).emitter.branch(label(o(0)));
            }
            Beam::Timeout => {
                self.emitter.bytes(Op::Timeout, [0; 3]);
            }
            Beam::RecvMarkerReserve => {
                self.emitter.bytes(Op::MarkerReserve, [0; 3]);
                self.dst(o(0));
            }
            Beam::RecvMarkerBind => {
                self.one(Op::MarkerBind, o(0));
                self.src(o(1));
            }
            Beam::RecvMarkerClear => self.one(Op::MarkerClear, o(0)),
            Beam::RecvMarkerUse => self.one(Op::MarkerUse, o(0)),
            Beam::MakeFun2 => self.make_fun_old(unsigned(o(0)))?,
            Beam::MakeFun3 => {
                self.make_fun(unsigned(o(0)), o(1), list(o(2)).map(|list| list.iter().collect()))?;
            }
            Beam::GetMapElements => self.map_keys(Op::GetMapElements, label(o(0)), o(1), o(2)),
            Beam::HasMapFields => self.map_keys(Op::HasMapFields, label(o(0)), o(1), o(2)),
            Beam::IsNativeRecord
            | Beam::IsRecordAccessible
            | Beam::GetRecordElements
            | Beam::GetRecordField
            | Beam::PutRecord => self.record(instruction)?,
            Beam::PutMapAssoc => self.put_map(Op::PutMapAssoc, instruction)?,
            Beam::PutMapExact => self.put_map(Op::PutMapExact, instruction)?,
            op => match type_test(op) {
                Some(test) => self.type_test(test, label(o(0)), o(1)),
                None => self.bits(instruction)?,
            },
        }
        Ok(1)
    }

    fn one(&mut self, op: Op, operand: Operand<'_>) {
        self.emitter.bytes(op, [0; 3]);
        self.src(operand);
    }

    fn label(&mut self, number: u32) -> Checked<()> {
        match self.emitter.lowered.labels.get(number as usize) {
            Some(&u32::MAX) if number != 0 => {
                self.emitter.label(number);
                Ok(())
            }
            _ => Err(LoadFault::Label(number)),
        }
    }

    fn func_info(&mut self, name: Operand<'_>, arity: u32) -> Checked<()> {
        let Operand::Atom(name) = name else { return Err(LoadFault::Operand(Beam::FuncInfo, 1)) };
        if arity > u32::from(u8::MAX) {
            return Err(LoadFault::Arity(arity));
        }
        self.emitter.function(name, arity);
        Ok(())
    }

    fn loop_rec(&mut self, empty: u32, to: Operand<'_>) {
        self.emitter.jump(Op::LoopRec, empty);
        if x(to) != Some(0) {
            self.emitter.bytes(Op::Move, [0; 3]).word(source(SourceKind::X, 0));
            self.dst(to);
        }
    }
}

pub(super) fn arity(operand: Operand<'_>) -> Checked<u8> {
    let arity = unsigned(operand);
    u8::try_from(arity).map_err(|_| LoadFault::Arity(arity))
}

pub(super) fn frame(operand: Operand<'_>) -> Checked<u32> {
    let slots = unsigned(operand);
    if slots <= u32::from(REGISTERS) { Ok(slots) } else { Err(LoadFault::Index("frame", u64::from(slots))) }
}

pub(super) fn slot(operand: Operand<'_>) -> u32 {
    match operand {
        Operand::Y(number) => u32::from(number),
        _ => 0,
    }
}

/// The number of an element, from 0.
pub(super) fn element(operand: Operand<'_>) -> Checked<u32> {
    let index = unsigned(operand);
    if index < MOST_ELEMENTS { Ok(index) } else { Err(LoadFault::Index("element", u64::from(index))) }
}

/// Whether an operand is a constant of 32 bits.
pub(super) fn is_constant(operand: Operand<'_>) -> bool {
    is_atomic(operand) || small(operand).is_some()
}

pub(super) fn is_atomic(operand: Operand<'_>) -> bool {
    matches!(operand, Operand::Atom(_) | Operand::Nil)
}

/// The elements of a list operand, two by two.
pub(super) fn pairs<'a>(
    operand: Operand<'a>,
    op: Beam,
    index: usize,
) -> Checked<Vec<(Operand<'a>, Operand<'a>)>> {
    let elements: Vec<Operand<'a>> = list(operand).iter().flat_map(List::iter).collect();
    if !elements.len().is_multiple_of(2) || elements.len() > usize::from(u16::MAX) {
        return Err(LoadFault::Operand(op, index));
    }
    Ok(elements.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect())
}

//! One BEAM instruction after another into lowered ones, function by function.
//!
//! Every operand is checked against its kind, its table and the register file before it is used. Two instructions
//! become one where that paid (design: moves, calls, returns, list and tuple tests). A register above 255, or an
//! operand that is no register, takes the general form of its instruction.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::emit::{Emitter, entered};
use super::operand::{Comparison, Operator, SourceKind, TypeTest, source};
use super::verify::{Check, Verifier, Wanted};
use super::{Lowered, Op, Slot};
use crate::code::{Decoder, Instruction, List, Op as Beam, Operand};
use crate::load::{LoadError, LoadFault, Source};
use crate::term::{Boxed, Word};

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
const MOST_ELEMENTS: u32 = (1 << 24) - 1;
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
    let mut decoder = Decoder::new(source.code.bytes).peekable();
    let mut block: Vec<Instruction<'_>> = Vec::new();
    let mut lines: Lines = Vec::new();
    let mut pending = 0;
    loop {
        let next = decoder
            .next()
            .transpose()
            .map_err(|error| lowering.error(LoadFault::Decode(error), error.offset))?;
        let ends = next.as_ref().is_none_or(|next| matches!(next.op, Beam::FuncInfo | Beam::IntCodeEnd));
        if ends && !block.is_empty() {
            lowering.function(&block, &lines)?;
            block.clear();
            lines.clear();
        }
        let Some(instruction) = next else { break };
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
    calls: Vec<Call>,
    traced: bool,
    verifier: Verifier<'a>,
}

/// A function that is called from within the module.
#[derive(Clone, Copy)]
struct Call {
    label: u32,
    arity: u32,
    /// Where the call is.
    offset: u32,
}

/// A function's instructions, and where in them the lowering is.
#[derive(Clone, Copy)]
struct Block<'b, 'a> {
    instructions: &'b [Instruction<'a>],
    lines: &'b [u32],
}

impl<'a> Block<'_, 'a> {
    /// The instruction that follows, if it may become one with the first.
    fn next(&self) -> Option<&Instruction<'a>> {
        self.instructions.get(1)
    }
}

fn small_register(operand: Operand<'_>) -> Option<(SourceKind, u8)> {
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

fn y(operand: Operand<'_>) -> Option<u8> {
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
            self.check(instruction).map_err(|fault| self.error_in(instructions, fault, instruction.offset))?;
        }
        let proved = self.verifier.function(instructions).map(<[Check]>::to_vec);
        let checks =
            proved.map_err(|(fault, offset)| self.error_in(instructions, fault, offset))?;
        let (mut checks, mut at) = (&checks[..], 0);
        while at < instructions.len() {
            let (here, later) = checks.split_at(checks.partition_point(|check| check.index == at));
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
        Ok(())
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
    fn erlang(&self, import: u32) -> Option<(&'a str, u32)> {
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
    fn constant(&mut self, operand: Operand<'_>) {
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
            Beam::CallFun => {
                self.emitter.bytes(Op::CallFun, [arity(o(0))?, 0, 0]);
            }
            Beam::CallFun2 => {
                self.emitter.bytes(Op::CallFunSrc, [arity(o(1))?, 0, 0]);
                self.src(o(2));
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
                self.allocate(unsigned(o(0)), 0, unsigned(o(1)), instruction.op)?
            }
            Beam::AllocateHeap | Beam::AllocateHeapZero => {
                self.allocate(unsigned(o(0)), heap_words(o(1)), unsigned(o(2)), instruction.op)?;
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
                self.compare(instruction.op, label(o(0)), o(1), o(2));
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

    /// Notes a call of this module (arity, label); its label.
    fn called(&mut self, call: &Instruction<'_>) -> u32 {
        let (arity, label) = (call.operand(0).map_or(0, unsigned), call.operand(1).map_or(0, label));
        self.calls.push(Call { label, arity, offset: call.offset });
        label
    }

    fn call(&mut self, op: Op, call: &Instruction<'_>) {
        let label = self.called(call);
        self.emitter.call(op, label);
    }

    fn call_last(&mut self, call: &Instruction<'_>) -> Checked<()> {
        self.emitter.number(Op::Deallocate, frame(call.operand(2).unwrap_or(Operand::Nil))?);
        self.call(Op::CallOnly, call);
        Ok(())
    }

    /// The import of a call (arity, import), which has the call's arity.
    fn called_import(&self, call: &Instruction<'_>) -> Checked<u32> {
        let import = self.import(call.operand(1).unwrap_or(Operand::Nil))?;
        if call.operand(0).map(unsigned) == Some(self.source.imports[import as usize].arity) {
            Ok(import)
        } else {
            Err(LoadFault::Index("import", u64::from(import)))
        }
    }

    fn call_ext(&mut self, op: Op, call: &Instruction<'_>) -> Checked<()> {
        let import = self.called_import(call)?;
        self.emitter.pooled(op, Slot::Export(import));
        Ok(())
    }

    fn call_ext_last(&mut self, call: &Instruction<'_>) -> Checked<()> {
        let import = self.called_import(call)?;
        let slots = frame(call.operand(2).unwrap_or(Operand::Nil))?;
        self.emitter.half(Op::CallExtLast, 0, slots as u16).pool(Slot::Export(import));
        Ok(())
    }

    fn move_(&mut self, from: Operand<'_>, to: Operand<'_>, block: Block<'_, 'a>) -> Checked<usize> {
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
    fn move_fused(&mut self, from: Operand<'_>, to: Operand<'_>, block: Block<'_, 'a>) -> usize {
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

    fn move_call(&mut self, op: Op, bytes: [u8; 3], call: &Instruction<'_>) -> usize {
        let label = self.called(call);
        self.emitter.bytes(op, bytes).entry(label);
        2
    }

    fn swap(&mut self, one: Operand<'_>, other: Operand<'_>) {
        if let (Some(one), Some(other)) = (x(one), x(other)) {
            self.emitter.bytes(Op::SwapXX, [one, other, 0]);
        } else {
            self.emitter.bytes(Op::Swap, [0; 3]);
            self.dst(one).dst(other);
        }
    }

    fn allocate(&mut self, slots: u32, heap: u32, live: u32, op: Beam) -> Checked<()> {
        if slots > u32::from(REGISTERS) || live > u32::from(REGISTERS) || heap > 1 << 24 {
            return Err(LoadFault::Operand(op, 0));
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
        Ok(())
    }

    fn test_heap(&mut self, heap: u32, live: u32, block: Block<'_, 'a>) -> Checked<usize> {
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

    fn deallocate(&mut self, slots: u32, block: Block<'_, 'a>) -> usize {
        let returns = block.next().is_some_and(|next| next.op == Beam::Return);
        let op = if returns { Op::DeallocateReturn } else { Op::Deallocate };
        self.emitter.number(op, slots);
        1 + usize::from(returns)
    }

    fn init(&mut self, slot: Operand<'_>) {
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

    fn is_cell(&mut self, fail: u32, operand: Operand<'_>, block: Block<'_, 'a>) -> usize {
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

    fn is_tuple(&mut self, fail: u32, operand: Operand<'_>, block: Block<'_, 'a>) -> usize {
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

    fn type_test(&mut self, test: TypeTest, fail: u32, operand: Operand<'_>) {
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

    fn tuple_arity(&mut self, fail: u32, tuple: Operand<'_>, arity: u32, tag: Operand<'_>) {
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

    fn compare(&mut self, op: Beam, fail: u32, one: Operand<'_>, other: Operand<'_>) {
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

    fn select_value(&mut self, value: Operand<'_>, fail: u32, choices: Operand<'_>) -> Checked<()> {
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

    fn select_one_by_one(&mut self, value: Operand<'_>, fail: u32, choices: &[(Operand<'_>, Operand<'_>)]) {
        for (choice, target) in choices {
            self.compare(Beam::IsNeExact, label(*target), value, *choice);
            self.emitter.end();
        }
        self.emitter.jump(Op::Jump, fail);
    }

    fn jump_table(
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

    fn select_arity(&mut self, tuple: Operand<'_>, fail: u32, choices: Operand<'_>) -> Checked<()> {
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

    fn get_list(&mut self, from: Operand<'_>, head: Operand<'_>, tail: Operand<'_>) {
        if let (Some(from), Some(head), Some(tail)) = (x(from), x(head), x(tail)) {
            self.emitter.bytes(Op::GetListXXX, [from, head, tail]);
        } else if let (Some(from), Some(head), Some(tail)) = (x(from), y(head), x(tail)) {
            self.emitter.bytes(Op::GetListXYX, [from, head, tail]);
        } else {
            self.emitter.bytes(Op::GetList, [0; 3]);
            self.src(from).dst(head).dst(tail);
        }
    }

    fn get_part(&mut self, fast: Op, general: Op, from: Operand<'_>, to: Operand<'_>) {
        if let (Some(from), Some(to)) = (x(from), x(to)) {
            self.emitter.bytes(fast, [to, from, 0]);
        } else {
            self.emitter.bytes(general, [0; 3]);
            self.src(from).dst(to);
        }
    }

    fn get_element(
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

    fn put_list(&mut self, head: Operand<'_>, tail: Operand<'_>, to: Operand<'_>) {
        if let (Some(head), Some(tail), Some(to)) = (x(head), x(tail), x(to)) {
            self.emitter.bytes(Op::PutListXXX, [to, head, tail]);
        } else if let (Some(head), Some(tail), Some(to)) = (y(head), x(tail), x(to)) {
            self.emitter.bytes(Op::PutListYXX, [to, head, tail]);
        } else {
            self.emitter.bytes(Op::PutList, [0; 3]);
            self.src(head).src(tail).dst(to);
        }
    }

    fn put_tuple(&mut self, to: Operand<'_>, elements: Option<Vec<Operand<'_>>>) -> Checked<()> {
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
    fn put_tuple_old(&mut self, arity: u32, to: Operand<'_>, block: Block<'_, 'a>) -> Checked<usize> {
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

    fn update_record(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
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

    fn guard(
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

    fn arithmetic(&mut self, operator: Operator, fail: u32, [one, other]: [Operand<'_>; 2], to: Operand<'_>) {
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

    fn float(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
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

    fn loop_rec(&mut self, empty: u32, to: Operand<'_>) {
        self.emitter.jump(Op::LoopRec, empty);
        if x(to) != Some(0) {
            self.emitter.bytes(Op::Move, [0; 3]).word(source(SourceKind::X, 0));
            self.dst(to);
        }
    }

    fn make_fun(&mut self, index: u32, to: Operand<'_>, free: Option<Vec<Operand<'_>>>) -> Checked<()> {
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
    fn make_fun_old(&mut self, index: u32) -> Checked<()> {
        let lambda = self.source.lambdas.get(index as usize);
        let free = lambda.map_or(0, |lambda| lambda.num_free);
        self.emitter.bytes(Op::TestHeapWide, [0; 3]).word(free).word(free + 4);
        let free = (0..free as u16).map(Operand::X).collect();
        self.make_fun(index, Operand::X(0), Some(free))
    }

    fn map_keys(&mut self, op: Op, fail: u32, map: Operand<'_>, keys: Operand<'_>) {
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

    fn put_map(&mut self, op: Op, instruction: &Instruction<'_>) -> Checked<()> {
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

fn arity(operand: Operand<'_>) -> Checked<u8> {
    let arity = unsigned(operand);
    u8::try_from(arity).map_err(|_| LoadFault::Arity(arity))
}

fn frame(operand: Operand<'_>) -> Checked<u32> {
    let slots = unsigned(operand);
    if slots <= u32::from(REGISTERS) { Ok(slots) } else { Err(LoadFault::Index("frame", u64::from(slots))) }
}

fn slot(operand: Operand<'_>) -> u32 {
    match operand {
        Operand::Y(number) => u32::from(number),
        _ => 0,
    }
}

/// The number of an element, from 0.
fn element(operand: Operand<'_>) -> Checked<u32> {
    let index = unsigned(operand);
    if index < MOST_ELEMENTS { Ok(index) } else { Err(LoadFault::Index("element", u64::from(index))) }
}

/// Whether an operand is a constant of 32 bits.
fn is_constant(operand: Operand<'_>) -> bool {
    is_atomic(operand) || small(operand).is_some()
}

fn is_atomic(operand: Operand<'_>) -> bool {
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
fn tuple_header(elements: u32) -> u32 {
    Word::header(Boxed::Tuple, elements.min(MOST_ELEMENTS + 1) as usize).0 as u32
}

fn type_test(op: Beam) -> Option<TypeTest> {
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

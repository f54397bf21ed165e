//! The bit syntax: matching and constructing bitstrings.
//!
//! One form of each instruction serves all that compilers have written since OTP 21: `bs_match` becomes its commands
//! one by one, a size in any register, constant or unit becomes a source and a number of bits.

use alloc::vec::Vec;

use super::function::{
    Checked, Lowering, MOST_ITEMS, REGISTERS, SCRATCH, heap_words, label, list, pairs, small, unsigned,
};
use super::operand::{LITTLE, MOST_NUMBER, NUMBER_SHIFT, SIGNED, Segment, SourceKind, WHOLE, source};
use super::{Op, Slot};
use crate::code::{Instruction, List, Op as Beam, Operand};
use crate::heap::arena::HEAP_BITS_BYTES;
use crate::load::LoadFault;

/// The most bits a unit or a constant size may say: far beyond what memory holds, far below overflow.
const MAX_BITS: u32 = 1 << 30;
/// The most places for positions in a context.
const MOST_PLACES: u32 = 1 << 12;
/// The most bytes of a literal that lists flags.
const MOST_FLAG_BYTES: usize = 256;
/// The most words of heap that a bitstring takes.
const BITS_WORDS: u32 = 2 + (HEAP_BITS_BYTES / size_of::<usize>()) as u32;

impl<'a> Lowering<'a, '_> {
    /// Lowers an instruction of the bit syntax.
    #[allow(clippy::too_many_lines, reason = "a list: one line an instruction")]
    pub(super) fn bits(&mut self, instruction: &Instruction<'a>) -> Checked<()> {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let fail = label(o(0));
        match instruction.op {
            Beam::BsStartMatch2 => {
                self.emitter.fail(Op::BsStartSaving, 0, fail);
                let places = place(o(3))?;
                self.src(o(1)).dst(o(4)).emitter.word(places);
            }
            Beam::BsSave2 | Beam::BsRestore2 => {
                let op = if instruction.op == Beam::BsSave2 { Op::BsSave } else { Op::BsRestore };
                // The atom is `start`, and its place the first.
                let place = if matches!(o(1), Operand::Atom(_)) { 0 } else { 1 + place(o(1))? };
                self.emitter.bytes(op, [0; 3]);
                self.src(o(0)).emitter.word(place);
            }
            Beam::BsStartMatch3 => self.start(fail, o(1), o(3)),
            Beam::BsStartMatch4 => self.start(fail, o(2), o(3)),
            Beam::BsGetInteger2 => self.get(Segment::Integer, instruction)?,
            Beam::BsGetFloat2 => self.get(Segment::Float, instruction)?,
            Beam::BsGetBinary2 => self.get(Segment::Binary, instruction)?,
            Beam::BsSkipBits2 => {
                let unit = bits_number(o(3))?;
                self.emitter.fail(Op::BsSkip, 0, fail);
                self.src(o(1)).size(o(2)).emitter.word(unit);
            }
            Beam::BsGetUtf8 => self.get_utf(Segment::Utf8, instruction),
            Beam::BsGetUtf16 => self.get_utf(Segment::Utf16, instruction),
            Beam::BsGetUtf32 => self.get_utf(Segment::Utf32, instruction),
            Beam::BsSkipUtf8 => self.skip_utf(Segment::Utf8, instruction),
            Beam::BsSkipUtf16 => self.skip_utf(Segment::Utf16, instruction),
            Beam::BsSkipUtf32 => self.skip_utf(Segment::Utf32, instruction),
            Beam::BsTestTail2 => self.test(Op::BsTestTail, fail, o(1), o(2))?,
            Beam::BsTestUnit => self.test(Op::BsTestUnit, fail, o(1), o(2))?,
            Beam::BsMatchString => self.match_string(instruction)?,
            Beam::BsGetTail => self.two(Op::BsGetTail, o(0), o(1)),
            Beam::BsGetPosition => self.two(Op::BsGetPosition, o(0), o(1)),
            Beam::BsSetPosition => {
                self.emitter.bytes(Op::BsSetPosition, [0; 3]);
                self.src(o(0)).src(o(1));
            }
            Beam::BsContextToBinary => {
                self.emitter.bytes(Op::BsContextToBinary, [0; 3]);
                self.dst(o(0));
            }
            Beam::BsMatch => self.match_commands(fail, o(1), list(o(2)))?,
            Beam::BsCreateBin => self.create(instruction)?,
            Beam::BsInit2 | Beam::BsInitBits => {
                let [size, _] = self.keep([o(1), o(1)], o(2), o(3))?;
                self.init_bits(if instruction.op == Beam::BsInit2 { 8 } else { 1 }, fail, size, o(5));
            }
            Beam::BsAppend => {
                let operands = self.keep([o(1), o(5)], o(2), o(3))?;
                self.append(fail, operands, bits_number(o(4))?, o(7));
            }
            Beam::BsPrivateAppend => self.append(fail, [o(1), o(3)], bits_number(o(2))?, o(5)),
            Beam::BsInitWritable => {
                self.emitter.bytes(Op::BsInitWritable, [0; 3]);
            }
            Beam::BsPutInteger => self.put(Segment::Integer, instruction)?,
            Beam::BsPutFloat => self.put(Segment::Float, instruction)?,
            Beam::BsPutBinary => self.put(Segment::Binary, instruction)?,
            Beam::BsPutUtf8 => self.put_utf(Segment::Utf8, instruction),
            Beam::BsPutUtf16 => self.put_utf(Segment::Utf16, instruction),
            Beam::BsPutUtf32 => self.put_utf(Segment::Utf32, instruction),
            Beam::BsPutString => {
                let bytes = self.string(unsigned(o(1)), unsigned(o(0)))?;
                let bits = u32::try_from(bytes.len() * 8).map_err(|_| LoadFault::TooLarge)?;
                self.emitter.bytes(Op::BsPutString, [0; 3]).word(bits);
                self.emitter.pool(Slot::Bytes(bytes));
            }
            Beam::BsUtf8Size => self.utf_size(Segment::Utf8, instruction),
            Beam::BsUtf16Size => self.utf_size(Segment::Utf16, instruction),
            Beam::BsAdd => {
                let unit = bits_number(o(3))?;
                self.emitter.fail(Op::BsAdd, 0, fail);
                self.src(o(1)).src(o(2)).emitter.word(unit);
                self.dst(o(4));
            }
            op => return Err(LoadFault::Unsupported(op)),
        }
        Ok(())
    }

    /// Room for so many bitstrings, and for what later instructions make in the room that their instruction reserves.
    fn reserve(&mut self, heap: Operand<'_>, live: Operand<'_>, bitstrings: u32) -> Checked<()> {
        let (heap, live) = (heap_words(heap), unsigned(live));
        if live > u32::from(REGISTERS) || heap > 1 << 24 {
            return Err(LoadFault::Operand(Beam::TestHeap, 0));
        }
        self.emitter.bytes(Op::TestHeapWide, [0; 3]).word(live).word(heap + BITS_WORDS * bitstrings);
        Ok(())
    }

    /// Reserves room for a bitstring, and heap, where two operands are to be read after that. Compilers let them be registers
    /// that are not live any more: such move behind the live ones first.
    fn keep<'o>(
        &mut self,
        operands: [Operand<'o>; 2],
        heap: Operand<'_>,
        live: Operand<'_>,
    ) -> Checked<[Operand<'o>; 2]> {
        let count = unsigned(live);
        let is_lost =
            |operand: Operand<'_>| matches!(operand.bare(), Operand::X(number) if u32::from(number) >= count);
        if !operands.into_iter().any(is_lost) {
            self.reserve(heap, live, 1)?;
            return Ok(operands);
        }
        if count + 2 > u32::from(REGISTERS) {
            return Err(LoadFault::Operand(Beam::TestHeap, 1));
        }
        let [first, second] = [Operand::X(count as u16), Operand::X(count as u16 + 1)];
        let moves = [(operands[0], Operand::X(SCRATCH)), (operands[1], second), (Operand::X(SCRATCH), first)];
        for (from, to) in moves {
            self.two(Op::Move, from, to);
            self.emitter.end();
        }
        self.reserve(heap, Operand::Unsigned(u64::from(count) + 2), 1)?;
        Ok([first, second])
    }

    fn two(&mut self, op: Op, from: Operand<'_>, to: Operand<'_>) {
        self.emitter.bytes(op, [0; 3]);
        self.src(from).dst(to);
    }

    fn start(&mut self, fail: u32, from: Operand<'_>, to: Operand<'_>) {
        self.emitter.fail(Op::BsStart, 0, fail);
        self.src(from).dst(to);
    }

    /// An extension word that is a size: a source, or [`WHOLE`].
    fn size(&mut self, size: Operand<'_>) -> &mut Self {
        match size {
            Operand::Atom(number) if matches!(self.source.atom(number), Some("all" | "undefined")) => {
                self.emitter.word(WHOLE);
                self
            }
            other => self.src(other),
        }
    }

    fn get(&mut self, kind: Segment, instruction: &Instruction<'_>) -> Checked<()> {
        // fail, context, live, size, unit, flags, destination
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let unit = unit_number(o(4))?;
        self.get_field(kind, [label(o(0)), unit, field_flags(unsigned(o(5)))], [o(1), o(3), o(6)])
    }

    fn get_field(
        &mut self,
        kind: Segment,
        [fail, unit, flags]: [u32; 3],
        [context, size, to]: [Operand<'_>; 3],
    ) -> Checked<()> {
        if to.register().is_none() {
            return Err(LoadFault::Operand(Beam::BsMatch, 2));
        }
        self.emitter.fail(Op::BsGet, kind as u8, fail);
        self.src(context).size(size).emitter.word(unit << 8 | flags);
        self.dst(to);
        Ok(())
    }

    fn get_utf(&mut self, kind: Segment, instruction: &Instruction<'_>) {
        // fail, context, live, flags, destination
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        self.emitter.fail(Op::BsGetUtf, kind as u8, label(o(0)));
        self.src(o(1)).emitter.word(field_flags(unsigned(o(3))));
        self.dst(o(4));
    }

    fn skip_utf(&mut self, kind: Segment, instruction: &Instruction<'_>) {
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        self.emitter.fail(Op::BsSkipUtf, kind as u8, label(o(0)));
        self.src(o(1)).emitter.word(field_flags(unsigned(o(3))));
    }

    fn test(&mut self, op: Op, fail: u32, context: Operand<'_>, bits: Operand<'_>) -> Checked<()> {
        let bits = wanted_bits(bits);
        self.emitter.fail(op, 0, fail);
        self.src(context).emitter.word(bits);
        Ok(())
    }

    /// Bytes of the string table.
    fn string(&mut self, offset: u32, length: u32) -> Checked<Vec<u8>> {
        let start = offset as usize;
        let bytes = start.checked_add(length as usize).and_then(|end| self.source.strings.get(start..end));
        let bytes = bytes.ok_or(LoadFault::Index("string", u64::from(offset)))?;
        // Instructions may share bytes, but not so that a small file becomes a large module.
        self.string_room = self.string_room.checked_sub(bytes.len()).ok_or(LoadFault::TooLarge)?;
        Ok(bytes.to_vec())
    }

    fn match_string(&mut self, instruction: &Instruction<'_>) -> Checked<()> {
        // fail, context, bits, string offset
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let bits = bits_number(o(2))?;
        let bytes = self.string(unsigned(o(3)), bits.div_ceil(8))?;
        self.emitter.fail(Op::BsMatchString, 0, label(o(0)));
        self.src(o(1)).emitter.word(bits).pool(Slot::Bytes(bytes));
        Ok(())
    }

    /// The commands of `bs_match`, each an instruction of its own.
    fn match_commands(&mut self, fail: u32, context: Operand<'_>, commands: Option<List<'a>>) -> Checked<()> {
        let wrong = LoadFault::Operand(Beam::BsMatch, 2);
        let mut commands = commands.iter().flat_map(List::iter);
        while let Some(command) = commands.next() {
            let Operand::Atom(name) = command else { return Err(wrong) };
            let mut next = || commands.next().ok_or(LoadFault::Operand(Beam::BsMatch, 2));
            match self.source.atom(name) {
                Some("ensure_at_least") => {
                    let (bits, unit) = (wanted_bits(next()?), bits_number(next()?)?);
                    self.emitter.fail(Op::BsEnsure, 0, fail);
                    self.src(context).emitter.word(bits).word(unit);
                }
                Some("ensure_exactly") => {
                    let bits = next()?;
                    self.test(Op::BsTestTail, fail, context, bits)?;
                }
                Some(kind @ ("integer" | "binary")) => {
                    let kind = if kind == "integer" { Segment::Integer } else { Segment::Binary };
                    let [_live, flags, size, unit, to] = [next()?, next()?, next()?, next()?, next()?];
                    let flags = self.flags(flags);
                    self.get_field(kind, [fail, unit_number(unit)?, flags], [context, size, to])?;
                }
                Some("skip") => {
                    let bits = next()?;
                    self.emitter.fail(Op::BsSkip, 0, fail);
                    self.src(context).src(bits).emitter.word(1);
                }
                Some("get_tail") => {
                    let [_live, _unit, to] = [next()?, next()?, next()?];
                    if to.register().is_none() {
                        return Err(wrong);
                    }
                    self.two(Op::BsGetTail, context, to);
                }
                Some("=:=") => {
                    let [_live, bits, value] = [next()?, next()?, next()?];
                    let bits = wanted_bits(bits);
                    self.emitter.fail(Op::BsMatchInteger, 0, fail);
                    self.src(context).emitter.word(bits);
                    self.src(value);
                }
                _ => return Err(wrong),
            }
            self.emitter.end();
        }
        Ok(())
    }

    /// The flags of a segment: nil, or a literal that lists their names.
    fn flags(&self, operand: Operand<'_>) -> u32 {
        let Operand::Literal(number) = operand else { return 0 };
        // A longer literal than all flags together is none.
        let literal = self.literals.get(number as usize).filter(|literal| literal.len() <= MOST_FLAG_BYTES);
        let literal = literal.copied().unwrap_or_default();
        let names = |name: &[u8]| literal.windows(name.len()).any(|window| window == name);
        let native = names(b"native") && cfg!(target_endian = "little");
        let little = if names(b"little") || native { LITTLE } else { 0 };
        // "unsigned" holds "signed": a length of six before the name tells them apart.
        little | if names(b"\x06signed") { SIGNED } else { 0 }
    }

    fn create(&mut self, instruction: &Instruction<'a>) -> Checked<()> {
        // fail, heap, live, unit, destination, segments of six operands
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let segments = pairs(o(5), Beam::BsCreateBin, 5)?;
        if !segments.len().is_multiple_of(3) {
            return Err(LoadFault::Operand(Beam::BsCreateBin, 5));
        }
        // No list is longer than an instruction's bytes.
        self.reserve(o(1), o(2), 1 + (segments.len() / 3 / (MOST_ITEMS - 1)) as u32)?;
        let unit = bits_number(o(3))?;
        let mut left: Vec<_> = segments.chunks_exact(3).collect();
        let mut begun = false;
        loop {
            // More segments than an instruction counts are appended to what the first make.
            let rest = left.split_off(left.len().min(MOST_ITEMS - usize::from(begun)));
            let to = if rest.is_empty() { o(4) } else { Operand::X(SCRATCH) };
            self.emitter.fail(Op::BsCreate, (left.len() + usize::from(begun)) as u8, label(o(0))).word(unit);
            self.dst(to);
            if begun {
                self.emitter.word(Segment::Binary as u32 | 1 << 16).word(WHOLE);
                self.src(Operand::X(SCRATCH));
            }
            for segment in left {
                self.segment([segment[0], segment[1], segment[2]])?;
            }
            if rest.is_empty() {
                break;
            }
            self.emitter.end();
            (left, begun) = (rest, true);
        }
        if let [(kind, _), _, (value, _), ..] = segments[..]
            && let Some(appended) = self.appended_in_place(kind, value, o(4))
        {
            self.emitter.end();
            self.two(Op::Move, o(4), appended);
        }
        Ok(())
    }

    /// The register of a bitstring that nobody else has, when it is the first segment: appending to it changes it, and
    /// compilers of OTP 28 and later go on with that register instead of the result's.
    fn appended_in_place(
        &self,
        kind: Operand<'_>,
        value: Operand<'a>,
        to: Operand<'_>,
    ) -> Option<Operand<'a>> {
        let Operand::Atom(name) = kind else { return None };
        let is_private = self.source.atom(name) == Some("private_append");
        (is_private && value.register().is_some() && value.register() != to.register()).then_some(value)
    }

    fn segment(
        &mut self,
        [(kind, number), (unit, flags), (value, size)]: [(Operand<'_>, Operand<'_>); 3],
    ) -> Checked<()> {
        let wrong = LoadFault::Operand(Beam::BsCreateBin, 5);
        let Operand::Atom(name) = kind else { return Err(wrong) };
        let kind = match self.source.atom(name) {
            Some("integer") => Segment::Integer,
            Some("float") => Segment::Float,
            Some("binary" | "append" | "private_append") => Segment::Binary,
            Some("utf8") => Segment::Utf8,
            Some("utf16") => Segment::Utf16,
            Some("utf32") => Segment::Utf32,
            Some("string") => {
                let length = small(size).and_then(|length| u32::try_from(length).ok()).ok_or(wrong)?;
                let bytes = self.string(unsigned(value), length)?;
                self.emitter.word(Segment::Bytes as u32).word(length).pool(Slot::Bytes(bytes));
                return Ok(());
            }
            _ => return Err(wrong),
        };
        let unit = unit_number(unit)?;
        let number = bits_number(number)?.min(MOST_NUMBER);
        let flags = self.flags(flags) | number << NUMBER_SHIFT;
        self.emitter.word(kind as u32 | flags << 8 | unit << 16);
        self.size(size).src(value);
        Ok(())
    }

    fn init_bits(&mut self, unit: u8, fail: u32, size: Operand<'_>, to: Operand<'_>) {
        self.emitter.fail(Op::BsInit, unit, fail);
        self.src(size).dst(to);
    }

    fn append(&mut self, fail: u32, [size, to]: [Operand<'_>; 2], unit: u32, dst: Operand<'_>) {
        self.emitter.fail(Op::BsAppend, 0, fail);
        self.src(size).src(to).emitter.word(unit);
        self.dst(dst);
    }

    fn put(&mut self, kind: Segment, instruction: &Instruction<'_>) -> Checked<()> {
        // fail, size, unit, flags, value
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        let unit = unit_number(o(2))?;
        self.emitter.fail(Op::BsPut, kind as u8, label(o(0)));
        self.size(o(1)).emitter.word(unit << 8 | field_flags(unsigned(o(3))));
        self.src(o(4));
        Ok(())
    }

    fn put_utf(&mut self, kind: Segment, instruction: &Instruction<'_>) {
        // fail, flags, value
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        self.emitter.fail(Op::BsPut, kind as u8, label(o(0)));
        self.emitter.word(source(SourceKind::Nil, 0)).word(field_flags(unsigned(o(1))));
        self.src(o(2));
    }

    fn utf_size(&mut self, kind: Segment, instruction: &Instruction<'_>) {
        // fail, value, destination
        let o = |index: usize| instruction.operand(index).unwrap_or(Operand::Nil);
        self.emitter.fail(Op::BsUtfSize, kind as u8, label(o(0)));
        self.src(o(1)).dst(o(2));
    }
}

/// A constant number of bits, units or bytes.
fn bits_number(operand: Operand<'_>) -> Checked<u32> {
    let number = wanted_bits(operand);
    if number <= MAX_BITS { Ok(number) } else { Err(LoadFault::Index("bit", u64::from(number))) }
}

/// A number of bits that a match asks for. A program may ask for more than any bitstring has.
fn wanted_bits(operand: Operand<'_>) -> u32 {
    match operand {
        Operand::Integer(value) => u32::try_from(value).unwrap_or(u32::MAX),
        other => unsigned(other),
    }
}

/// The number of a place for a position in a context, or how many there are.
fn place(operand: Operand<'_>) -> Checked<u32> {
    let place = bits_number(operand)?;
    if place <= MOST_PLACES { Ok(place) } else { Err(LoadFault::Index("position", u64::from(place))) }
}

/// What the size of a field counts, in bits.
fn unit_number(operand: Operand<'_>) -> Checked<u32> {
    let unit = bits_number(operand)?;
    if unit <= u32::from(u16::MAX) { Ok(unit) } else { Err(LoadFault::Index("unit", u64::from(unit))) }
}

/// The flags of a field as an instruction's number, with native order made plain.
fn field_flags(flags: u32) -> u32 {
    const NATIVE: u32 = 16;
    let little = flags & LITTLE != 0 || flags & NATIVE != 0 && cfg!(target_endian = "little");
    flags & SIGNED | if little { LITTLE } else { 0 }
}

//! Lowered code as text, one instruction a line.
//!
//! A line is an instruction's name and its parts in the order of [`ops`](super::ops). Registers are `x0`, `y0` and `f0`,
//! a branch is `@` and the word it leads to, with the function where it is an entry; `raise` stands for none.
//! Invariant: nothing here knows a particular instruction; what is written follows from its [`Field`]s.
//! Deliberately absent: a machine. What the module's numbers mean is told by a [`Names`].

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::emit::entered;
use super::operand::{Comparison, LITTLE, Operator, SIGNED, Segment, SourceKind, TypeTest, WHOLE};
use super::{Field, Lowered, Op, Part, Relocation, Slot};
use crate::code::Names;
use crate::code::disasm::{write_big, write_bytes};
use crate::term::Word;

/// A lowered module, to be shown.
pub struct Listing<'l> {
    lowered: &'l Lowered,
    names: &'l dyn Names,
    /// The words that are constants of atoms, ascending.
    atom_constants: Vec<u32>,
}

impl<'l> Listing<'l> {
    /// A listing of a module as `lower` left it: `link` has not been there.
    pub fn new(lowered: &'l Lowered, names: &'l dyn Names) -> Self {
        let constant = |relocation: &Relocation| match relocation {
            Relocation::AtomConstant { word } => Some(*word),
            _ => None,
        };
        let mut atom_constants: Vec<u32> = lowered.relocations.iter().filter_map(constant).collect();
        atom_constants.sort_unstable();
        Listing { lowered, names, atom_constants }
    }

    /// Words of instructions, before the pool.
    pub fn code_words(&self) -> u32 {
        self.lowered.pool.first().map_or(self.lowered.words.len() as u32, |(word, _)| *word)
    }

    /// The instructions from one word up to another: where each stands, and its text.
    pub fn instructions(&self, from: u32, to: u32) -> impl Iterator<Item = (u32, String)> {
        let mut at = from;
        core::iter::from_fn(move || {
            let word = *self.lowered.words.get(at as usize).filter(|_| at < to.min(self.code_words()))?;
            let mut text = String::new();
            // Writing to a string cannot fail but by a name's own fault, which leaves the line short.
            let _ = self.write_instruction(at, &mut text);
            let here = at;
            at += Op::of_word(word).map_or(1, |op| op.length(word) as u32);
            Some((here, text))
        })
    }

    /// Writes all functions, each under its name.
    ///
    /// # Errors
    /// Those of `out` and of the names.
    pub fn write(&self, out: &mut dyn Write) -> fmt::Result {
        for (index, function) in self.lowered.functions.iter().enumerate() {
            let next = self.lowered.functions.get(index + 1);
            out.write_str(if index > 0 { "\n" } else { "" })?;
            self.names.atom(function.name, out)?;
            writeln!(out, "/{}", function.arity)?;
            let end = next.map_or(u32::MAX, |function| function.offset);
            for (offset, text) in self.instructions(function.offset, end) {
                writeln!(out, "{offset:>6}  {text}")?;
            }
        }
        Ok(())
    }

    /// Writes the instruction at a word, without an end of line; `?` where there is none.
    ///
    /// # Errors
    /// Those of `out` and of the names.
    pub fn write_instruction(&self, at: u32, out: &mut dyn Write) -> fmt::Result {
        let Some((op, word)) = self.word(at).and_then(|word| Some((Op::of_word(word)?, word))) else {
            return out.write_char('?');
        };
        out.write_str(op.name())?;
        let mut line =
            Line { listing: self, out, at, word, next: at + 1, count: 0, is_bytes: false, separator: " " };
        op.fields().iter().try_for_each(|field| line.field(*field))
    }

    fn word(&self, at: u32) -> Option<u32> {
        self.lowered.words.get(at as usize).copied()
    }

    fn slot(&self, place: u32) -> Option<&'l Slot> {
        let index = self.lowered.pool.binary_search_by_key(&place, |(word, _)| *word).ok()?;
        self.lowered.pool.get(index).map(|(_, slot)| slot)
    }
}

/// An instruction on its way to text.
struct Line<'t> {
    listing: &'t Listing<'t>,
    out: &'t mut dyn Write,
    /// Where the instruction stands, and its first word.
    at: u32,
    word: u32,
    /// The extension word that comes next.
    next: u32,
    /// How many items it has.
    count: usize,
    /// The segment that is written is of bytes in the pool.
    is_bytes: bool,
    separator: &'static str,
}

impl Line<'_> {
    fn field(&mut self, field: Field) -> fmt::Result {
        let [_, a, b, c] = self.word.to_le_bytes();
        let half = u16::from_le_bytes([b, c]);
        let wide = self.word as i32 >> 8;
        match field {
            Field::Na => self.count = usize::from(a),
            Field::Nh => self.count = usize::from(half),
            Field::Each(fields) => {
                for _ in 0..self.count {
                    fields.iter().try_for_each(|field| self.field(*field))?;
                }
                return Ok(());
            }
            _ => {}
        }
        self.out.write_str(core::mem::replace(&mut self.separator, ", "))?;
        if field.is_extension() {
            return self.extension(field);
        }
        match field {
            Field::Xa => write!(self.out, "x{a}"),
            Field::Xb => write!(self.out, "x{b}"),
            Field::Xc => write!(self.out, "x{c}"),
            Field::Ya => write!(self.out, "y{a}"),
            Field::Yb => write!(self.out, "y{b}"),
            Field::Yc => write!(self.out, "y{c}"),
            Field::Fa => write!(self.out, "f{a}"),
            Field::Fb => write!(self.out, "f{b}"),
            Field::Fc => write!(self.out, "f{c}"),
            Field::Ic => write!(self.out, "{}", c.cast_signed()),
            Field::Na => write!(self.out, "{a}"),
            Field::Nb => write!(self.out, "{b}"),
            Field::Nc => write!(self.out, "{c}"),
            Field::Nh => write!(self.out, "{half}"),
            Field::No => write!(self.out, "{wide}"),
            Field::Test => write!(self.out, "{:?}", TypeTest::from_number(a)),
            Field::Comparison => write!(self.out, "{:?}", Comparison::from_number(a)),
            Field::Operator => write!(self.out, "{}", Operator::from_number(a).name()),
            Field::Kind => write!(self.out, "{:?}", Segment::from_number(a)),
            Field::Fail if half == 0 => self.out.write_str("raise"),
            Field::Fail | Field::Else => self.branch(i32::from(half.cast_signed())),
            Field::Jump => self.branch(wide),
            _ => self.pool(wide),
        }
    }

    fn extension(&mut self, field: Field) -> fmt::Result {
        let place = self.next;
        self.next += 1;
        let Some(word) = self.listing.word(place) else { return self.out.write_char('?') };
        match field {
            Field::Dst | Field::Src => self.source(word),
            Field::Size if self.is_bytes => write!(self.out, "{word}"),
            Field::Size if word == WHOLE => self.out.write_str("all"),
            Field::Size => self.source(word),
            Field::Value if self.is_bytes => self.pool(word.cast_signed()),
            Field::Value => self.source(word),
            Field::Const => self.constant(place, word),
            Field::Int => write!(self.out, "{}", word.cast_signed()),
            Field::Addend => write!(self.out, "{}", word.cast_signed() >> 4),
            Field::Header => write!(self.out, "{{{}}}", Word(word as usize).header_words()),
            Field::Xw => write!(self.out, "x{word}"),
            Field::Yw => write!(self.out, "y{word}"),
            Field::Units => self.units(word >> 8, word & 0xff),
            Field::Segment => {
                let kind = Segment::from_number(word as u8);
                self.is_bytes = kind == Segment::Bytes;
                write!(self.out, "{kind:?} ")?;
                self.units(word >> 16, word >> 8 & 0xff)
            }
            Field::Off | Field::Mark => self.branch(word.cast_signed()),
            Field::Pool => self.pool(word.cast_signed()),
            Field::Parts(parts) => {
                for (index, (part, byte)) in parts.iter().zip(word.to_le_bytes()).enumerate() {
                    self.out.write_str(if index > 0 { ", " } else { "" })?;
                    self.part(*part, byte)?;
                }
                Ok(())
            }
            _ => write!(self.out, "{word}"),
        }
    }

    fn part(&mut self, part: Part, number: u8) -> fmt::Result {
        match part {
            Part::X => write!(self.out, "x{number}"),
            Part::Y => write!(self.out, "y{number}"),
            Part::N => write!(self.out, "{number}"),
        }
    }

    /// How a field of a bitstring is laid out.
    fn units(&mut self, unit: u32, flags: u32) -> fmt::Result {
        write!(self.out, "unit {unit}")?;
        self.out.write_str(if flags & LITTLE != 0 { " little" } else { "" })?;
        self.out.write_str(if flags & SIGNED != 0 { " signed" } else { "" })
    }

    fn source(&mut self, word: u32) -> fmt::Result {
        let value = word.cast_signed() >> 3;
        match word & 0b111 {
            kind if kind == SourceKind::X as u32 => write!(self.out, "x{value}"),
            kind if kind == SourceKind::Y as u32 => write!(self.out, "y{value}"),
            kind if kind == SourceKind::Small as u32 => write!(self.out, "{value}"),
            kind if kind == SourceKind::Atom as u32 => self.listing.names.atom(word >> 3, self.out),
            kind if kind == SourceKind::Pool as u32 => self.pool(value),
            kind if kind == SourceKind::Nil as u32 => self.out.write_str("[]"),
            _ => self.out.write_char('?'),
        }
    }

    fn constant(&mut self, place: u32, word: u32) -> fmt::Result {
        let constant = Word::from_constant(word.cast_signed());
        if self.listing.atom_constants.binary_search(&place).is_ok() {
            self.listing.names.atom(word, self.out)
        } else if constant.is_small() {
            write!(self.out, "{}", constant.small_value())
        } else {
            self.out.write_str(if constant == Word::NIL { "[]" } else { "?" })
        }
    }

    fn branch(&mut self, distance: i32) -> fmt::Result {
        let target = self.at.wrapping_add_signed(distance);
        write!(self.out, "@{target}")?;
        match entered(&self.listing.lowered.functions, target) {
            Some(function) => {
                self.out.write_char(' ')?;
                self.listing.names.atom(function.name, self.out)?;
                write!(self.out, "/{}", function.arity)
            }
            None => Ok(()),
        }
    }

    fn pool(&mut self, distance: i32) -> fmt::Result {
        let names = self.listing.names;
        match self.listing.slot(self.at.wrapping_add_signed(distance)) {
            Some(Slot::Literal(number)) => names.literal(*number, self.out),
            Some(Slot::Integer(value)) => write!(self.out, "{value}"),
            Some(Slot::BigInteger(bytes)) => write_big(bytes, self.out),
            Some(Slot::Export(import)) => {
                self.out.write_str("fun ")?;
                names.import(u64::from(*import), self.out)
            }
            Some(Slot::Lambda(index)) => {
                self.out.write_str("lambda ")?;
                names.lambda(u64::from(*index), self.out)
            }
            Some(Slot::Bytes(bytes)) => write_bytes(bytes, self.out),
            None => self.out.write_char('?'),
        }
    }
}

//! Instructions as text, in a syntax near to what `erlc -S` writes.
//!
//! An instruction is a tuple of its name and operands, as in `{move,{x,0},{y,1}}`, or its name alone. Unlike
//! in `-S` output every instruction stands flat under the name it has in the code (`is_eq` is not wrapped
//! in `test`), its operands are in the order of the code, and segments and commands are tuples of their own.
//!
//! Absent on purpose: terms of the literal table; whoever can read them tells through [`Names`].
use core::fmt::{self, Write};

use super::decode::Instruction;
use super::operand::{List, Operand, Register};
use super::ops::{Kind, Op};

/// Says what the indices in code stand for; what is not overridden is written as the bare index.
pub trait Names {
    /// Writes the atom with this index, which counts from 1, quoted where Erlang wants that.
    fn atom(&self, index: u32, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{index}")
    }

    /// Writes `Module,Name,Arity` of an import.
    fn import(&self, index: u64, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{index}")
    }

    /// Writes a term of the literal table.
    fn literal(&self, index: u32, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{index}")
    }

    /// Writes `length` bytes from `offset` on in the string table.
    fn string(&self, offset: u64, length: u64, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{offset},{length}")
    }

    /// Writes what a lambda is called.
    fn lambda(&self, index: u64, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{index}")
    }
}

/// Names nothing: every index is written as it is.
#[derive(Clone, Copy, Debug)]
pub struct Raw;

impl Names for Raw {}

impl Instruction<'_> {
    /// Writes the instruction in one line, without its end.
    pub fn write(&self, names: &dyn Names, out: &mut dyn Write) -> fmt::Result {
        let mut text = Text { out, names };
        if self.operands().is_empty() {
            return text.out.write_str(self.op.name());
        }
        write!(text.out, "{{{}", self.op.name())?;
        for (index, spec) in self.op.operands().iter().enumerate() {
            text.out.write_char(',')?;
            match (spec.kind, self.operands()[index]) {
                (Kind::StringOffset, Operand::Unsigned(offset)) => {
                    text.string(offset, self.string_length(index))?;
                }
                (kind, operand) => text.of_kind(kind, operand)?,
            }
        }
        text.out.write_char('}')
    }

    /// The instruction as text, to be formatted with `{}`.
    pub fn display<'n>(&'n self, names: &'n dyn Names) -> impl fmt::Display + 'n {
        struct Shown<'n, 'a>(&'n Instruction<'a>, &'n dyn Names);
        impl fmt::Display for Shown<'_, '_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.write(self.1, f)
            }
        }
        Shown(self, names)
    }

    /// How many bytes of the string table are meant: the operand before the offset says that.
    fn string_length(&self, index: usize) -> u64 {
        match (self.op, index.checked_sub(1).and_then(|before| self.operand(before))) {
            (Op::BsMatchString, Some(Operand::Unsigned(bits))) => bits.div_ceil(8),
            (_, Some(Operand::Unsigned(bytes))) => bytes,
            _ => 0,
        }
    }
}

struct Text<'n> {
    out: &'n mut dyn Write,
    names: &'n dyn Names,
}

impl Text<'_> {
    /// Writes an operand; an operand of another kind than expected is written as what it is.
    fn of_kind(&mut self, kind: Kind, operand: Operand<'_>) -> fmt::Result {
        match (kind, operand) {
            (Kind::Import, Operand::Unsigned(index)) => {
                self.tagged("extfunc", |text| text.names.import(index, text.out))
            }
            (Kind::Lambda | Kind::FunTag, Operand::Unsigned(index)) => {
                self.tagged("lambda", |text| text.names.lambda(index, text.out))
            }
            (Kind::Flags, Operand::Unsigned(flags)) => self.flags(flags),
            (Kind::Segments, Operand::List(list)) => self.groups("list", list),
            (Kind::Commands, Operand::List(list)) => self.groups("commands", list),
            (_, operand) => self.operand(operand),
        }
    }

    fn operand(&mut self, operand: Operand<'_>) -> fmt::Result {
        match operand {
            Operand::Unsigned(number) => write!(self.out, "{number}"),
            Operand::Integer(number) => write!(self.out, "{{integer,{number}}}"),
            Operand::BigInteger(bytes) => self.tagged("integer", |text| write_big(bytes, text.out)),
            Operand::Atom(index) => self.tagged("atom", |text| text.names.atom(index, text.out)),
            Operand::Nil => self.out.write_str("nil"),
            Operand::X(number) => self.register(Register::X(number)),
            Operand::Y(number) => self.register(Register::Y(number)),
            Operand::Label(number) => write!(self.out, "{{f,{number}}}"),
            Operand::Character(number) => write!(self.out, "{{char,{number}}}"),
            Operand::FloatRegister(number) => write!(self.out, "{{fr,{number}}}"),
            Operand::List(list) => self.list(list),
            Operand::Allocation { words, floats, funs } => {
                write!(self.out, "{{alloc,[{{words,{words}}},{{floats,{floats}}},{{funs,{funs}}}]}}")
            }
            Operand::Literal(index) => self.tagged("literal", |text| text.names.literal(index, text.out)),
            Operand::Typed { register, type_index } => self.tagged("tr", |text| {
                text.register(register)?;
                write!(text.out, ",{type_index}")
            }),
        }
    }

    fn register(&mut self, register: Register) -> fmt::Result {
        match register {
            Register::X(number) => write!(self.out, "{{x,{number}}}"),
            Register::Y(number) => write!(self.out, "{{y,{number}}}"),
        }
    }

    fn tagged(&mut self, tag: &str, write: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        write!(self.out, "{{{tag},")?;
        write(self)?;
        self.out.write_char('}')
    }

    fn string(&mut self, offset: u64, length: u64) -> fmt::Result {
        self.tagged("string", |text| text.names.string(offset, length, text.out))
    }

    fn list(&mut self, list: List<'_>) -> fmt::Result {
        self.out.write_str("{list,[")?;
        for (index, operand) in list.iter().enumerate() {
            if index > 0 {
                self.out.write_char(',')?;
            }
            self.operand(operand)?;
        }
        self.out.write_str("]}")
    }

    /// Segments or commands: each begins with an atom, which stands nowhere else but in a size or a value.
    fn groups(&mut self, tag: &str, list: List<'_>) -> fmt::Result {
        write!(self.out, "{{{tag},[")?;
        let mut left = list.iter();
        let mut first = true;
        while let Some(head) = left.next() {
            self.out.write_str(if first { "{" } else { ",{" })?;
            first = false;
            match head {
                Operand::Atom(index) => self.names.atom(index, self.out)?,
                other => self.operand(other)?,
            }
            if tag == "commands" {
                self.command(&mut left)?;
            } else {
                self.segment(&mut left)?;
            }
            self.out.write_char('}')?;
        }
        self.out.write_str("]}")
    }

    /// What follows the name of a command: everything up to the next atom.
    fn command<'a>(&mut self, left: &mut (impl Iterator<Item = Operand<'a>> + Clone)) -> fmt::Result {
        while let Some(operand) = left.clone().next().filter(|next| !matches!(next, Operand::Atom(_))) {
            left.next();
            self.out.write_char(',')?;
            self.operand(operand)?;
        }
        Ok(())
    }

    /// What follows the type of a segment: number, unit, flags, value and size. Only the value of a string
    /// is a plain number, an offset into the string table; its size is in bytes.
    fn segment<'a>(&mut self, left: &mut impl Iterator<Item = Operand<'a>>) -> fmt::Result {
        for operand in left.take(3) {
            self.out.write_char(',')?;
            self.operand(operand)?;
        }
        let (value, size) = (left.next(), left.next());
        for operand in [value, size].into_iter().flatten() {
            self.out.write_char(',')?;
            match (operand, size) {
                (Operand::Unsigned(offset), Some(Operand::Integer(bytes))) => {
                    self.string(offset, bytes.max(0).cast_unsigned())?;
                }
                (operand, _) => self.operand(operand)?,
            }
        }
        Ok(())
    }

    fn flags(&mut self, flags: u64) -> fmt::Result {
        const NAMES: [(u64, &str); 4] = [(2, "little"), (4, "signed"), (8, "exact"), (16, "native")];
        self.out.write_str("{field_flags,[")?;
        let mut separator = "";
        for (bit, name) in NAMES {
            if flags & bit != 0 {
                write!(self.out, "{separator}{name}")?;
                separator = ",";
            }
        }
        let rest = flags & !NAMES.iter().fold(0, |all, (bit, _)| all | bit);
        if rest != 0 {
            write!(self.out, "{separator}{rest}")?;
        }
        self.out.write_str("]}")
    }
}

/// Writes an atom, quoted unless it begins with a small letter and goes on with letters, digits, `_`, `@`,
/// and is no word that Erlang reserves.
pub fn write_atom(text: &str, out: &mut dyn Write) -> fmt::Result {
    let plain = text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '@')
        && RESERVED.binary_search(&text).is_err();
    if plain {
        return out.write_str(text);
    }
    out.write_char('\'')?;
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => write!(out, "\\{letter}")?,
            '\n' => out.write_str("\\n")?,
            letter if letter.is_control() => write!(out, "\\x{{{:x}}}", u32::from(letter))?,
            letter => out.write_char(letter)?,
        }
    }
    out.write_char('\'')
}

/// Words that must be quoted to be atoms, sorted.
const RESERVED: [&str; 29] = [
    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case", "catch", "cond",
    "div", "else", "end", "fun", "if", "let", "maybe", "not", "of", "or", "orelse", "receive", "rem", "try",
    "when", "xor",
];

/// Writes bytes as an Erlang binary: as a string if they all are printable ASCII, otherwise as numbers.
pub fn write_bytes(bytes: &[u8], out: &mut dyn Write) -> fmt::Result {
    out.write_str("<<")?;
    if !bytes.is_empty() && bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && !b"\"\\".contains(byte)) {
        out.write_char('"')?;
        for &byte in bytes {
            out.write_char(char::from(byte))?;
        }
        out.write_char('"')?;
    } else {
        for (index, byte) in bytes.iter().enumerate() {
            write!(out, "{}{byte}", if index > 0 { "," } else { "" })?;
        }
    }
    out.write_str(">>")
}

/// Writes a two's complement integer of any length as a hexadecimal number.
pub(crate) fn write_big(bytes: &[u8], out: &mut dyn Write) -> fmt::Result {
    let negative = bytes.first().is_some_and(|&high| high & 0x80 != 0);
    // To negate is to complement all bits above the lowest set bit; the rest stays.
    let lowest = bytes.iter().rposition(|&byte| byte != 0).unwrap_or(0);
    out.write_str(if negative { "-16#" } else { "16#" })?;
    let mut leading = true;
    for (index, &byte) in bytes.iter().enumerate() {
        let byte = match (negative, index.cmp(&lowest)) {
            (true, core::cmp::Ordering::Less) => !byte,
            (true, core::cmp::Ordering::Equal) => byte.wrapping_neg(),
            _ => byte,
        };
        match (leading, byte) {
            (true, 0) if index + 1 < bytes.len() => {}
            (true, _) => write!(out, "{byte:X}")?,
            (false, _) => write!(out, "{byte:02X}")?,
        }
        leading = leading && byte == 0;
    }
    Ok(())
}

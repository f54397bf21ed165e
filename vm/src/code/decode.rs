//! From the bytes of a `Code` chunk to instructions.
//!
//! Invariant: the decoder yields at most one error and nothing after it, and nothing after `int_code_end`.
//!
//! Absent on purpose: the header of the chunk (see [`Decoder::new`]), and any check that an operand is of
//! the kind its opcode wants ([`Kind::accepts`](super::Kind::accepts) answers that).
use super::error::{DecodeError, DecodeErrorKind};
use super::operand::{Cursor, Operand};
use super::ops::Op;

/// The most operands that an opcode has.
pub const MAX_OPERANDS: usize = 8;

/// One instruction; its operands borrow the code.
#[derive(Clone, Copy, Debug)]
pub struct Instruction<'a> {
    /// What it does.
    pub op: Op,
    /// Where its opcode lies, in bytes from the first instruction.
    pub offset: u32,
    operands: [Operand<'a>; MAX_OPERANDS],
}

impl<'a> Instruction<'a> {
    /// The end of all code, at its beginning.
    pub const END: Self =
        Instruction { op: Op::IntCodeEnd, offset: 0, operands: [Operand::Nil; MAX_OPERANDS] };

    /// The operands, as many as [`Op::arity`] says.
    #[inline]
    pub fn operands(&self) -> &[Operand<'a>] {
        &self.operands[..self.op.arity()]
    }

    /// The operand at `index`, from 0; none beyond the last.
    #[inline]
    pub fn operand(&self, index: usize) -> Option<Operand<'a>> {
        self.operands().get(index).copied()
    }
}

/// Walks the instructions of a `Code` chunk.
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    cursor: Cursor<'a>,
    ended: bool,
}

impl<'a> Decoder<'a> {
    /// A decoder of `code`: what follows the header of a `Code` chunk. The header is a big-endian u32 that
    /// says how many bytes of it follow (16), then the instruction set's version (0), the highest opcode,
    /// the number of labels plus one, and the number of functions, all big-endian u32.
    pub fn new(code: &'a [u8]) -> Decoder<'a> {
        Decoder { cursor: Cursor::new(code), ended: false }
    }

    /// Where the next instruction begins, in bytes from the first.
    pub fn offset(&self) -> u32 {
        self.cursor.offset()
    }

    /// Puts the next instruction in the place of another; whether there was one.
    ///
    /// # Errors
    /// What is there is no instruction. The decoder has then ended.
    #[inline(always)]
    pub fn read(&mut self, instruction: &mut Instruction<'a>) -> Result<bool, DecodeError> {
        if self.ended {
            return Ok(false);
        }
        self.ended = true;
        let offset = self.cursor.offset();
        if self.cursor.is_too_long() {
            return Err(DecodeError { offset, kind: DecodeErrorKind::TooLong });
        }
        let number = self.cursor.byte()?;
        let Some(op) = Op::from_number(number) else {
            return Err(DecodeError { offset, kind: DecodeErrorKind::UnknownOpcode(number) });
        };
        (instruction.op, instruction.offset) = (op, offset);
        for operand in &mut instruction.operands[..op.arity()] {
            *operand = self.cursor.operand()?;
        }
        self.ended = op == Op::IntCodeEnd;
        Ok(true)
    }
}

impl<'a> Iterator for Decoder<'a> {
    type Item = Result<Instruction<'a>, DecodeError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let mut instruction = Instruction::END;
        self.read(&mut instruction).map(|found| found.then_some(instruction)).transpose()
    }
}

impl core::iter::FusedIterator for Decoder<'_> {}

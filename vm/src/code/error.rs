//! What can be wrong with the bytes of a `Code` chunk, and where.
//!
//! Absent on purpose: prose for people; that is composed where an error is shown.
use core::fmt;

/// Bytes that are not BEAM code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Where in the code the offending byte lies, counted from the first instruction.
    pub offset: u32,
    /// What is wrong there.
    pub kind: DecodeErrorKind,
}

/// The ways in which code bytes can be malformed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeErrorKind {
    /// The code ends inside an instruction, or before `int_code_end`.
    Truncated,
    /// The code is longer than offsets can count (4 GiB).
    TooLong,
    /// No OTP release defines this opcode.
    UnknownOpcode(u8),
    /// An extended operand with this number does not exist.
    UnknownExtension(u8),
    /// A size, count, index or register number has a form that cannot be one: negative or of another type.
    NotANumber,
    /// A size, count, index or register number does not fit its type.
    NumberTooLarge,
    /// An allocation list names a resource other than words, floats and funs.
    UnknownResource(u32),
    /// Lists lie within lists deeper than any compiler writes.
    NestedTooDeep,
    /// A type hint surrounds something other than an x or y register.
    HintWithoutRegister,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            DecodeErrorKind::Truncated => f.write_str("the code ends too early")?,
            DecodeErrorKind::TooLong => f.write_str("the code is longer than 4 GiB")?,
            DecodeErrorKind::UnknownOpcode(number) => write!(f, "unknown opcode {number}")?,
            DecodeErrorKind::UnknownExtension(number) => write!(f, "unknown extended operand {number}")?,
            DecodeErrorKind::NotANumber => f.write_str("a number of another form was expected")?,
            DecodeErrorKind::NumberTooLarge => f.write_str("a number is too large")?,
            DecodeErrorKind::UnknownResource(number) => write!(f, "unknown allocation resource {number}")?,
            DecodeErrorKind::NestedTooDeep => f.write_str("lists are nested too deep")?,
            DecodeErrorKind::HintWithoutRegister => f.write_str("a type hint without a register")?,
        }
        write!(f, " at code offset {}", self.offset)
    }
}

impl core::error::Error for DecodeError {}

//! The external instruction set: what a `.beam` file's `Code` chunk can say.
//!
//! One table ([`ops`]) names every opcode with its operands; the decoder, the disassembler and the page
//! `docs/opcodes.md` are derived from it.
//!
//! Invariant: everything here borrows the bytes of the chunk; nothing but the page allocates.
//! Invariant: any bytes at all decode to instructions or to a [`DecodeError`], never to a panic.
//!
//! Absent on purpose: what an instruction does (that is `interp`), and whether its operands make sense
//! together (that is `lower`).
pub mod decode;
pub mod disasm;
pub mod error;
pub mod operand;
pub mod ops;
pub mod page;

pub use decode::{Decoder, Instruction};
pub use disasm::{Names, Raw};
pub use error::{DecodeError, DecodeErrorKind};
pub use operand::{List, Operand, Operands, Register};
pub use ops::{Kind, Op, OperandSpec};

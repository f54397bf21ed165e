//! Compiled Erlang at rest: the chunks of a `.beam` file and the `.avm` pack.
//!
//! * [`chunk`] reads a `.beam`, [`pack`] reads an `.avm`; [`error`] says what was wrong, and where.
//!
//! Invariant: nothing here does IO, and nothing here panics on any bytes whatever.
//! Invariant: every reader borrows the bytes it is given; only [`chunk::Beam::literals`] allocates, and then only when
//! the literals are compressed.
//!
//! Absent on purpose: decoding of instructions and of external terms. That is the virtual machine's business.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod chunk;
mod cursor;
pub mod error;

pub use chunk::Beam;
pub use error::{BeamError, BeamFault};

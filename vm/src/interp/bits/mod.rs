//! The bit syntax: instructions that match bitstrings and that make them.
//!
//! Invariants: an instruction that does not match, or is refused, has changed nothing; a size counts bits only after it
//! was multiplied with care, so no size that code says overflows.
//! Deliberately absent: how bits are read and written (`term::bits`).
#![expect(unsafe_code, reason = "a refusal branches or raises")]

mod context;
mod create;
mod matching;
mod old;
mod segment;

pub(super) use create::create;
pub(super) use matching::{
    context_to_binary, ensure, get, get_position, get_tail, get_utf, match_integer, match_string, restore,
    save, set_position, skip, skip_utf, start, start_saving, test_tail, test_unit,
};
pub(super) use old::{add, append, init, init_writable, put, put_string, utf_size};

use super::State;
use super::exceptions;
use crate::atom::Atom;

/// Branches where the instruction has a branch, else raises an error.
unsafe fn refuse(s: State, reason: Atom) -> State {
    // SAFETY: all instructions of the bit syntax that may be refused have a branch, or nothing, in their half.
    unsafe { if s.can_fail() { s.fail() } else { exceptions::error(s, reason) } }
}

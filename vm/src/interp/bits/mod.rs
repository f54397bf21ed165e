//! The bit syntax: instructions that match bitstrings and that make them.
//!
//! Invariants: an instruction that does not match, or is refused, has changed nothing; a size counts bits only after it
//! was multiplied with care, so no size that code says overflows.
//! Deliberately absent: how bits are read and written (`term::bits`).

mod context;
mod create;
mod matching;
mod old;
mod segment;

pub use create::create;
pub use matching::{
    context_to_binary, ensure, get, get_position, get_tail, get_utf, match_integer, match_string, set_position,
    skip, skip_utf, start, test_tail, test_unit,
};
pub use old::{add, append, init, init_writable, put, put_string, utf_size};

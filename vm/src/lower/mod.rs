//! From BEAM code to the words the interpreter runs.
//!
//! Invariant: lowered code holds only instructions of [`ops`], whose branches land on instructions of the same
//! module and whose register numbers and indices are in range: whatever is not like that is refused here.

pub mod ops;

pub use ops::{Field, Op};

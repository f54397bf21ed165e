//! What a program calls, found in its code without running it.
//!
//! [`code`] reads the functions of a module and their calls, [`reach`] follows them from where a program begins,
//! [`target`] knows what there is to be called, and [`check`] compares the two.
//!
//! Invariant: nothing here does IO or composes what people read beyond a finding's own words.

pub mod check;
pub mod code;
pub mod reach;
pub mod target;

//! The `avm` program.
#![forbid(unsafe_code)]
fn main() {}

//! What every test of the workspace shares: where programs lie.
#![forbid(unsafe_code)]

mod program;

pub use program::{OTPS, Program, programs};

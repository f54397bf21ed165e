//! What every test of the workspace shares: where programs lie and how a file is compared.
#![forbid(unsafe_code)]

mod program;

pub use program::{OTPS, Program, programs};

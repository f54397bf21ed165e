//! What every test of the workspace shares: where programs lie, a world to run in, and random programs.
#![forbid(unsafe_code)]

pub mod against_otp;
mod program;
mod world;

pub use program::{OTPS, Program, programs};
pub use world::World;

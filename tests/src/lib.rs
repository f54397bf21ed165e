//! What every test of the workspace shares: programs, random ones, and a world.
#![forbid(unsafe_code)]

pub mod against_otp;
mod program;
mod world;

pub use program::{OTPS, Program, programs};
pub use world::World;

//! What every test of the workspace shares: programs, random ones, and two worlds.
#![forbid(unsafe_code)]

pub mod against_otp;
mod crowd;
mod program;
mod world;

pub use crowd::Crowd;
pub use program::{OTPS, Program, programs};
pub use world::World;

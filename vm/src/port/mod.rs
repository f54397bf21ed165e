//! Where the machine meets its platform: what programs ask, what it answers.
//!
//! Invariant: only these files, and the run loop, call a platform.

pub mod chip;
pub mod clock;
pub mod console;
pub mod environment;
pub mod gpio;
pub mod storage;

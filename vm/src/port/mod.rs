//! Where the machine meets its platform: what a program asks of the world outside, and what that answers.
//!
//! Invariant: only these files, and the run loop, call a platform.

pub mod console;
pub mod gpio;

//! The virtual board: the whole machine, unmodified, on pins, wires and parts.
//!
//! A `World` is built of a [`diagram`] and a [`board`]; [`platform`] shows it to the machine.
#![forbid(unsafe_code)]

pub mod board;
pub mod clock;
pub mod console;
pub mod crash;
pub mod device;
pub mod diagram;
pub mod driver;
pub mod entropy;
pub mod event;
pub mod firmware;
pub mod headless;
pub mod machine;
pub mod net;
pub mod pin;
pub mod platform;
pub mod program;
pub mod run;
pub mod snapshot;
pub mod trace;
pub mod tui;
pub mod wiring;
pub mod world;

pub use machine::Ending;
pub use run::{Options, SimError, run};
pub use vm::spelling;

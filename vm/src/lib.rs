//! The virtual machine: unmodified `.beam` code on hosts and microcontrollers.
//!
//! The rooms below stand in the order in which they may import each other; docs/architecture.md says what each is for.
#![cfg_attr(not(feature = "std"), no_std)]
extern crate alloc;

pub mod sync;
pub mod spelling;
pub mod platform;
pub mod atom;
pub mod regex;
pub mod term;
pub mod heap;
pub mod etf;
pub mod code;
pub mod load;
pub mod lower;
pub mod module;
pub mod process;
pub mod table;
pub mod sched;
pub mod port;
pub mod bif;
pub mod interp;
pub mod link;
pub mod report;
pub mod packs;
pub mod scheduler;
#[cfg(feature = "std")]
pub mod crew;
pub mod run;

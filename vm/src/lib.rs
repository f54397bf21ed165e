//! The virtual machine: unmodified `.beam` code on hosts and microcontrollers.
//!
//! The rooms below stand in the order in which they may import each other; docs/architecture.md says what each is for.
#![cfg_attr(not(feature = "std"), no_std)]
extern crate alloc;

pub mod atom;
pub mod bif;
pub mod code;
pub mod etf;
pub mod heap;
pub mod interp;
pub mod link;
pub mod load;
pub mod lower;
pub mod module;
pub mod packs;
pub mod platform;
pub mod port;
pub mod process;
pub mod report;
pub mod run;
pub mod sched;
pub mod sync;
pub mod term;

//! The virtual machine: unmodified `.beam` code on hosts and microcontrollers.
#![cfg_attr(not(feature = "std"), no_std)]
extern crate alloc;

pub mod atom;
pub mod code;
pub mod bif;
pub mod heap;
pub mod lower;
pub mod module;
pub mod platform;
pub mod process;
pub mod sched;
pub mod sync;
pub mod term;

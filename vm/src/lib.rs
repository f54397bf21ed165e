//! The virtual machine: unmodified `.beam` code on hosts and microcontrollers.
#![cfg_attr(not(feature = "std"), no_std)]
extern crate alloc;

pub mod atom;
pub mod etf;
pub mod heap;
pub mod sync;
pub mod term;

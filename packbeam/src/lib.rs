//! Compiled Erlang at rest: the chunks of a `.beam` file and the `.avm` pack.
//!
//! * [`chunk`] reads a `.beam`, [`pack`] reads an `.avm`; [`error`] says what was wrong, and where.
//! * [`gzip`] undoes the compression of a whole module, [`etf`] finds the atoms of a term.
//! * [`application`] encodes the description of an application.
//! * [`write`](mod@write) makes an `.avm`, [`prune`] leaves out of it what cannot be reached.
//! * [`verify`](mod@verify) says what of a pack is not as the format says.
//!
//! Invariant: nothing here does IO, and nothing here panics on any bytes whatever.
//! Invariant: every reader borrows the bytes it is given; only [`Beam::literals`] and [`gzip::decompressed`] allocate,
//! and then only when there is something to decompress.
//!
//! Absent on purpose: decoding of instructions and of external terms. That is the virtual machine's business.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod application;
pub mod chunk;
mod cursor;
pub mod error;
pub mod etf;
pub mod gzip;
pub mod pack;
pub mod prune;
pub mod verify;
pub mod write;

pub use application::Application;
pub use chunk::Beam;
pub use error::{ApplicationError, ApplicationFault, BeamError, BeamFault, BuildError, PackError, PackFault};
pub use pack::{Pack, Section};
pub use write::Builder;

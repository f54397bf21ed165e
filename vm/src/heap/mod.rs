//! Where terms live: a process's heap and stack, its collector, what is outside.
//!
//! Invariants: building a term never collects ([`arena::Arena`] overflows into fragments instead), so a native
//! function may hold terms for as long as it runs; a collection takes the heap for itself, and with it ends every
//! `Term` of that heap.

pub mod arena;
mod block;
pub mod check;
pub mod copy;
mod fragment;
mod growth;
mod held;
mod literals;
mod map;
pub mod process_heap;
pub mod resource;
pub mod row;
pub mod shared;

pub use arena::{Arena, Built, OutOfMemory};
pub use copy::Parcel;
pub use growth::Growth;
pub use held::Held;
pub use process_heap::{FIRST_WORDS, Heap, MIN_WORDS, STACK_SLACK};
pub use resource::Resource;
pub use row::{KEYED_ROWS, KeyedRows, Row};

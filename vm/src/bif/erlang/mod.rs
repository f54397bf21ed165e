//! Native functions of module `erlang`: a file a subject, each with its own table.

pub mod calls;
pub mod code;
pub mod arithmetic;
pub mod binaries;
pub mod checksums;
pub mod comparison;
pub mod dictionary;
pub mod display;
pub mod errors;
pub mod flags;
pub mod identity;
pub mod links;
pub mod process_info;
pub mod registry;
pub mod send;
pub mod spawn;
pub mod system;
pub mod time;
pub mod timers;
pub mod lists;
pub mod md5;
pub mod send;
pub mod spawn;
pub mod tuples;
pub mod types;

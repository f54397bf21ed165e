//! Native functions of module `erlang`: a file a subject, each with its own table.

pub mod arithmetic;
pub mod binaries;
pub mod calls;
pub mod checksums;
pub mod code;
pub mod comparison;
pub mod conversions;
pub mod dictionary;
pub mod display;
pub mod errors;
pub mod external;
pub mod flags;
pub mod funs;
pub mod identity;
pub mod links;
pub mod lists;
pub mod md5;
pub mod process_info;
pub mod registry;
pub mod send;
pub mod spawn;
pub mod system;
pub mod time;
pub mod timers;
pub mod tuples;
pub mod types;

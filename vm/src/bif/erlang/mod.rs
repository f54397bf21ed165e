//! Native functions of module `erlang`: a file a subject, each with its own table.

pub mod arithmetic;
pub mod binaries;
pub mod checksums;
pub mod comparison;
pub mod lists;
pub mod md5;
pub mod tuples;
pub mod types;
